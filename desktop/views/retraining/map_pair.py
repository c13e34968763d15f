"""One image as both models look at it: two maps side by side, with what they gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.findings import finding_text
from desktop.jobs.evidence import NEW, OLD, SIDES, CaseSeen, SideSeen
from desktop.language import in_words, translate
from desktop.views.compare.tile_view import TileView
from desktop.views.retraining.comparison_words import LIGHTS, percent_text, words
from desktop.views.widgets.layout import Card
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import CAVEAT, sentence

if TYPE_CHECKING:
    from engine.trust.matrix import Backdrop

_WIDE_PX = 320


class MapPair(Card):
    """Follows one `CaseSeen`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.is_waiting = False
        self.title = PlainLabel("", "strong", wraps=True)
        self.tiles = {side: TileView() for side in SIDES}
        self.note = PlainLabel("", "small", wraps=True)
        row = QHBoxLayout()
        for tile in self.tiles.values():
            tile.setCheckable(False)
            row.addWidget(tile)
        row.addStretch(1)
        self.column.addWidget(self.title)
        self.column.addLayout(row)
        self.column.addWidget(self.note)
        self.caveat = PlainLabel(translate("Wording", CAVEAT), "small", wraps=True)
        self.column.addWidget(self.caveat)

    def show_waiting(self, title: str) -> None:
        """Maps are being made."""
        self.is_waiting = True
        self.title.setText(title)
        for tile in self.tiles.values():
            tile.set_size((_WIDE_PX, _WIDE_PX))
            tile.show_instead(self.tr("Making the map ..."))
            tile.show_words(())
        self.note.setText("")

    def show_case(self, title: str, seen: CaseSeen, names: dict[str, str]) -> None:
        """Shows it.

        Args:
            title: of the image.
            seen: what was found.
            names: of the models, by side.
        """
        self.is_waiting = False
        self.title.setText(title)
        for side, tile in self.tiles.items():
            self._fill(tile, seen, side, names[side])
        self.note.setText(self._scale_note(seen))

    def _fill(self, tile: TileView, seen: CaseSeen, side: str, name: str) -> None:
        from engine.trust.matrix import Display, picture_of, scales_of

        own = seen.sides[side]
        backdrop = _fitted(seen.backdrop)
        height, width = (_WIDE_PX, _WIDE_PX) if backdrop is None else backdrop.picture.shape[:2]
        tile.set_size((height, width))
        if own.entry is None or backdrop is None:
            tile.show_instead(sentence(own.problem), is_problem=True)
        else:
            display = Display(is_signed=False)
            scale = scales_of([own.entry], display)[0]
            tile.show_picture(picture_of(own.entry, display, scale, backdrop))
        tile.show_words(tuple(self._caption(seen, side, name, own)))

    def _caption(
        self, seen: CaseSeen, side: str, name: str, own: SideSeen
    ) -> list[tuple[str, str]]:
        who = self.tr("active model") if side == OLD else self.tr("new model")
        finding = finding_text(seen.case["class"])
        score = percent_text(seen.case[side])
        lines = [(f"{who}: {name}", "TEXT"), (f"{finding} {score}", "TEXT")]
        call = seen.case[f"{side}_call"]
        if call is not None:
            is_right = call == seen.case["truth"]
            text = self.tr("decides rightly") if is_right else self.tr("decides wrongly")
            lines.append((text, "GOOD" if is_right else "STOP"))
        if own.share is not None:
            text = self.tr("{share} % outside the lungs (an even map {even} %)")
            told = text.format(share=round(100 * own.share), even=round(100 * (own.even or 0.0)))
            lines.append((told, "MUTED"))
        if own.light:
            lines.append((words(LIGHTS[own.light]), "MUTED"))
        return lines

    def _scale_note(self, seen: CaseSeen) -> str:
        from engine.trust.matrix import Display, caption_of, display_note

        entries = [seen.sides[side].entry for side in (OLD, NEW)]
        known = [entry for entry in entries if entry is not None]
        if not known:
            return ""
        method = in_words(caption_of(known[0])[0])
        return f"{method}: {in_words(display_note(Display(is_signed=False)))}"


def _fitted(backdrop: Backdrop | None) -> Backdrop | None:
    """At the width of a tile."""
    if backdrop is None:
        return None
    import cv2

    from engine.trust.matrix import Backdrop

    height, width = backdrop.picture.shape[:2]
    factor = _WIDE_PX / max(height, width)
    size_wh = (max(1, round(width * factor)), max(1, round(height * factor)))
    small = cv2.resize(backdrop.picture, size_wh, interpolation=cv2.INTER_AREA)
    return Backdrop(small, backdrop.image_hw)
