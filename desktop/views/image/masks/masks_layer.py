"""The masks of one image view: shows them, lets them be drawn with brush, eraser and polygon."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from desktop.state.masks import BRUSH, ERASER, MASK_POLYGON, MASK_TOOLS, structure_text
from desktop.state.session import SessionState
from desktop.state.workspace import Item
from desktop.views.image.image_view import ImageView
from desktop.views.image.masks.drags import NoDrag, StrokeDrag
from desktop.views.image.masks.masks_item import MasksItem, PaintedMask, Pointer, colour_of
from desktop.views.image.mouse import Drag
from desktop.views.image.wheel import Steps, turned_by
from engine.measure.brush import brush
from engine.measure.drawn import DrawnMask, mask_of_mark
from engine.measure.mark import POINT_COUNTS, POLYGON, Mark, Point

HIDDEN_BADGE = "masks hidden"
_CLOSE_PX = 10.0
_ALT, _NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


class MasksLayer(QObject):
    """Listens to one view and to the masks of the image in it.

    Args:
        view: shows the image.
        state: the session's state.
    """

    def __init__(self, view: ImageView, state: SessionState, parent: QObject) -> None:
        super().__init__(parent)
        self._view, self._state = view, state
        self._item = MasksItem(view.marks_root, view.legend_box)
        self._known: dict[DrawnMask, PaintedMask] = {}
        self._fields: dict[int, PaintedMask] = {}  # by identity of the computed pixels
        self._live: PaintedMask | None = None  # while a stroke is drawn
        self._corners: list[Point] = []  # of a polygon
        self._at: QPointF | None = None
        self._is_at_work = False  # the tool in hand has been used; nobody needs a hint
        self._steps = Steps()
        self._seen: tuple[object, int] = (None, 0)
        view.hand.press_takers.insert(0, self._press)  # a brush may cross marks
        view.hand.escape_takers.insert(0, self._escape)
        for watched in (view, view.viewport()):
            watched.installEventFilter(self)
        view.greys_changed.connect(self._follow_image)
        view.placed.connect(self._show_pointer)
        state.masks.changed.connect(self._show)
        state.tool.tool_changed.connect(self._take_tool)
        state.workspace.item_changed.connect(self._follow_item)
        self._follow_image()

    @property
    def shown(self) -> MasksItem:
        """What is painted."""
        return self._item

    def item(self) -> Item | None:
        """The listed item whose image the view shows."""
        return self._state.workspace.listed_with(self._view.radiograph())

    # What is seen

    def _follow_image(self) -> None:
        seen = (self._view.radiograph(), self._view.frame())
        if seen[0] is not self._seen[0] or seen[1] != self._seen[1]:
            self._seen = seen
            self._live, self._corners = None, []
            self._show()

    def _follow_item(self, item: Item, changed: frozenset) -> None:
        if changed & {"marks", "fields"} and item is self.item():
            self._show()

    def _show(self) -> None:
        self._show_masks()
        hides = bool(self._kept()) and not self._state.masks.is_visible
        self._view.set_badge(HIDDEN_BADGE, self.tr("Masks hidden") if hides else "")
        self._show_hint()
        self._show_pointer()

    def _show_masks(self) -> None:
        masks = (*self._computed(), *self._drawn())
        self._item.show_masks(masks, is_changing=self._live is not None)

    def _show_hint(self) -> None:
        name = structure_text(self._state.masks.structure)
        hints = {
            BRUSH: self.tr("Brush: {name}   Alt: erase   Alt + wheel: size"),
            ERASER: self.tr("Eraser: {name}   Alt: paint   Alt + wheel: size"),
            MASK_POLYGON: self.tr("Mask of {name}: click corners; double click or Enter ends it"),
        }
        is_due = self._kept() is not None and not self._is_at_work
        hint = hints.get(self._state.tool.tool, "") if is_due else ""
        self._item.show_hint(hint.format(name=name), QRectF(self._view.viewport().rect()))

    def _kept(self) -> tuple[DrawnMask, ...] | None:
        """The masks of the frame on screen; None while unknown."""
        sheet = self._state.marks.sheet(self.item())
        return None if sheet is None else sheet.masks_on(self._view.frame())

    def _drawn(self) -> tuple[PaintedMask, ...]:
        kept = self._kept()
        if kept is None or not self._state.masks.is_visible:
            return ()
        self._known = {
            mask: self._known.get(mask) or PaintedMask(mask.structure, mask.pixels())
            for mask in kept
        }
        live = self._live
        painted = list(self._known.values())
        if live is not None:
            painted = [p for p in painted if p.structure != live.structure] + [live]
        return tuple(painted)

    def _computed(self) -> tuple[PaintedMask, ...]:
        item = self.item()
        fields = None if item is None else item.fields
        is_shown = self._state.masks.shows_fields and self._view.radiograph() is not None
        if fields is None or not is_shown or item.frame != self._view.frame():
            self._fields = {}
            return ()
        self._fields = {
            id(pixels): self._fields.get(id(pixels)) or PaintedMask(name, pixels, True)
            for name, pixels in fields.masks.items()
        }
        return tuple(self._fields.values())

    def _show_pointer(self) -> None:
        tool, at = self._state.tool.tool, self._at
        if tool not in MASK_TOOLS or at is None or self._view.radiograph() is None:
            self._item.show_pointer(None)
            return
        masks = self._state.masks
        line = [self._view.view_point(*corner) for corner in self._corners]
        diameter = 0.0
        if tool != MASK_POLYGON:
            one = self._view.view_point(0.0, 0.0)
            away = self._view.view_point(masks.brush_px, 0.0) - one
            diameter = float(np.hypot(away.x(), away.y()))
        pointer = Pointer(at, diameter, (*line, at) if line else (), colour_of(masks.structure))
        self._item.show_pointer(pointer)

    # What the mouse does

    @property
    def _tool(self) -> str:
        return self._state.tool.tool

    def _press(self, event: QMouseEvent) -> Drag | None:
        """See `Hand.press_takers`."""
        if self._tool not in MASK_TOOLS or event.button() != Qt.MouseButton.LeftButton:
            return None
        if self._kept() is None or event.modifiers() not in (_NONE, _ALT):
            return None
        self._state.masks.show(True)
        self._is_at_work = True
        self._show_hint()
        if self._tool == MASK_POLYGON:
            return self._press_corner(event)
        is_inside = (self._tool == BRUSH) != (event.modifiers() == _ALT)
        return self._begin_stroke(event.position(), is_inside)

    def _begin_stroke(self, at: QPointF, is_inside: bool) -> Drag:
        structure = self._state.masks.structure
        live = PaintedMask(structure, self._pixels_of(structure))
        live.open_all()
        self._live = live

        def paint(points: tuple[QPointF, ...]) -> None:
            line = [self._view.image_point(point) for point in points]
            box = brush(live.pixels, line, self._state.masks.brush_px, is_inside=is_inside)
            live.refresh(box)
            self._at = points[-1]
            self._show_masks()
            self._show_pointer()

        return StrokeDrag(at, paint, self._end_stroke, self._drop_stroke)

    def _end_stroke(self) -> None:
        live, self._live = self._live, None
        item = self.item()
        if live is not None and item is not None:
            self._state.masks.put(item, live.structure, self._view.frame(), live.pixels)
        self._show()

    def _drop_stroke(self) -> None:
        self._live = None
        self._show()

    def _pixels_of(self, structure: str) -> np.ndarray:
        """A new array: the mask of a structure on the frame on screen."""
        for mask in self._kept() or ():
            if mask.structure == structure:
                return mask.pixels()
        return np.zeros(self._view.radiograph().size_hw, bool)

    def _press_corner(self, event: QMouseEvent) -> Drag:
        if self._closes(event.position()):
            self._finish_polygon()
        elif len(self._corners) < POINT_COUNTS[POLYGON][1]:
            self._corners.append(self._view.image_point(event.position()))
            self._at = event.position()
            self._show_pointer()
        return NoDrag()

    def _closes(self, at: QPointF) -> bool:
        if len(self._corners) < POINT_COUNTS[POLYGON][0]:
            return False
        away = self._view.view_point(*self._corners[0]) - at
        return max(abs(away.x()), abs(away.y())) <= _CLOSE_PX

    def _finish_polygon(self) -> None:
        """The polygon becomes part of the mask."""
        corners, self._corners = tuple(self._corners), []
        item = self.item()
        if len(corners) >= POINT_COUNTS[POLYGON][0] and item is not None:
            structure, frame = self._state.masks.structure, self._view.frame()
            inside = mask_of_mark(Mark(POLYGON, corners, frame), self._view.radiograph().size_hw)
            self._state.masks.put(item, structure, frame, self._pixels_of(structure) | inside)
        self._show()

    def _take_tool(self, _tool: str) -> None:
        self._corners, self._is_at_work = [], False
        self._show()

    def _escape(self) -> bool:
        """See `Hand.escape_takers`: the corners of a polygon go."""
        had_corners = bool(self._corners)
        self._corners = []
        self._show_pointer()
        return had_corners

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the pointer; Alt and the wheel size the brush; Enter ends a polygon."""
        if self._tool not in MASK_TOOLS:
            return False
        kind = event.type()
        if watched is self._view:
            return kind == QEvent.Type.KeyPress and self._take_key(event)
        if kind == QEvent.Type.MouseMove:
            self._at = event.position()
            self._show_pointer()
        elif kind == QEvent.Type.Leave:
            self._at = None
            self._show_pointer()
        elif kind == QEvent.Type.MouseButtonDblClick:
            return self._double_click(event)
        elif kind == QEvent.Type.Wheel:
            return self._turn_wheel(event)
        elif kind == QEvent.Type.Resize:
            self._show_hint()
        return False

    def _double_click(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        if self._tool == MASK_POLYGON:
            self._finish_polygon()
        else:
            self._view.hand.press(event)  # two quick dabs
        return True

    def _take_key(self, event: QKeyEvent) -> bool:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not is_enter or len(self._corners) < POINT_COUNTS[POLYGON][0]:
            return False
        self._finish_polygon()
        return True

    def _turn_wheel(self, event: QWheelEvent) -> bool:
        if not event.modifiers() & _ALT or self._tool == MASK_POLYGON:
            return False
        notches = self._steps.add(turned_by(event.angleDelta()))
        if notches:
            self._state.masks.step_brush(notches)
        return True
