"""Everything that stands around the picture and gives way to each other: words, legend, margins."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem

from desktop.views.image.badges import ORIENTATION, orientation_badge
from desktop.views.image.corner_text import CornerTextItem
from desktop.views.image.corner_words import Shown, words_for
from desktop.views.image.edge_letters import edge_letters
from desktop.views.image.legend_item import LegendItem
from desktop.views.image.margins_item import Margins, MarginsItem, Taken
from desktop.views.image.overlay_style import Layer, OverlayStyle
from desktop.views.image.placement import Placement
from desktop.views.image.scale_bar import scale_bar
from engine.explain.explanation import Explanation
from engine.images.radiograph import Radiograph, Spacing
from engine.overlay.scale import Scale

HIDDEN = "hidden"


class Surroundings:
    """The items over the picture, told what to say by the view."""

    def __init__(self) -> None:
        self.text, self.legend, self.margins = CornerTextItem(), LegendItem(), MarginsItem()
        self._badges: dict[str, str] = {}
        self._spacing: Spacing | None = None

    @property
    def items(self) -> tuple[QGraphicsItem, ...]:
        """Lowest first."""
        return self.text, self.margins, self.legend

    def set_area(self, area: QRectF) -> None:
        """The view's rectangle in scene coordinates."""
        for item in (self.text, self.margins, self.legend):
            item.set_area(area)
        self._give_way()

    def set_badge(self, key: str, text: str) -> None:
        """Says something that must be seen; empty text takes it away."""
        self._badges.pop(key, None)
        if text:
            self._badges[key] = text

    def set_spacing(self, spacing: Spacing | None) -> None:
        """A pixel size that replaces the file's, measured by the person; None: the file's."""
        self._spacing = spacing

    def tell(
        self, radiograph: Radiograph | None, placement: Placement | None, shown: Shown, ratio: float
    ) -> None:
        """Words, letters, bar and badges of what is on screen.

        Args:
            radiograph: the image; None hides all.
            placement: where it lies.
            shown: the state of the view.
            ratio: device pixels per view pixel.
        """
        is_there = radiograph is not None and placement is not None
        self.text.setVisible(is_there)
        self.margins.setVisible(is_there)
        if radiograph is None or placement is None:
            return
        self.text.set_words(words_for(radiograph, shown))
        self.set_badge(ORIENTATION, orientation_badge(placement.orientation))
        margins = Margins(tuple(self._badges.values()))
        if shown.density != HIDDEN:
            spacing = self._spacing if self._spacing is not None else radiograph.spacing
            told = radiograph.facts.patient_orientation
            letters = edge_letters(told, placement.orientation)
            margins = Margins(margins.badges, letters, scale_bar(placement, spacing))
        self.margins.show_margins(margins, ratio)
        self._give_way()

    def say_place(self, place: str) -> None:
        """Where the map lies, for the legend; empty where that is not known."""
        self.legend.say_place(place)
        self._give_way()

    def show_legend(
        self,
        explanation: Explanation | None,
        scale: Scale | None,
        style: OverlayStyle,
        layers: Sequence[Layer],
    ) -> None:
        """What the colours mean; the item's visibility is the view's business."""
        self.legend.show_legend(explanation, scale, style, layers)
        self._give_way()

    def _give_way(self) -> None:
        legend_px = self.legend.height_px()
        is_across = self.legend.is_across()
        self.text.keep_free_below_right(0.0 if is_across else legend_px)
        below_px = legend_px if is_across else 0.0
        is_crowded = is_across and legend_px > 0 and self.legend.is_low()
        self.text.keep_free_below(below_px, is_crowded=is_crowded)
        self.text.keep_free_above(self.margins.badges_height_px())
        lower_width, lower_height = self.text.lower_size_px()
        self.margins.leave_room(
            Taken(
                self.text.upper_left_px(),
                lower_height + below_px,
                lower_width,
                self.legend.width_px() if self.legend.isVisible() else 0.0,
                is_crowded,
            )
        )
