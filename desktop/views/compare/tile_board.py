"""All tiles of the matrix in a grid that scrolls; a single row goes over several lines."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from desktop.findings import finding_text
from desktop.language import in_words
from desktop.state.compared import Compared, Tile
from desktop.views import wording
from desktop.views.compare.tile_view import TileView

if TYPE_CHECKING:
    from engine.overlay.scale import Scale
    from engine.trust.agreement import Agreement
    from engine.trust.matrix import Backdrop, Display, Entry

_GAP_PX = 6
_STEPS = {
    Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Up: (0, -1),
}  # fmt: skip


class TileBoard(QScrollArea):
    """Shows a `Compared`; tells which tile was chosen or opened."""

    chosen = Signal(int)  # place of a tile
    opened = Signal(int)  # place of a tile

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self._ground = QWidget()
        self._grid = QGridLayout(self._ground)
        self._grid.setSpacing(_GAP_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setWidget(self._ground)
        self._tiles: list[TileView] = []
        self._shown = Compared()
        self._backdrop: Backdrop | None = None
        self._backdrop_of: tuple | None = None
        self._longest_px = 220
        self._columns = 0
        self._scales: dict[int, Scale] = {}
        self._painted: dict[int, tuple] = {}  # what each picture was made from

    @property
    def tiles(self) -> tuple[TileView, ...]:
        """In the order of the matrix."""
        return tuple(self._tiles)

    def set_longest_px(self, longest_px: int) -> None:
        """The longer side of every picture."""
        self._longest_px = longest_px
        self._columns = 0
        self._size_tiles()
        self.show_compared(self._shown)

    def show_compared(self, shown: Compared) -> None:
        """What has come; only pictures that are other ones now are painted."""
        self._shown = shown
        self._scales = scales(shown) if shown.tiles else {}
        if len(shown.tiles) != len(self._tiles):
            self._make_tiles()
        self._lay_out()
        if shown.tiles:
            self._paint()
        for place, view in enumerate(self._tiles):
            view.setChecked(place == shown.reference)
            view.show_words(tuple(self._words(place)))

    def _make_tiles(self) -> None:
        for view in self._tiles:
            view.hide()
            view.deleteLater()
        self._tiles, self._painted = [], {}
        for place in range(len(self._shown.tiles)):
            view = TileView(self._ground)
            view.clicked.connect(partial(self._choose, place))
            view.opened.connect(partial(self.opened.emit, place))
            view.installEventFilter(self)
            self._tiles.append(view)
        self._columns = 0
        self._size_tiles()

    def _choose(self, place: int) -> None:
        self._tiles[place].setChecked(place == self._shown.reference)
        if self._shown.tiles[place].entry is not None:
            self.chosen.emit(place)

    def _size_tiles(self) -> None:
        backdrop = self._painted_on()
        size_hw = (self._longest_px, self._longest_px)
        if backdrop is not None:
            size_hw = backdrop.picture.shape[:2]
        self._painted = {}
        for view in self._tiles:
            view.set_size(size_hw)

    def _painted_on(self) -> Backdrop | None:
        item = self._shown.item
        if item is None or item.radiograph is None:
            return self._backdrop
        key = (item.radiograph.sha256, item.frame, self._longest_px)
        if key != self._backdrop_of:
            from engine.trust.matrix import backdrop_of

            self._backdrop = backdrop_of(item.radiograph, item.frame, self._longest_px)
            self._backdrop_of = key
        return self._backdrop

    def _paint(self) -> None:
        from engine.trust.matrix import picture_of

        backdrop, display = self._painted_on(), display_of(self._shown)
        reference = None if display.what == "maps" else reference_of(self._shown)
        for place, view in enumerate(self._tiles):
            tile = self._shown.tiles[place]
            if tile.entry is not None and backdrop is not None:
                scale = self._scales[place]
                made_from = (tile.entry, display.what, scale, reference, backdrop)
                if self._painted.get(place) != made_from:
                    self._painted[place] = made_from
                    view.show_picture(picture_of(tile.entry, display, scale, backdrop, reference))
            elif tile.problem is not None:
                text = wording.error_text(tile.problem, is_masked=True)
                view.show_instead(text, is_problem=True)
            else:
                is_running = place == self._shown.running
                view.show_instead(self.tr("computing ...") if is_running else self.tr("waiting"))

    def _words(self, place: int) -> Iterator[tuple[str, str]]:
        """The caption line by line, with the names of their colours."""
        tile = self._shown.tiles[place]
        yield self.tr("{number}  {name}").format(number=place + 1, name=_method_name(tile)), "TEXT"
        if tile.entry is None:
            yield _class_of(tile), "MUTED"
            layer = tile.question.layer
            yield ("" if layer is None else layer), "MUTED"
            return
        from engine.trust.matrix import caption_of

        _, about, layer = caption_of(tile.entry)
        yield in_words(about), "MUTED"
        yield self._where(place, in_words(layer)), "MUTED"
        found = None
        if self._shown.reference is not None:
            found = self._shown.agreement(place, self._shown.reference)
        if place == self._shown.reference:
            yield self.tr("the reference"), "ACCENT"
        else:
            yield ("" if found is None else self._agreement(found)), "TEXT"
        flags = "; ".join(in_words(flag) for flag in tile.entry.explanation.flags)
        if flags:
            yield flags, "ABOVE"

    def _agreement(self, found: Agreement) -> str:
        """In few words: there is little room under a picture."""
        from engine.trust.matrix import CAPTION_SHARE

        number = found.rank_correlation
        ranks = self.tr("not defined") if number is None else wording.hundredths_text(number)
        if not found.overlaps:
            return self.tr("nothing that both saw")
        return self.tr("ranks {ranks}, top {percent} % {overlap}").format(
            ranks=ranks,
            percent=round(100 * CAPTION_SHARE),
            overlap=wording.hundredths_text(found.overlaps[CAPTION_SHARE]),
        )

    def _where(self, place: int, layer: str) -> str:
        """The layer, and between which numbers the colours lie."""
        if self._shown.what != "maps":
            return layer
        scale = self._scales.get(place)
        if scale is None or scale.is_empty:
            return layer
        low, high = wording.number_text(scale.low), wording.number_text(scale.high)
        if scale.low == -scale.high:
            return self.tr("{layer}: ±{high}").format(layer=layer, high=high)
        return self.tr("{layer}: {low} to {high}").format(layer=layer, low=low, high=high)

    def _lay_out(self) -> None:
        if not self._tiles:
            return
        rows = {tile.row for tile in self._shown.tiles}
        step = self._tiles[0].width() + _GAP_PX
        fitting = max(1, (self.viewport().width() - 2 * _GAP_PX) // max(1, step))
        columns = fitting if len(rows) == 1 else 1 + max(t.column for t in self._shown.tiles)
        if columns == self._columns:
            return
        self._columns = columns
        for place, view in enumerate(self._tiles):
            tile = self._shown.tiles[place]
            at = divmod(place, columns) if len(rows) == 1 else (tile.row, tile.column)
            self._grid.addWidget(view, *at)
            view.show()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A single row fits another number beside each other."""
        super().resizeEvent(event)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go to the neighbour; what has the keyboard is brought into sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, TileView):
            self.ensureWidgetVisible(watched)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None and watched in self._tiles:
                place = self._tiles.index(watched) + step[0] + step[1] * max(1, self._columns)
                if 0 <= place < len(self._tiles):
                    self._tiles[place].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False


def display_of(shown: Compared) -> Display:
    """How the engine paints it."""
    from engine.trust.matrix import Display

    return Display(shown.what, shown.scaling, shown.is_signed)


def reference_of(shown: Compared) -> Entry | None:
    """The map that the others are compared with."""
    return None if shown.reference is None else shown.tiles[shown.reference].entry


def scales(shown: Compared) -> dict[int, Scale]:
    """The scale of every map that is there, by place."""
    from engine.trust.matrix import scales_of

    entries = [shown.tiles[place].entry for place in shown.done]
    found = scales_of(entries, display_of(shown), reference_of(shown))
    return dict(zip(shown.done, found, strict=True))


def _method_name(tile: Tile) -> str:
    from engine.explain.registry import find_method

    return in_words(find_method(tile.question.method).name)


def _class_of(tile: Tile) -> str:
    return f"{finding_text(tile.question.target.name)}, {tile.model_id}"
