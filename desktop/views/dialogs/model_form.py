"""The form that asks what a bare ONNX file does not tell."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.language import translate
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.layout import fit_height
from desktop.views.widgets.plain_label import PlainLabel
from engine.bundle.recipe import LAYOUTS
from engine.errors import ForeignModelError, display_name

_SCALINGS = (
    ("unit", "0 .. 1"),
    ("symmetric", "-1 .. 1"),
    ("byte", "0 .. 255"),
    ("imagenet", QT_TRANSLATE_NOOP("ModelForm", "ImageNet mean and deviation")),
    (
        "caffe",
        QT_TRANSLATE_NOOP(
            "ModelForm", "0 .. 255 less ImageNet's mean, blue first (Keras' ResNet50 to 152)"
        ),
    ),
    ("mean-std", QT_TRANSLATE_NOOP("ModelForm", "another mean and deviation")),
    ("xrv", QT_TRANSLATE_NOOP("ModelForm", "-1024 .. 1024 (TorchXRayVision)")),
)


class ModelForm(QDialog):
    """One row per open question, with the reason why it is asked.

    Args:
        path: the model file.
        error: what the import left open.
        known: answers given before.
    """

    def __init__(
        self,
        path: Path,
        error: ForeignModelError,
        known: dict[str, Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About this model"))
        self.setMinimumWidth(480)
        self._known = dict(known)
        self._readers: dict[str, Callable[[], Any]] = {}
        column = QVBoxLayout(self)
        intro = self.tr(
            "{name} does not say everything. Answer as its maker would: "
            "a wrong answer gives wrong scores."
        )
        column.addWidget(PlainLabel(intro.format(name=display_name(path)), wraps=True))
        form = QFormLayout()
        for name, why in error.questions.items():
            form.addRow(PlainLabel(why, "muted", wraps=True))
            form.addRow(PlainLabel(self._label(name), "strong"), self._field(name))
        column.addLayout(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addStretch(1)
        column.addWidget(buttons)
        fit_height(self)

    def answers(self) -> dict[str, Any]:
        """The answers by name, for `engine.bundle.answers.Answers`; empty fields left out."""
        given = {name: read() for name, read in self._readers.items()}
        return self._known | {name: value for name, value in given.items() if value is not None}

    def _label(self, name: str) -> str:
        labels = {
            "classes": self.tr("Class names, separated by commas"),
            "activation": self.tr("Activation"),
            "scaling": self.tr("Pixel scaling"),
            "mean": self.tr("Mean"),
            "deviation": self.tr("Deviation"),
            "size_hw": self.tr("Height x width"),
            "channels": self.tr("Channels"),
            "layout": self.tr("Layout"),
        }
        return labels.get(name, name)

    def _field(self, name: str) -> QWidget:
        choices = {
            "activation": (
                ("sigmoid", self.tr("sigmoid: each class alone")),
                ("softmax", self.tr("softmax: one of them")),
            ),
            "scaling": _SCALINGS,
            "channels": ((1, "1"), (3, "3")),
            "layout": tuple((layout, layout.upper()) for layout in LAYOUTS),
        }
        if name in choices:
            return self._choice(name, choices[name])
        line = QLineEdit()
        parse = _PARSERS[name]
        self._readers[name] = lambda: parse(line.text())
        if name == "classes":
            line.setPlaceholderText(self.tr("left empty: class 0, class 1, ..."))
        if name == "size_hw":
            line.setPlaceholderText("224 x 224")
        if name in ("mean", "deviation"):
            line.setPlaceholderText("0.485")
        return line

    def _choice(self, name: str, entries: tuple[tuple[Any, str], ...]) -> QComboBox:
        box = Chooser()
        box.addItem(self.tr("please choose"), None)
        for value, text in entries:
            box.addItem(translate("ModelForm", text), value)
        self._readers[name] = box.currentData
        return box


def _names(text: str) -> tuple[str, ...] | str:
    names = tuple(part.strip() for part in text.split(",") if part.strip())
    return names if names else "numbered"


def _size(text: str) -> tuple[int, int] | None:
    parts = text.lower().replace("x", " ").split()
    if len(parts) != 2 or not all(part.isdigit() for part in parts):
        return None
    return int(parts[0]), int(parts[1])


def _numbers(text: str) -> tuple[float, ...] | None:
    """Numbers separated by commas or blanks; None asks again."""
    try:
        numbers = tuple(float(part) for part in text.replace(",", " ").split())
    except ValueError:
        return None
    return numbers if numbers else None


_PARSERS = {"classes": _names, "size_hw": _size, "mean": _numbers, "deviation": _numbers}
