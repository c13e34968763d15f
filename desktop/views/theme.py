"""The look: Fusion with our own colours, dark or light; the image area is black in both.

Colours are asked for when they are needed (``theme.TEXT``), so that they follow the theme in use.
A style sheet of a widget's own is given with `dress`, which renews it when the theme changes.
"""

from dataclasses import dataclass, fields
from string import Template
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from desktop.paths import RESOURCES

BLACK = "#000000"
ON_BLACK = "#a3adbb"  # words where an image will be, in both themes
SYSTEM = "system"


class Colour(str):
    """``#rrggbb`` that knows its name in the theme.

    Attributes:
        name: upper case, as in ``theme.TEXT`` and in the templates of `dress`.
    """

    __slots__ = ("name",)
    name: str

    def __new__(cls, value: str, name: str) -> "Colour":
        """A colour of a theme."""
        colour = super().__new__(cls, value)
        colour.name = name
        return colour


@dataclass(frozen=True)
class Theme:
    """The colours of a theme, as ``#rrggbb``.

    Attributes:
        ground: the window.
        panel: panes and lists.
        raised: cards, buttons.
        line: lines that only order things.
        edge: borders of what can be typed into or ticked, 3:1.
        text: words.
        muted: quieter words.
        faint: what is also said otherwise, and what is disabled.
        accent: focus, links, the main button.
        accent_hover: the main button under the pointer.
        on_accent: words on `accent`.
        above: at or above the operating point; warnings.
        below: scores under it.
        stop: refusals and errors.
        good: all is well.
        caution: ground of the research-use strip, under `above`.
        patient_1: mark of the first patient on screen; also `patient_2`, 3, 4 of the others.
    """

    ground: str
    panel: str
    raised: str
    line: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    above: str
    below: str
    stop: str
    good: str
    caution: str
    patient_1: str
    patient_2: str
    patient_3: str
    patient_4: str


DARK = Theme(
    ground="#12151a", panel="#191d24", raised="#222833", line="#343c4a", edge="#7b8798",
    text="#e8ebf0", muted="#a3adbb", faint="#7b8798",
    accent="#5aa9ff", accent_hover="#7abaff", on_accent="#000000",
    above="#f0b44c", below="#7390b5", stop="#ff8078", good="#67c9ae", caution="#3a2f17",
    patient_1="#56c4f5", patient_2="#ff9f6b", patient_3="#cf94e6", patient_4="#a3cf62",
)  # fmt: skip
LIGHT = Theme(
    ground="#dfe4ea", panel="#f4f6f8", raised="#ffffff", line="#c3cad4", edge="#76818f",
    text="#14181e", muted="#46505d", faint="#626c79",
    accent="#0a5cb0", accent_hover="#084a8e", on_accent="#ffffff",
    above="#7d4a00", below="#54749c", stop="#b3221a", good="#0d6650", caution="#ffedc2",
    patient_1="#00669e", patient_2="#a8400a", patient_3="#7a2a99", patient_4="#3f6b12",
)  # fmt: skip
THEMES = {"dark": DARK, "light": LIGHT}


def __getattr__(name: str) -> Colour:
    """``theme.TEXT``: that colour of the theme in use."""
    if name.isupper() and hasattr(_IN_USE.theme, name.lower()):
        return Colour(getattr(_IN_USE.theme, name.lower()), name)
    raise AttributeError(f"module {__name__!r} has no colour {name!r}")


@runtime_checkable
class Dressed(Protocol):
    """A widget that keeps a font or colours made from the theme."""

    def dress_again(self) -> None:
        """Takes them from the theme that is in use now."""


def patient_colour(number: int) -> Colour:
    """The mark of a patient on screen, counted from 0; at most four panes, so four patients."""
    return __getattr__(f"PATIENT_{number + 1}")


@dataclass
class _InUse:
    theme: Theme = DARK
    text_scale: float = 1.0
    first_font: QFont | None = None  # as the system gave it


_IN_USE = _InUse()

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "raised",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "stop",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Light: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "line",
}
_DISABLED = (
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
    QPalette.ColorRole.WindowText,
)

_SHEET = """
QToolTip { color: $TEXT; background: $RAISED; border: 1px solid $LINE; padding: 4px; }
QMainWindow::separator { background: $GROUND; }
QMenuBar { background: transparent; padding: 2px; }
QWidget#top { background: $PANEL; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: $RAISED; }
QToolBar { background: $PANEL; border: none; padding: 4px 8px; spacing: 2px; }
QToolBar QToolButton { padding: 5px 8px; border-radius: 5px; border: 1px solid transparent; }
QToolBar QToolButton:hover { background: $RAISED; border-color: $LINE; }
QToolBar QToolButton:checked { background: $RAISED; border-color: $ACCENT; }
QToolButton:focus { border: 1px solid $ACCENT; border-radius: 4px; }
QToolButton[popupMode="2"] { padding: 2px 20px 2px 8px; background: $RAISED;
    border: 1px solid $EDGE; border-radius: 4px; }
QToolButton[popupMode="2"]:hover, QToolButton[popupMode="2"]:focus { border-color: $ACCENT; }
QToolButton[popupMode="2"]::menu-indicator { subcontrol-origin: padding;
    subcontrol-position: center right; right: 6px; }
QToolBar::separator { background: $LINE; width: 1px; margin: 8px 6px; }
QStatusBar { background: $PANEL; color: $MUTED; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $GROUND; }
QScrollArea, QScrollArea > QWidget > QWidget { background: $PANEL; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $LINE; border-radius: 4px; min-height: 28px; margin: 1px; }
QScrollBar::handle:hover { background: $FAINT; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QPushButton { background: $RAISED; border: 1px solid $LINE; border-radius: 5px;
    padding: 6px 14px; }
QPushButton:hover { border-color: $FAINT; }
QPushButton:pressed { background: $PANEL; }
QPushButton:focus { border-color: $ACCENT; }
QPushButton:checked { border-color: $ACCENT; }
QPushButton:disabled { color: $FAINT; }
QPushButton[role="primary"] { background: $ACCENT; color: $ON_ACCENT; border-color: $ACCENT;
    font-weight: 600; }
QPushButton[role="choice"]:checked { background: $ACCENT; color: $ON_ACCENT;
    border-color: $ACCENT; }
QPushButton[role="choice"]:checked:focus { border-color: $TEXT; }
QPushButton[role="primary"]:hover { background: $ACCENT_HOVER; }
QPushButton[role="primary"]:focus { border-color: $TEXT; }
QPushButton[role="primary"]:disabled { background: $RAISED; color: $FAINT;
    border-color: $LINE; }
QLineEdit, QPlainTextEdit, QTextEdit { background: $RAISED; border: 1px solid $EDGE;
    border-radius: 4px; padding: 3px 5px; selection-background-color: $ACCENT;
    selection-color: $ON_ACCENT; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border-color: $ACCENT; }
QAbstractSpinBox QLineEdit, QComboBox QLineEdit { border: none; padding: 0; }
QComboBox:focus, QAbstractSpinBox:focus { border: 1px solid $ACCENT; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid $EDGE;
    border-radius: 3px; background: $RAISED; }
QCheckBox::indicator:focus, QCheckBox::indicator:hover { border-color: $ACCENT; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $ACCENT;
    border-color: $ACCENT; image: url($CHECK); }
QCheckBox:focus { color: $ACCENT; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator { width: 12px; height: 12px; border: 1px solid $EDGE; border-radius: 7px;
    background: $RAISED; }
QRadioButton::indicator:focus, QRadioButton::indicator:hover { border-color: $ACCENT; }
QRadioButton::indicator:checked { background: qradialgradient(cx: 0.5, cy: 0.5, radius: 0.5,
    fx: 0.5, fy: 0.5, stop: 0.55 $ACCENT, stop: 0.65 $RAISED); border-color: $ACCENT; }
QRadioButton:focus { color: $ACCENT; }
QRadioButton:disabled { color: $FAINT; }
QFrame[role="card"] { background: $RAISED; border: 1px solid $LINE; border-radius: 8px; }
QFrame[role="card"]:focus { border-color: $ACCENT; }
QFrame[role="rule"] { background: $LINE; border: none; max-height: 1px; min-height: 1px; }
QProgressBar { background: $RAISED; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $ACCENT; border-radius: 3px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QListView, QTreeView { background: $PANEL; border: none; outline: none; }
QListView:focus, QTreeView:focus { border: 1px solid $ACCENT; }
QTreeView::item { padding: 3px 2px; }
QTreeView::item:selected { background: $ACCENT; color: $ON_ACCENT; }
QHeaderView::section { background: $PANEL; color: $MUTED; border: none; padding: 4px 6px; }
"""


def use(app: QApplication, name: str, text_percent: int = 100) -> None:
    """Gives the whole application a theme and a text size, also while its windows are open.

    Args:
        app: the application.
        name: a key of `THEMES`, or `SYSTEM`.
        text_percent: size of the words, 100 as the system has it.
    """
    choose(app, name, text_percent)
    cover(app)
    widgets = app.allWidgets()
    for widget in widgets:
        template = widget.property("template")
        if template:
            widget.setStyleSheet(_filled(template))
    for widget in widgets:  # after all sheets: a new one gives the widgets in it their old palettes
        if isinstance(widget, Dressed):
            widget.dress_again()


def choose(app: QApplication, name: str, text_percent: int = 100) -> None:
    """Sets what widgets ask for while they are made: colours, palette, font. See `use`."""
    if _IN_USE.first_font is None:
        _IN_USE.first_font = app.font()
        app.setStyle("Fusion")
    _IN_USE.theme = DARK if is_dark(app, name) else LIGHT
    _IN_USE.text_scale = text_percent / 100.0
    font = QFont(_IN_USE.first_font)
    font.setPointSizeF(font.pointSizeF() * _IN_USE.text_scale)
    app.setFont(font)
    app.setPalette(_palette())


def cover(app: QApplication) -> None:
    """Lays the style sheet over widgets that were made since the last `choose`, and all to come."""
    app.setStyleSheet(_filled(_SHEET))


def is_dark(app: QApplication, name: str) -> bool:
    """Whether that choice means the dark theme now."""
    if name != SYSTEM:
        return THEMES[name] is DARK
    return app.styleHints().colorScheme() != Qt.ColorScheme.Light


def dress(widget: QWidget, template: str) -> None:
    """A style sheet of the widget's own, with colours as ``$NAME``; it follows the theme."""
    if widget.property("template") == template:
        return
    widget.setProperty("template", template)
    widget.setStyleSheet(_filled(template))


def text_scale() -> float:
    """Size of the words, 1 as the system has it."""
    return _IN_USE.text_scale


def _filled(template: str) -> str:
    colours = {field.name.upper(): getattr(_IN_USE.theme, field.name) for field in fields(Theme)}
    mark = "check-dark" if _IN_USE.theme is DARK else "check-light"
    check = (RESOURCES / "icons" / f"{mark}.svg").as_posix()
    return Template(template).substitute(colours, BLACK=BLACK, CHECK=check)


def _palette() -> QPalette:
    palette, colours = QPalette(), _IN_USE.theme
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(getattr(colours, name)))
    for role in _DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette
