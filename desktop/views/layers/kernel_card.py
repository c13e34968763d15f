"""One kernel enlarged, the histogram of its layer, and how many weights are near zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import figure
from desktop.views import wording
from desktop.views.layers.picture_box import PictureBox
from desktop.views.layers.weight_histogram import WeightHistogram
from desktop.views.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from engine.browse.weights import Weights

_LONGEST_PX = 420


class KernelCard(QWidget):
    """Beside the grid of kernels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = PlainLabel("", "heading", wraps=True)
        self.picture = PictureBox(is_smooth=False)
        self.numbers = PlainLabel("", wraps=True)
        self.histogram = WeightHistogram()
        self.near_zero = PlainLabel("", wraps=True)
        self.counted = PlainLabel("", "small", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self.title)
        column.addWidget(self.picture, 1)
        for part in (self.numbers, self.histogram, self.near_zero, self.counted):
            column.addWidget(part)

    def show_nothing(self) -> None:
        """No model is open."""
        for part in (self.title, self.numbers, self.near_zero, self.counted):
            part.setText("")
        self.picture.show_nothing()
        self.histogram.show_histogram(None)

    def show_kernel(self, weights: Weights, output: int, plane: int, *, is_shared: bool) -> None:
        """One plane of a layer's kernels, see `Weights.planes`, and numbers of the whole layer.

        Args:
            weights: of the layer.
            output: its output channel.
            plane: which plane.
            is_shared: in the scale of all planes, as in the grid, else in its own.
        """
        from engine.browse.grid import painter_of
        from engine.browse.weights import NEAR_ZERO

        planes = weights.planes(output)
        shown = planes[plane]
        self.title.setText(self._title(weights, output, plane))
        factor = _LONGEST_PX / max(shown.shape[:2])
        size = round(shown.shape[0] * factor), round(shown.shape[1] * factor)
        paint = painter_of(planes, is_shared=is_shared, has_own_colours=weights.has_colours)
        self.picture.show_pixels(paint(plane, size), [])
        self.numbers.setText(
            self.tr("mean {mean}, SD {deviation}, least {least}, greatest {greatest}").format(
                mean=wording.number_text(float(shown.mean())),
                deviation=wording.number_text(float(shown.std())),
                least=wording.number_text(float(shown.min())),
                greatest=wording.number_text(float(shown.max())),
            )
        )
        counts, edges = weights.histogram()
        self.histogram.show_histogram(counts, float(edges[-1]))
        self.near_zero.setText(
            self.tr(
                "{share} % of the layer's weights are near zero: at most {threshold} of the"
                " greatest magnitude, {greatest}."
            ).format(
                share=figure(100 * weights.near_zero, ".1f"),
                threshold=wording.number_text(NEAR_ZERO),
                greatest=wording.number_text(float(np.abs(weights.kernel).max())),
            )
        )
        biases = 0 if weights.bias is None else weights.bias.size
        self.counted.setText(
            self.tr("{count} weights, {biases} biases").format(
                count=weights.kernel.size, biases=biases
            )
        )

    def _title(self, weights: Weights, output: int, plane: int) -> str:
        if weights.has_one_each:
            text = self.tr("{layer}, filter {number}")
            return text.format(layer=weights.name, number=plane)
        text = self.tr("{layer}, input {source} to output {output}")
        return text.format(layer=weights.name, source=plane, output=output)
