"""The `Sheet`: everything that was drawn on one image, and its JSON, which is kept and exported."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from engine.images.identity import ImageIdentity
from engine.images.radiograph import Radiograph
from engine.measure.drawn import MAX_MASKS, DrawnMask
from engine.measure.mark import Mark, utc_now
from engine.measure.scale import Calibration, Scale, scale_of
from engine.measure.values import Measured, measured

SCHEMA, SCHEMA_VERSION = "whyray-marks", 1
WITH_MASKS = 2  # the version of sheets with masks, which earlier programs must leave alone
MASK_ENCODING = "zlib of rows, eight pixels a byte, leftmost highest; base64"
COORDINATES = "original image pixels (x, y), x right, y down, first pixel from 0 to 1"


@dataclass(frozen=True)
class Sheet:
    """What was drawn on one image; immutable, so that undoing is going back to an older one.

    Attributes:
        marks: oldest first.
        calibration: replaces the file's pixel size; None: the file's counts.
        key_frames: frames that somebody called key images, ascending.
        masks: where structures lie, one per structure and frame, none of them empty.
    """

    marks: tuple[Mark, ...] = ()
    calibration: Calibration | None = None
    key_frames: tuple[int, ...] = ()
    masks: tuple[DrawnMask, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to keep."""
        return self == Sheet()

    def mark(self, mark_id: str) -> Mark | None:
        """The mark of that id."""
        return next((mark for mark in self.marks if mark.id == mark_id), None)

    def on_frame(self, frame: int) -> tuple[Mark, ...]:
        """The marks of one frame."""
        return tuple(mark for mark in self.marks if mark.frame == frame)

    def with_mark(self, mark: Mark) -> "Sheet":
        """With this one in place of the one of the same id, else after all others."""
        if self.mark(mark.id) is None:
            return replace(self, marks=(*self.marks, mark))
        return replace(self, marks=tuple(mark if m.id == mark.id else m for m in self.marks))

    def without_mark(self, mark_id: str) -> "Sheet":
        """Without the mark of that id."""
        return replace(self, marks=tuple(mark for mark in self.marks if mark.id != mark_id))

    def with_key(self, frame: int, *, is_key: bool) -> "Sheet":
        """With one frame called a key image, or no longer."""
        kept = set(self.key_frames) - {frame} | ({frame} if is_key else set())
        return replace(self, key_frames=tuple(sorted(kept)))

    def mask(self, structure: str, frame: int) -> DrawnMask | None:
        """The mask of a structure on a frame."""
        return next((m for m in self.masks_on(frame) if m.structure == structure), None)

    def masks_on(self, frame: int) -> tuple[DrawnMask, ...]:
        """The masks of one frame."""
        return tuple(mask for mask in self.masks if mask.frame == frame)

    def with_mask(self, mask: DrawnMask) -> "Sheet":
        """With this one in place of the one of the same structure and frame, else after all."""
        if self.mask(mask.structure, mask.frame) is None:
            return replace(self, masks=(*self.masks, mask))
        key = (mask.structure, mask.frame)
        changed = (mask if (m.structure, m.frame) == key else m for m in self.masks)
        return replace(self, masks=tuple(changed))

    def without_mask(self, structure: str, frame: int) -> "Sheet":
        """Without the mask of a structure on a frame."""
        gone = self.mask(structure, frame)
        return replace(self, masks=tuple(mask for mask in self.masks if mask is not gone))

    def with_calibration(self, calibration: Calibration | None) -> "Sheet":
        """With another known length; None: the file's pixel size counts again."""
        return replace(self, calibration=calibration)

    def scale(self, radiograph: Radiograph) -> Scale:
        """What lengths on this image are measured with."""
        return scale_of(radiograph.spacing, self.calibration, radiograph.pixel_hw)


def sheet_as_json(
    sheet: Sheet, identity: ImageIdentity, radiograph: Radiograph, program: str
) -> dict[str, Any]:
    """The sheet with all values, units and provenances, as plain values. No name of a patient.

    Args:
        sheet: what was drawn.
        identity: of `radiograph`.
        radiograph: the image it was drawn on.
        program: who writes, e.g. ``WhyRay 1.0``.
    """
    scale = sheet.scale(radiograph)
    return {
        "schema": SCHEMA,
        "schema_version": WITH_MASKS if sheet.masks else SCHEMA_VERSION,
        "program": program,
        "written_at": utc_now(),
        "image": _identity_json(identity),
        "coordinates": COORDINATES,
        "pixel_size": {
            "column": scale.column,
            "row": scale.row,
            "unit": scale.unit,
            "provenance": scale.provenance or None,
        },
        "calibration": _calibration_json(sheet.calibration),
        "key_frames": list(sheet.key_frames),
        "marks": [_mark_json(mark, measured(mark, radiograph, scale)) for mark in sheet.marks],
    } | ({"masks": [_mask_json(mask) for mask in sheet.masks]} if sheet.masks else {})


def sheet_from_json(plain: Mapping[str, Any]) -> tuple[Sheet, ImageIdentity]:
    """Back from `sheet_as_json`; values are left out, they follow from marks and image.

    Raises:
        ValueError, TypeError, KeyError or AttributeError: it is something else, or of a schema
            that this version does not know.
    """
    version = plain["schema_version"]
    if plain["schema"] != SCHEMA or version not in (SCHEMA_VERSION, WITH_MASKS):
        raise ValueError(f"schema {plain['schema']!r} version {plain['schema_version']!r}")
    image = plain["image"]
    height, width = image["size_hw"]
    identity = ImageIdentity(
        key=str(image["key"]),
        sop_instance_uid=image["sop_instance_uid"],
        file_sha256=str(image["file_sha256"]),
        size_hw=(int(height), int(width)),
        frame_count=int(image["frame_count"]),
        coarse=tuple(float(value) for value in image["coarse"]),
    )
    marks = tuple(_mark_from(entry) for entry in plain["marks"])
    if len({mark.id for mark in marks}) != len(marks):
        raise ValueError("two marks have the same id")
    if any(mark.frame >= identity.frame_count for mark in marks):
        raise ValueError("a mark lies on a frame that the image does not have")
    keys = tuple(sorted({int(frame) for frame in plain["key_frames"]}))
    masks = _masks_from(plain.get("masks", ()), identity)
    return Sheet(marks, _calibration_from(plain["calibration"]), keys, masks), identity


def _identity_json(identity: ImageIdentity) -> dict[str, Any]:
    return {
        "key": identity.key,
        "sop_instance_uid": identity.sop_instance_uid,
        "file_sha256": identity.file_sha256,
        "size_hw": list(identity.size_hw),
        "frame_count": identity.frame_count,
        "coarse": list(identity.coarse),
    }


def _mark_json(mark: Mark, numbers: Measured) -> dict[str, Any]:
    return {
        "id": mark.id,
        "kind": mark.kind,
        "frame": mark.frame,
        "points": [list(point) for point in mark.points],
        "text": mark.text,
        "across": mark.across,
        "made_at": mark.made_at,
        "values": [value.as_json() for value in numbers.values],
        "notes": [str(note) for note in numbers.notes],
    }


def _mark_from(entry: Mapping[str, Any]) -> Mark:
    points = tuple((float(x), float(y)) for x, y in entry["points"])
    text, across = str(entry["text"]), str(entry["across"])
    frame, mark_id, made_at = int(entry["frame"]), str(entry["id"]), str(entry["made_at"])
    return Mark(str(entry["kind"]), points, frame, text, across, mark_id, made_at)


def _mask_json(mask: DrawnMask) -> dict[str, Any]:
    return {
        "structure": mask.structure,
        "frame": mask.frame,
        "encoding": MASK_ENCODING,
        "data": base64.b64encode(mask.packed).decode("ascii"),
        "made_at": mask.made_at,
    }


def _masks_from(entries: Any, identity: ImageIdentity) -> tuple[DrawnMask, ...]:
    masks = tuple(_mask_from(entry, identity.size_hw) for entry in entries)
    keys = {(mask.structure, mask.frame) for mask in masks}
    if len(keys) != len(masks) or len(masks) > MAX_MASKS:
        raise ValueError("two masks of one structure, or too many")
    if any(mask.frame >= identity.frame_count for mask in masks):
        raise ValueError("a mask lies on a frame that the image does not have")
    return masks


def _mask_from(entry: Mapping[str, Any], size_hw: tuple[int, int]) -> DrawnMask:
    if entry["encoding"] != MASK_ENCODING:
        raise ValueError(f"mask encoding {entry['encoding']!r}")
    packed = base64.b64decode(entry["data"], validate=True)
    mask = DrawnMask(
        str(entry["structure"]), int(entry["frame"]), size_hw, packed, str(entry["made_at"])
    )
    mask.pixels()  # refuses what does not fit the image
    return mask


def _calibration_json(calibration: Calibration | None) -> dict[str, Any] | None:
    if calibration is None:
        return None
    return {
        "points": [list(point) for point in calibration.points],
        "known_mm": calibration.known_mm,
        "made_at": calibration.made_at,
    }


def _calibration_from(entry: Mapping[str, Any] | None) -> Calibration | None:
    if entry is None:
        return None
    (x0, y0), (x1, y1) = entry["points"]
    ends = ((float(x0), float(y0)), (float(x1), float(y1)))
    return Calibration(ends, float(entry["known_mm"]), str(entry["made_at"]))
