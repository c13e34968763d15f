"""Every text that a window shows, and which of them are not translated or do not fit.

Under `tests.support.pseudo` each translated text has other letters; a word in plain English letters
was therefore forgotten, or it is data of the test.
"""

import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop.views.image.image_view import ImageView
from desktop.views.image.text_paint import text_font
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import ElidedLabel

_TAG = re.compile(r"</?\w+>")
_WORD = re.compile(r"[A-Za-z]{2,}")
_CHANGED = re.compile(r"[AEIOUaeiouncpldy]")  # by `pseudo`
_SLACK_PX = 1


@dataclass(frozen=True)
class Seen:
    """A text and where it stands."""

    where: str
    text: str


def untranslated(text: str, data: Collection[str] = ()) -> list[str]:
    """Words of a text that went through no translator.

    Args:
        text: as shown.
        data: texts that come from files; they are taken out first, the longest first.
    """
    plain = html.unescape(_TAG.sub(" ", text))
    for known in sorted(data, key=len, reverse=True):
        plain = re.sub(re.escape(known), " ", plain, flags=re.IGNORECASE)
    return [word for word in _WORD.findall(plain) if _CHANGED.search(word)]


def texts_of(root: QWidget) -> Iterator[Seen]:
    """All texts of a window or dialog that can be seen, heard or pointed at now."""
    yield Seen(f"{_name(root)} title", root.windowTitle())
    for widget in (root, *root.findChildren(QWidget)):
        if not isinstance(widget, QMenu) and not widget.isVisibleTo(root):
            continue
        name = _name(widget)
        yield Seen(f"{name} tooltip", widget.toolTip())
        yield Seen(f"{name} accessible name", widget.accessibleName())
        yield Seen(f"{name} accessible description", widget.accessibleDescription())
        yield from _own_texts(widget, name)
        for action in widget.actions():
            for kind in ("text", "toolTip", "statusTip", "iconText"):
                yield Seen(f"action {action.objectName()} {kind}", getattr(action, kind)())


def _own_texts(widget: QWidget, name: str) -> Iterator[Seen]:
    if isinstance(widget, QLabel | QAbstractButton):
        yield Seen(f"{name} text", widget.text())
    elif isinstance(widget, QMenu):
        yield Seen(f"{name} title", widget.title())
    elif isinstance(widget, QLineEdit):
        yield Seen(f"{name} placeholder", widget.placeholderText())
    elif isinstance(widget, QPlainTextEdit):
        yield Seen(f"{name} text", widget.toPlainText())
    elif isinstance(widget, QComboBox):
        yield from _model_texts(widget.model(), name)
    elif isinstance(widget, QHeaderView):
        model = widget.model()
        for column in range(model.columnCount() if model is not None else 0):
            text = model.headerData(column, widget.orientation())
            yield Seen(f"{name} header", str(text or ""))
    elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _model_texts(widget.model(), name)
    elif isinstance(widget, ImageView):
        yield from painted_texts(widget)


def _model_texts(
    model: QAbstractItemModel, name: str, parent: QModelIndex | None = None
) -> Iterator[Seen]:
    parent = QModelIndex() if parent is None else parent
    roles = (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(parent)
    for row in range(model.rowCount(parent)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in roles:
                value = index.data(role)
                if isinstance(value, str):
                    yield Seen(f"{name} row {row} {role.name}", value)
            if column == 0 and not isinstance(model, QAbstractListModel):
                yield from _model_texts(model, name, index)


def painted_texts(view: ImageView) -> Iterator[Seen]:
    """What is painted over the image: corners, badges, letters, scale bar, legend, marks."""
    around = view._around
    words = around.text._words
    for corner in ("top_left", "top_right", "bottom_left"):
        for line in getattr(words, corner):
            yield Seen(f"corner {corner}", line)
    for badge in around.margins._margins.badges:
        yield Seen("badge", badge)
    if around.margins._margins.bar is not None:
        yield Seen("scale bar", around.margins._margins.bar.text)
    if around.legend.isVisible():
        for line, _ink in around.legend._texts(QFontMetricsF(text_font())):
            yield Seen("legend", line)
    for item in view.marks_root.childItems():
        for drawn in getattr(item, "drawn", ()):
            for line in drawn.lines:
                yield Seen("mark", line)
        yield Seen("hint", getattr(item, "hint", ""))


def clipped(root: QWidget) -> list[str]:
    """Texts of a window that have less room than they need, each with what it lacks."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        lack = _lack(widget)
        if lack:
            found.append(f"{_name(widget)}: {lack}: {_text_of(widget)!r}")
    return found


def _lack(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel | Chooser):
        return ""  # their tooltips have the whole text
    if isinstance(widget, QLabel) and widget.text():
        if widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            return _missing(QSize(0, needed), widget.size())
        return _missing(widget.sizeHint(), widget.size())
    if isinstance(widget, QAbstractButton) and widget.text():
        return _missing(widget.minimumSizeHint(), widget.size())
    if isinstance(widget, QComboBox):
        return _lack_of_combo(widget)
    if isinstance(widget, QScrollArea):
        return _lack_of_area(widget)
    if isinstance(widget, QHeaderView):
        wide = range(widget.count() - 1)  # the last one takes what is left
        is_cut = any(widget.sectionSizeHint(n) > widget.sectionSize(n) + _SLACK_PX for n in wide)
        return "a header is cut" if is_cut else ""
    return _lack_of_line(widget) if isinstance(widget, QLineEdit) else ""


def _lack_of_line(line: QLineEdit) -> str:
    room = line.width() - 2 * line.fontMetrics().averageCharWidth()
    needed = line.fontMetrics().horizontalAdvance("" if line.text() else line.placeholderText())
    return _missing(QSize(needed, 0), QSize(room, line.height()))


def _lack_of_area(area: QScrollArea) -> str:
    is_fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if not is_fixed or area.widget() is None:
        return ""
    return _missing(QSize(area.widget().minimumSizeHint().width(), 0), area.viewport().size())


def _lack_of_combo(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    room = box.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, box
    )
    needed = box.fontMetrics().horizontalAdvance(box.currentText())
    return _missing(QSize(needed, 0), room.size())


def _missing(needed: QSize, given: QSize) -> str:
    across, down = needed.width() - given.width(), needed.height() - given.height()
    if across <= _SLACK_PX and down <= _SLACK_PX:
        return ""
    return f"{max(0, across)} x {max(0, down)} px missing"


def _text_of(widget: QWidget) -> str:
    for name in ("text", "currentText", "placeholderText"):
        text = getattr(widget, name, lambda: "")()
        if text:
            return text
    return ""


def _name(widget: QWidget) -> str:
    parts = []
    while widget is not None and len(parts) < 4:
        parts.append(widget.objectName() or type(widget).__name__)
        widget = widget.parentWidget()
    return " < ".join(parts)
