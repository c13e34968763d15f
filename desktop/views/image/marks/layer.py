"""The marks of one image view: shows them, lets them be drawn, taken, moved and written on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from desktop.state.marks import CALIBRATE
from desktop.state.session import SessionState
from desktop.state.tool import WINDOW
from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.image.marks.drags import EditDrag, SketchDrag
from desktop.views.image.marks.marks_item import Drawn, MarksItem
from desktop.views.image.marks.numbers import Numbers
from desktop.views.image.marks.shapes import shape_of, shape_of_points
from desktop.views.image.marks.sketch import Sketch
from desktop.views.image.marks.text_editor import TextEditor
from desktop.views.image.marks.words import KIND_NAMES, lines_of, step_text, tr
from desktop.views.image.mouse import Drag
from engine.images.radiograph import Radiograph
from engine.measure.mark import (
    ACROSS_X,
    ACROSS_Y,
    CTR,
    LENGTH,
    MAX_TEXT,
    POINT_COUNTS,
    POLYGON,
    TEXT,
    Mark,
    Point,
    new_mark,
)
from engine.measure.scale import calibrated_spacing
from engine.measure.sheet import Sheet

KEY_BADGE, HIDDEN_BADGE = "key image", "marks hidden"
KEEPS_TOOL = "view/keeps_mark_tool"
_LEAST_SIZE_PX = 2.0  # smaller marks were clicks
_CLOSE_PX = 10.0
_ONE_A_TIME = (CTR, TEXT, CALIBRATE)  # the tool is laid aside afterwards


class MarksLayer(QObject):
    """Listens to one view and to the marks of the image in it.

    Args:
        view: shows the image.
        state: the session's state.
    """

    calibration_drawn = Signal(object, tuple)  # Item, its two ends

    def __init__(self, view: ImageView, state: SessionState, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._state = view, state
        self._marks = state.marks
        self._item = MarksItem(view.marks_root, view.legend_box)
        self._numbers = Numbers()
        self._editor = TextEditor(view.viewport())
        self._seen: tuple[Radiograph | None, int] = (None, 0)
        self._sketch: Sketch | None = None
        self._moved: Mark | None = None  # as it would be if the button came up now
        view.hand.press_takers.append(self._press)
        view.hand.escape_takers.append(self._escape)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)
        view.greys_changed.connect(self._follow_image)
        view.placed.connect(self._draw)
        self._marks.sheet_changed.connect(self._follow_sheet)
        self._marks.selection_changed.connect(self._draw)
        self._marks.visibility_changed.connect(self._turn)
        state.tool.tool_changed.connect(self._drop_sketch)
        self._follow_image()

    @property
    def shown(self) -> MarksItem:
        """What is painted."""
        return self._item

    def item(self) -> Item | None:
        """The listed item whose image the view shows."""
        return self._state.workspace.listed_with(self._view.radiograph())

    def sheet(self) -> Sheet | None:
        """What is drawn on it; None while unknown."""
        return self._marks.sheet(self.item())

    def edit_words(self, mark_id: str) -> None:
        """Opens the field for the words of a mark of this image."""
        sheet = self.sheet()
        mark = None if sheet is None else sheet.mark(mark_id)
        item = self.item()
        if mark is None or item is None:
            return
        take = partial(self._write, item, mark)
        self._editor.ask(shape_of(mark, self._to_view).anchor, mark.text, take)

    # What is seen

    def _follow_image(self) -> None:
        seen = (self._view.radiograph(), self._view.frame())
        if seen[0] is not self._seen[0] or seen[1] != self._seen[1]:
            self._seen = seen
            self._drop_sketch()
            self._moved = None
            self._editor.leave()
            self._turn()

    def _follow_sheet(self, item: Item) -> None:
        if item is self.item():
            self._turn()

    def _turn(self, _what: object = None) -> None:
        """Takes everything anew from the image and its sheet."""
        radiograph, sheet = self._view.radiograph(), self.sheet()
        if radiograph is not None and sheet is not None:
            calibration = sheet.calibration
            measured = None
            if calibration is not None:
                measured = calibrated_spacing(radiograph.spacing, calibration, radiograph.pixel_hw)
            self._view.set_spacing(measured)
        is_key = sheet is not None and self._view.frame() in sheet.key_frames
        self._view.set_badge(KEY_BADGE, self.tr("★ Key image") if is_key else "")
        hides = sheet is not None and bool(sheet.on_frame(self._view.frame()))
        hides = hides and not self._marks.is_visible
        self._view.set_badge(HIDDEN_BADGE, self.tr("Marks hidden") if hides else "")
        self._draw()

    def _draw(self, _what: object = None) -> None:
        radiograph, sheet = self._view.radiograph(), self.sheet()
        area = QRectF(self._view.viewport().rect())
        if radiograph is None or sheet is None:
            self._item.draw((), area, "")
            return
        drawn = [self._drawn(mark, radiograph, sheet) for mark in self._shown_marks(sheet)]
        drawn.sort(key=lambda entry: entry.is_chosen)
        hint = ""
        if self._sketch is not None:
            drawn.append(self._drawn_sketch(self._sketch, radiograph, sheet))
        if self._sketch is not None or self._is_drawing_tool:
            kind = self._state.tool.tool if self._sketch is None else self._sketch.kind
            hint = step_text(kind, 0 if self._sketch is None else len(self._sketch.points))
        self._item.draw(tuple(drawn), area, hint)

    def _shown_marks(self, sheet: Sheet) -> tuple[Mark, ...]:
        if not self._marks.is_visible:
            return ()
        marks = sheet.on_frame(self._view.frame())
        moved = self._moved
        return tuple(m if moved is None or m.id != moved.id else moved for m in marks)

    def _drawn(self, mark: Mark, radiograph: Radiograph, sheet: Sheet) -> Drawn:
        is_moving = mark is self._moved
        numbers = self._numbers.of(mark, radiograph, sheet.scale(radiograph), is_moving=is_moving)
        is_chosen = mark.id == self._marks.selected
        return Drawn(mark.id, shape_of(mark, self._to_view), lines_of(mark, numbers), is_chosen)

    def _drawn_sketch(self, sketch: Sketch, radiograph: Radiograph, sheet: Sheet) -> Drawn:
        kind = LENGTH if sketch.kind == CALIBRATE else sketch.kind
        shape = shape_of_points(kind, sketch.shown, self._to_view, sketch.across)
        lines: tuple[str, ...] = ()
        if POINT_COUNTS[kind][0] <= len(sketch.shown) and kind != TEXT:
            mark = Mark(kind, sketch.shown, self._view.frame(), across=sketch.across)
            scale = sheet.scale(radiograph)
            lines = lines_of(mark, self._numbers.of(mark, radiograph, scale, is_moving=True))
        return Drawn("", shape, lines, is_chosen=True)

    # What the mouse does

    @property
    def _is_drawing_tool(self) -> bool:
        return self._state.tool.tool in KIND_NAMES

    def _press(self, event: QMouseEvent) -> Drag | None:
        """See `Hand.press_takers`."""
        is_plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not is_plain or self.sheet() is None:
            return None
        if self._sketch is None:
            taken = self._take(event.position())
            if taken is not None:
                return taken
            if not self._is_drawing_tool:
                self._marks.select("")
                return None
            self._marks.select("")
            self._marks.show(True)
            self._sketch = Sketch(self._state.tool.tool, self._across())
        elif self._closes(event.position()):
            self._finish()
            return _Nothing()
        return SketchDrag(
            self._sketch, self._image_point, event.position(), self._draw, self._stroke_ended
        )

    def _take(self, at: QPointF) -> Drag | None:
        """A handle, a line or the words of a mark under the pointer."""
        found = self._mark_at(at)
        if found is None:
            return None
        mark, handle, is_line = found
        if handle is None and is_line and self._is_drawing_tool:
            return None  # a new mark may start on the line of another one
        self._marks.select(mark.id)
        ended = partial(self._edited, mark)
        return EditDrag(mark, handle, self._free_point, at, self._show_moved, ended)

    def _mark_at(self, at: QPointF) -> tuple[Mark, int | None, bool] | None:
        """(mark, handle or None, whether it is a line); the selected mark first."""
        sheet = self.sheet()
        for drawn in reversed(self._item.drawn):
            mark = None if sheet is None else sheet.mark(drawn.id)
            if mark is None:
                continue
            handle = drawn.shape.handle_at(at)
            if handle is not None:
                return mark, handle, False
            if drawn.shape.is_line_at(at):
                return mark, None, True
            if self._item.words_box(drawn).contains(at):
                return mark, None, False
        return None

    def _closes(self, at: QPointF) -> bool:
        """Whether a click there closes the polygon."""
        sketch = self._sketch
        if sketch is None or sketch.kind != POLYGON or not sketch.can_end:
            return False
        away = self._to_view(sketch.points[0]) - at
        return max(abs(away.x()), abs(away.y())) <= _CLOSE_PX

    def _stroke_ended(self) -> None:
        if self._sketch is not None and self._sketch.is_complete:
            self._finish()
        else:
            self._draw()

    def _finish(self) -> None:
        """The sketch becomes a mark."""
        sketch, self._sketch = self._sketch, None
        item, sheet = self.item(), self.sheet()
        if sketch is not None and item is not None and sheet is not None and sketch.can_end:
            points = tuple(sketch.points)
            if self._is_large_enough(sketch.kind, points):
                self._made(item, sheet, sketch, points)
        self._draw()

    def _made(self, item: Item, sheet: Sheet, sketch: Sketch, points: tuple[Point, ...]) -> None:
        kind = sketch.kind
        if kind in _ONE_A_TIME or not self._state.settings.get(KEEPS_TOOL):
            self._state.tool.choose(WINDOW)
        if kind == CALIBRATE:
            self.calibration_drawn.emit(item, points)
            return
        mark = new_mark(kind, points, self._view.frame(), across=sketch.across)
        if kind == TEXT:
            take = partial(self._write, item, mark)
            self._editor.ask(self._to_view(points[0]), "", take)
            return
        self._marks.change(item, sheet.with_mark(mark), tr(KIND_NAMES[kind]))
        self._marks.select(mark.id)

    def _is_large_enough(self, kind: str, points: tuple[Point, ...]) -> bool:
        if kind == TEXT:
            return True
        seen = [self._to_view(point) for point in points]
        widest = max(p.x() for p in seen) - min(p.x() for p in seen)
        highest = max(p.y() for p in seen) - min(p.y() for p in seen)
        return max(widest, highest) >= _LEAST_SIZE_PX

    def _edited(self, before: Mark, after: Mark | None) -> None:
        item, sheet = self.item(), self.sheet()
        if item is None or sheet is None or after is None or sheet.mark(before.id) is None:
            return
        text = self.tr("Move: {name}").format(name=tr(KIND_NAMES[before.kind]))
        self._marks.change(item, sheet.with_mark(after), text)

    def _write(self, item: Item, mark: Mark, words: str) -> None:
        """Takes the words of a mark; a text without words is no mark."""
        sheet = self._marks.sheet(item)
        if sheet is None or (sheet.mark(mark.id) is None and mark.kind != TEXT):
            return
        if mark.kind == TEXT and not words:
            changed = sheet.without_mark(mark.id)
        else:
            changed = sheet.with_mark(_with_words(mark, words))
        self._marks.change(item, changed, self.tr("Words"))

    def _show_moved(self, mark: Mark | None) -> None:
        self._moved = mark
        self._draw()

    def _drop_sketch(self, _tool: str = "") -> None:
        self._sketch = None
        self._draw()

    def _escape(self) -> bool:
        """See `Hand.escape_takers`: what is drawn goes, then the selection."""
        if self._editor.leave():
            return True
        if self._sketch is not None:
            self._drop_sketch()
            return True
        had_selection = self._marks.selected != ""
        self._marks.select("")
        return had_selection

    # Places

    def _to_view(self, point: Point) -> QPointF:
        return self._view.view_point(*point)

    def _free_point(self, at: QPointF) -> Point:
        return self._view.image_point(at)

    def _image_point(self, at: QPointF) -> Point:
        """The image point there; the nearest one of the image where there is none."""
        x, y = self._view.image_point(at)
        height, width = self._view.radiograph().size_hw
        return min(max(x, 0.0), float(width)), min(max(y, 0.0), float(height))

    def _across(self) -> str:
        """The image axis that is horizontal on screen."""
        return ACROSS_Y if self._view.orientation().turns % 2 else ACROSS_X

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the pointer between clicks; double click and Enter end a polygon."""
        kind = event.type()
        if watched is self._view:
            return kind == QEvent.Type.KeyPress and self._take_key(event)
        if kind == QEvent.Type.MouseMove:
            self._hover(event)
        elif kind == QEvent.Type.MouseButtonDblClick:
            return self._double_click(event)
        elif kind == QEvent.Type.Resize:
            self._draw()
        return False

    def _hover(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton and self._sketch is not None:
            self._sketch.move(self._image_point(event.position()))
            self._draw()

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._sketch is not None:
            if self._sketch.kind == POLYGON and self._sketch.can_end:
                self._finish()
            return True
        found = self._mark_at(event.position())
        if found is None:
            return self._is_drawing_tool
        self.edit_words(found[0].id)
        return True

    def _take_key(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or self._sketch is None or not self._sketch.can_end:
            return False
        self._finish()
        return True


def _with_words(mark: Mark, words: str) -> Mark:
    return replace(mark, text=words[:MAX_TEXT])


class _Nothing:
    """A press whose work is done."""

    def move(self, to: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """See `mouse.Drag`."""

    def end(self, at: QPointF) -> None:
        """See `mouse.Drag`."""

    def cancel(self) -> None:
        """See `mouse.Drag`."""
