"""The look: Fusion with our own dark palette; the image area is pure black."""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

BLACK = "#000000"
GROUND = "#12151a"  # window
PANEL = "#191d24"  # panes
RAISED = "#222833"  # cards, buttons
LINE = "#343c4a"
TEXT = "#e8ebf0"
MUTED = "#a3adbb"  # 7:1 on PANEL
FAINT = "#6f7a8a"  # only for what is also said otherwise
ACCENT = "#5aa9ff"
ABOVE = "#f0b44c"  # at or above the operating point; warnings
BELOW = "#7390b5"
STOP = "#ff8078"
GOOD = "#67c9ae"

_ROLES = {
    QPalette.ColorRole.Window: GROUND,
    QPalette.ColorRole.WindowText: TEXT,
    QPalette.ColorRole.Base: PANEL,
    QPalette.ColorRole.AlternateBase: RAISED,
    QPalette.ColorRole.ToolTipBase: RAISED,
    QPalette.ColorRole.ToolTipText: TEXT,
    QPalette.ColorRole.PlaceholderText: FAINT,
    QPalette.ColorRole.Text: TEXT,
    QPalette.ColorRole.Button: RAISED,
    QPalette.ColorRole.ButtonText: TEXT,
    QPalette.ColorRole.BrightText: STOP,
    QPalette.ColorRole.Highlight: ACCENT,
    QPalette.ColorRole.HighlightedText: BLACK,
    QPalette.ColorRole.Link: ACCENT,
    QPalette.ColorRole.Light: LINE,
    QPalette.ColorRole.Midlight: LINE,
    QPalette.ColorRole.Mid: LINE,
    QPalette.ColorRole.Dark: "#0b0d10",
    QPalette.ColorRole.Shadow: BLACK,
}

_SHEET = f"""
QToolTip {{ color: {TEXT}; background: {RAISED}; border: 1px solid {LINE}; padding: 4px; }}
QMainWindow::separator {{ background: {GROUND}; }}
QMenuBar {{ background: transparent; padding: 2px; }}
QWidget#top {{ background: {PANEL}; }}
QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {RAISED}; }}
QToolBar {{ background: {PANEL}; border: none; padding: 4px 8px; spacing: 2px; }}
QToolBar QToolButton {{ padding: 5px 8px; border-radius: 5px; border: 1px solid transparent; }}
QToolBar QToolButton:hover {{ background: {RAISED}; }}
QToolBar QToolButton:checked {{ background: {RAISED}; border-color: {ACCENT}; }}
QStatusBar {{ background: {PANEL}; color: {MUTED}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {GROUND}; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {PANEL}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {LINE}; border-radius: 4px; min-height: 28px; margin: 1px; }}
QScrollBar::handle:hover {{ background: {FAINT}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QPushButton {{ background: {RAISED}; border: 1px solid {LINE}; border-radius: 5px;
    padding: 6px 14px; }}
QPushButton:hover {{ border-color: {FAINT}; }}
QPushButton:pressed {{ background: {PANEL}; }}
QPushButton:focus {{ border-color: {ACCENT}; }}
QPushButton:disabled {{ color: {FAINT}; }}
QPushButton[role="primary"] {{ background: {ACCENT}; color: {BLACK}; border-color: {ACCENT};
    font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: #7abaff; }}
QPushButton[role="primary"]:focus {{ border-color: {TEXT}; }}
QPushButton[role="primary"]:disabled {{ background: {RAISED}; color: {FAINT};
    border-color: {LINE}; }}
QFrame[role="card"] {{ background: {RAISED}; border: 1px solid {LINE}; border-radius: 8px; }}
QFrame[role="rule"] {{ background: {LINE}; border: none; max-height: 1px; min-height: 1px; }}
QProgressBar {{ background: {RAISED}; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }}
QProgressBar::chunk {{ background: {ACCENT}; border-radius: 3px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QListView {{ background: {PANEL}; border: none; outline: none; }}
"""


def apply_theme(app: QApplication) -> None:
    """Sets style, palette and the few rules that a palette cannot express."""
    app.setStyle("Fusion")
    palette = QPalette()
    for role, colour in _ROLES.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(FAINT))
    app.setPalette(palette)
    app.setStyleSheet(_SHEET)
