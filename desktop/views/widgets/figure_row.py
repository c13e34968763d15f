"""One number about a map: how it did, beside its control's, and what that means."""

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.language import figure, in_words, translate
from desktop.views import theme, wording
from desktop.views.widgets.plain_label import PlainLabel
from engine.trust.figure import Figure, Light

# A sign for those who do not see the colour, and a word for those who hear the window.
SIGNS = {Light.GOOD: "\u2713", Light.DOUBTFUL: "?", Light.BAD: "\u2717", Light.NONE: "\u2013"}
WORDS = {
    Light.GOOD: QT_TRANSLATE_NOOP("Trust", "passed"),
    Light.DOUBTFUL: QT_TRANSLATE_NOOP("Trust", "doubtful"),
    Light.BAD: QT_TRANSLATE_NOOP("Trust", "failed"),
    Light.NONE: QT_TRANSLATE_NOOP("Trust", "not tested"),
}
_SIGN_PX = 18
_TINY, _SMALL = 5e-4, 0.1


def colour_of(light: Light) -> theme.Colour:
    """The colour of a light in the theme in use."""
    return {
        Light.GOOD: theme.GOOD,
        Light.DOUBTFUL: theme.ABOVE,
        Light.BAD: theme.STOP,
        Light.NONE: theme.FAINT,
    }[light]


class FigureRow(QWidget):
    """Sign, name and value in one line, the control's value and the meaning below.

    Args:
        figure: what was found.
    """

    def __init__(self, figure: Figure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = in_words(figure.name)
        sign = PlainLabel(SIGNS[figure.light], "strong")
        sign.setFixedWidth(_SIGN_PX)
        theme.dress(sign, f"color: ${colour_of(figure.light).name};")
        word = translate("Trust", WORDS[figure.light])
        sign.setAccessibleName(word)
        sign.setToolTip(word)
        head = QHBoxLayout()
        head.addWidget(PlainLabel(name, wraps=True), 1)
        if figure.value is not None:
            head.addWidget(PlainLabel(_number(figure.value), "strong"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        grid.setHorizontalSpacing(4)
        grid.addWidget(sign, 0, 0)
        grid.addLayout(head, 0, 1)
        row = 1
        if figure.value is not None and figure.control is not None:
            text = translate("Trust", "{control}: {value}")
            text = text.format(control=in_words(figure.control_name), value=_number(figure.control))
            grid.addWidget(PlainLabel(text, "small", wraps=True), row, 1)
            row += 1
        grid.addWidget(PlainLabel(in_words(figure.sentence), "small", wraps=True), row, 1)
        grid.setColumnStretch(1, 1)
        self.setAccessibleName(f"{name}: {word}")


def _number(value: float) -> str:
    """Two decimals, more where they would make small figures look alike."""
    if _TINY <= abs(value) < _SMALL:
        return figure(value, ".2g")
    return wording.hundredths_text(value)
