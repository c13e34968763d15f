"""The matrix as files: one picture of all maps with captions and legend, tables of agreement."""

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said
from engine.overlay import wording
from engine.overlay.legend import draw_caution
from engine.overlay.lettering import INK, MARGIN_PX, QUIET, draw_bar, size_for, write
from engine.trust.agreement import Agreement
from engine.trust.matrix import (
    Backdrop,
    Display,
    Entry,
    agreement_text,
    agreement_with,
    caption_of,
    colours_of,
    display_note,
    picture_of,
    scales_of,
)

_GAP_PX = 8
_TILE_PX = 320  # least width: captions must be readable
_LETTERS_PX = 12
_LINE_PX = 17
_LINES = 5
_WARNING = (255, 190, 110)


def sheet_picture(
    entries: Sequence[Entry],
    display: Display,
    backdrop: Backdrop,
    columns: int,
    *,
    reference: Entry | None = None,
    caution: str = "",
) -> NDArray[np.uint8]:
    """All entries with their captions, `columns` in a row, and the legend under them.

    Args:
        entries: row by row.
        display: how they are painted.
        backdrop: the radiograph at the size of a tile.
        columns: 1 or more.
        reference: what the others are compared with.
        caution: a sentence across the top that must not be overlooked.

    Returns:
        (H, W, 3) uint8 RGB.
    """
    scales = scales_of(entries, display, reference)
    tiles = []
    for entry, scale in zip(entries, scales, strict=True):
        painted = picture_of(entry, display, scale, backdrop, reference)
        tiles.append(_captioned(painted, _lines(entry, scale, display, reference)))
    tiles += [np.zeros_like(tiles[0])] * (-len(tiles) % columns)
    rows = [np.hstack(tiles[at : at + columns]) for at in range(0, len(tiles), columns)]
    whole = np.vstack(rows)
    shared = scales[0] if display.scaling == "all" or display.what != "maps" else None
    parts = [whole, _legend(display, shared, whole.shape[1])]
    if caution:
        parts.insert(0, draw_caution(caution, whole.shape[1]))
    return np.vstack(parts)


def agreement_rows(entries: Sequence[Entry]) -> list[dict[str, Any]]:
    """One row for every pair of entries: what they are, rank correlation, overlaps."""
    rows = []
    for place, one in enumerate(entries):
        for other in entries[place + 1 :]:
            found = agreement_with(one, other)
            overlaps = {f"overlap_top_{share:.0%}": v for share, v in found.overlaps.items()}
            numbers = {"rank_correlation": found.rank_correlation} | overlaps
            rows.append(_named(one, "") | _named(other, "other_") | numbers)
    return rows


def agreement_csv(entries: Sequence[Entry]) -> str:
    """`agreement_rows` as a table."""
    rows = agreement_rows(entries)
    table = io.StringIO(newline="")
    if rows:
        columns = list(dict.fromkeys(name for row in rows for name in row))
        writer = csv.DictWriter(table, columns)
        writer.writeheader()
        writer.writerows(rows)
    return table.getvalue()


def as_json(found: Agreement) -> dict[str, Any]:
    """Plain values."""
    return {"rank_correlation": found.rank_correlation, "overlap": found.overlaps}


def write_matrix(
    folder: Path, stem: str, sheet: NDArray[np.uint8], entries: Sequence[Entry]
) -> Mapping[str, Path]:
    """Writes ``STEM.png`` and ``STEM.csv``; returns the paths by suffix. Raises OutputError."""
    picture = io.BytesIO()
    Image.fromarray(sheet).save(picture, format="PNG")
    contents = {"png": picture.getvalue(), "csv": agreement_csv(entries).encode("utf-8")}
    paths = {suffix: folder / f"{stem}.{suffix}" for suffix in contents}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for suffix, content in contents.items():
            atomic_write(paths[suffix], content)
    except OSError as error:
        raise OutputError(
            said("the comparison cannot be written: {error}", error=error.strerror or str(error)),
            file=folder,
        ) from error
    return paths


def _named(entry: Entry, prefix: str) -> dict[str, Any]:
    found = entry.explanation
    return {
        f"{prefix}model": found.model_id,
        f"{prefix}method": found.method,
        f"{prefix}layer": "" if found.layer is None else found.layer,
        f"{prefix}class": found.target.name,
    }


def _lines(
    entry: Entry, scale: Any, display: Display, reference: Entry | None
) -> list[tuple[str, tuple[int, int, int]]]:
    method, about, place = caption_of(entry)
    lines = [(method, INK), (about, QUIET)]
    if display.what == "maps":
        ends = f"{wording.number(scale.low)} .. {wording.number(scale.high)}"
        place = f"{place}; {scale.empty_text() if scale.is_empty else ends}"
    lines.append((place, QUIET))
    if entry is reference:
        lines.append(("the reference", INK))
    elif reference is not None:
        lines.append((agreement_text(agreement_with(entry, reference)), QUIET))
    flags = "; ".join(entry.explanation.flags)
    return [*lines, (flags, _WARNING)] if flags else lines


def _captioned(
    painted: NDArray[np.uint8], lines: Sequence[tuple[str, tuple[int, int, int]]]
) -> NDArray[np.uint8]:
    height, width = painted.shape[:2]
    tile = np.zeros((height + _LINES * _LINE_PX + 2 * _GAP_PX, max(width, _TILE_PX), 3), np.uint8)
    left = (tile.shape[1] - width) // 2
    tile[:height, left : left + width] = painted
    for place, (text, ink) in enumerate(lines):
        base = height + (place + 1) * _LINE_PX
        write(tile, text, (MARGIN_PX, base), _LETTERS_PX, ink)
    return np.pad(tile, ((0, 0), (0, _GAP_PX), (0, 0)))


def _legend(display: Display, shared: Any, width_px: int) -> NDArray[np.uint8]:
    size = size_for(width_px)
    line_px = round(size * 1.6)
    has_bar = shared is not None and not shared.is_empty
    bar_px = size + line_px + size // 2 if has_bar else 0
    strip = np.zeros((2 * MARGIN_PX + bar_px + 2 * line_px, width_px, 3), np.uint8)
    if has_bar:
        draw_bar(strip, MARGIN_PX, size, shared, colours_of(shared))
    base = MARGIN_PX + bar_px + size
    write(strip, display_note(display), (MARGIN_PX, base), size, INK)
    write(strip, wording.RESEARCH_USE, (MARGIN_PX, base + line_px), size, INK)
    return strip
