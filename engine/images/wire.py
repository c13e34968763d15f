"""How a `Radiograph` or an error crosses from the decoding child to its parent: no pickle.

A message is ``WRD1``, the length of the header (4 bytes, little endian), the header (JSON, ASCII),
then the pixels (uint16 frames, then uint8 colour). The parent trusts nothing of it: sizes, types
and ranges are checked again.
"""

import json
import math
import re
from collections.abc import Callable
from dataclasses import asdict, fields
from pathlib import Path
from string import Formatter
from struct import Struct
from typing import Any, BinaryIO, TypeVar

import numpy as np
from numpy.typing import NDArray

from engine import errors
from engine.images.limits import MOST_OBLONG, check_size
from engine.images.outline import Light, Outline
from engine.images.radiograph import Facts, GreyScale, Lut, Radiograph, Spacing, Window
from engine.images.text import clean_text
from engine.language import Said, said

MAGIC = b"WRD1"
MAX_HEADER = 32 * 2**20
MAX_TEXT = 500
MAX_DEPTH = 4  # of texts in texts
_HEAD = Struct("<4sL")
T = TypeVar("T")
# How a number may be filled into a text; a width could ask for any amount of memory.
_SPEC = re.compile(r",?(\.\d{1,2})?[adefgrsx%]?")

_KINDS = frozenset({"dicom", "jpeg", "png", "tiff", "bmp", "webp"})
_FUNCTIONS = frozenset({"LINEAR", "LINEAR_EXACT", "SIGMOID"})
_PROVENANCES = frozenset({"calibrated", "estimated patient", "at detector"})
_ERRORS = {
    kind.__name__: kind
    for kind in (
        errors.ImageError,
        errors.UnreadableFile,
        errors.TruncatedFile,
        errors.UnsupportedImage,
        errors.UnsafeImage,
    )
}


class WireError(Exception):
    """The other side ended, or sent something that is no message."""


def send(stream: BinaryIO, header: dict[str, Any], blobs: tuple[NDArray[Any], ...] = ()) -> None:
    """Writes one message; `blobs` are C-contiguous arrays."""
    text = json.dumps(header).encode("ascii")
    stream.write(_HEAD.pack(MAGIC, len(text)))
    stream.write(text)
    for blob in blobs:
        stream.write(memoryview(blob).cast("B"))
    stream.flush()


def receive_header(stream: BinaryIO) -> dict[str, Any]:
    """Reads the header of the next message.

    Raises:
        WireError: end of stream, or no such message.
    """
    magic, length = _HEAD.unpack(_exactly(stream, _HEAD.size))
    if magic != MAGIC or length > MAX_HEADER:
        raise WireError("no message")
    try:
        header = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise WireError("no JSON") from error
    if not isinstance(header, dict):
        raise WireError("no JSON object")
    return header


def send_radiograph(stream: BinaryIO, radiograph: Radiograph) -> None:
    """Writes a radiograph, without its path."""
    send(stream, header_of(radiograph), pixels_of(radiograph))


def pixels_of(radiograph: Radiograph) -> tuple[NDArray[Any], ...]:
    """What follows `header_of`."""
    frames, colour = radiograph.frames, radiograph.colour
    return (frames,) if colour is None else (frames, colour)


def header_of(radiograph: Radiograph) -> dict[str, Any]:
    """All of a radiograph but its path and its pixels."""
    grey = radiograph.grey
    return {
        "sha256": radiograph.sha256,
        "kind": radiograph.kind,
        "shape": list(radiograph.frames.shape),
        "is_colour": radiograph.colour is not None,
        "bits_stored": radiograph.bits_stored,
        "transfer_syntax": radiograph.transfer_syntax,
        "spacing": asdict(radiograph.spacing) if radiograph.spacing else None,
        "pixel_hw": list(radiograph.pixel_hw),
        "frame_rate": radiograph.frame_rate,
        "facts": asdict(radiograph.facts),
        "notes": notes_to_json(radiograph.notes),
        "grey": {
            "offset": grey.offset,
            "slope": grey.slope,
            "intercept": grey.intercept,
            "modality_lut": _lut_to_json(grey.modality_lut) if grey.modality_lut else None,
            "unit": grey.unit,
            "is_inverted": grey.is_inverted,
            "vois": [_voi_to_json(voi) for voi in grey.vois],
            "padding": grey.padding,
        },
    }


def send_error(stream: BinaryIO, error: errors.ImageError) -> None:
    """Writes an error, without its file."""
    send(
        stream,
        {
            "error": type(error).__name__,
            "message": said_to_json(error.message),
            "hint": said_to_json(error.hint),
            "details": {name: clean_text(text, 500) for name, text in error.details.items()},
        },
    )


def notes_to_json(notes: tuple[str, ...]) -> list[object]:
    """What `read_notes` reads."""
    return [said_to_json(note) for note in notes]


def said_to_json(text: str) -> object:
    """What `read_said` reads: the text, or its template and fields."""
    if not isinstance(text, Said):
        return clean_text(text, MAX_TEXT)
    fields = {
        name: value if isinstance(value, int | float) else said_to_json(_text_of(value))
        for name, value in text.fields.items()
    }
    return {"template": text.template, "fields": fields}


def _text_of(value: object) -> str:
    return value if isinstance(value, str) else str(value)


def _clean_template(text: str) -> str:
    """Texts may be added to each other: the blank between them belongs to one of them."""
    before, after = (" " if end == " " else "" for end in (text[:1], text[1:][-1:]))
    return f"{before}{clean_text(text, MAX_TEXT)}{after}"


def read_said(data: object, depth: int = 0) -> str:
    """A text, with its template where it has one that only fills simple fields in.

    Raises:
        WireError: a template that reaches further, or that its fields do not fit.
    """
    if not isinstance(data, dict):
        return clean_text(str(data), MAX_TEXT)
    if depth > MAX_DEPTH:
        raise WireError("a text of unknown form")
    template, given = _clean_template(str(data.get("template"))), data.get("fields")
    try:
        is_simple = all(
            name is None or (name.isidentifier() and _SPEC.fullmatch(spec or "") is not None)
            for _, name, spec, _ in Formatter().parse(template)
        )
        if not is_simple or not isinstance(given, dict):
            raise WireError("a text of unknown form")
        fields = {
            str(name): value if isinstance(value, int | float) else read_said(value, depth + 1)
            for name, value in given.items()
        }
        return said(template, **fields)
    except (KeyError, IndexError, ValueError, TypeError) as error:
        raise WireError(f"a text of unknown form: {error}") from error


def receive_radiograph(stream: BinaryIO, path: Path) -> Radiograph:
    """Reads the answer of the child and checks it.

    Raises:
        ImageError: the child sent one, with `file` set to `path`.
        WireError: end of stream or a message that breaks the rules.
    """
    return receive(stream, path, lambda header: read_radiograph(header, stream, path))


def receive(stream: BinaryIO, path: Path, read: Callable[[dict[str, Any]], T]) -> T:
    """Reads an answer; `read` makes something of its header and may break on it as it likes.

    Raises:
        ImageError: the child sent one, with `file` set to `path`.
        WireError: end of stream or a message that breaks the rules.
    """
    header = receive_header(stream)
    if "error" in header:
        raise _error(header, path)
    try:
        return read(header)
    except (KeyError, TypeError, ValueError, AttributeError, errors.UnsafeImage) as error:
        raise WireError(f"the answer breaks the rules: {error}") from error


def _error(header: dict[str, Any], path: Path) -> errors.ImageError:
    kind = _ERRORS.get(str(header["error"]))
    details = header.get("details")
    if kind is None or not isinstance(details, dict):
        raise WireError("an error of unknown kind")
    return kind(
        read_said(header.get("message")),
        hint=read_said(header.get("hint")),
        file=path,
        details={clean_text(str(k), 60): clean_text(str(v), 500) for k, v in details.items()},
    )


def read_radiograph(header: dict[str, Any], stream: BinaryIO, path: Path) -> Radiograph:
    """What `header_of` wrote, and the pixels after it; breaks on what breaks the rules."""
    shape = tuple(_int(size) for size in header["shape"])
    _demand(len(shape) == 3, "shape")
    is_colour = header["is_colour"] is True
    check_size(*shape, is_colour=is_colour)
    bits = _int(header["bits_stored"])
    _demand(1 <= bits <= 16, "bits")
    return Radiograph(
        path=path,
        sha256=read_sha256(header["sha256"]),
        kind=_kind(header["kind"]),
        frames=read_array(stream, shape, "<u2"),
        grey=_grey(header["grey"]),
        bits_stored=bits,
        colour=read_array(stream, (*shape, 3), "u1") if is_colour else None,
        transfer_syntax=clean_text(str(header["transfer_syntax"]), 100),
        spacing=_spacing(header["spacing"]),
        pixel_hw=_pixel_hw(header["pixel_hw"]),
        frame_rate=_rate(header["frame_rate"]),
        facts=_facts(header["facts"]),
        notes=read_notes(header["notes"]),
    )


def outline_to_json(outline: Outline) -> dict[str, Any]:
    """What `read_outline` reads."""
    return asdict(outline)


def read_outline(data: dict[str, Any]) -> Outline:
    """An outline; breaks on what breaks the rules."""
    height, width = (_int(side) for side in data["size_hw"])
    frame_count, coloured, light = _int(data["frame_count"]), data["coloured_share"], data["light"]
    check_size(frame_count, height, width, is_colour=coloured is not None)
    return Outline(
        kind=_kind(data["kind"]),
        frame_count=frame_count,
        size_hw=(height, width),
        pixel_hw=_pixel_hw(data["pixel_hw"]),
        facts=_facts(data["facts"]),
        coloured_share=None if coloured is None else _share(coloured),
        light=Light(
            light["is_constant"] is True,
            _share(light["saturated_share"]),
            _share(light["contrast"]),
        ),
    )


def read_sha256(data: object) -> str:
    """A hex digest; breaks on anything else."""
    text = str(data)
    _demand(len(text) == 64 and set(text) <= set("0123456789abcdef"), "sha256")
    return text


def read_notes(data: list[object]) -> tuple[str, ...]:
    """At most 64 sentences."""
    return tuple(read_said(note) for note in data[:64])


def _kind(data: object) -> str:
    _demand(data in _KINDS, "kind")
    return str(data)


def _share(data: object) -> float:
    share = _finite(data)
    _demand(0.0 <= share <= 1.0, "share")
    return share


def _grey(data: dict[str, Any]) -> GreyScale:
    padding = data["padding"]
    slope = _finite(data["slope"])
    _demand(slope != 0 and _int(data["offset"]) in (0, -32768), "slope or offset")
    return GreyScale(
        offset=data["offset"],
        slope=slope,
        intercept=_finite(data["intercept"]),
        modality_lut=_lut(data["modality_lut"]) if data["modality_lut"] else None,
        unit=clean_text(str(data["unit"]), 64),
        is_inverted=data["is_inverted"] is True,
        vois=tuple(_lut(v) if "values" in v else _window(v) for v in data["vois"][:32]),
        padding=(_int(padding[0]), _int(padding[1])) if padding else None,
    )


def _voi_to_json(voi: Window | Lut) -> dict[str, Any]:
    return asdict(voi) if isinstance(voi, Window) else _lut_to_json(voi)


def _lut_to_json(lut: Lut) -> dict[str, Any]:
    return {"first": lut.first, "values": lut.values.tolist(), "bits": lut.bits, "name": lut.name}


def _lut(data: dict[str, Any]) -> Lut:
    values = data["values"]
    _demand(isinstance(values, list) and 1 <= len(values) <= 65536, "LUT length")
    array = np.asarray(values)
    _demand(array.dtype.kind == "i" and array.min() >= 0 and array.max() <= 65535, "LUT values")
    bits = _int(data["bits"])
    _demand(1 <= bits <= 16, "LUT bits")
    frozen = array.astype(np.uint16)
    frozen.setflags(write=False)
    return Lut(_int(data["first"]), frozen, bits, clean_text(str(data["name"]), 64))


def _window(data: dict[str, Any]) -> Window:
    width = _finite(data["width"])
    _demand(width > 0 and data["function"] in _FUNCTIONS, "window")
    return Window(_finite(data["centre"]), width, data["function"], clean_text(data["name"], 64))


def _spacing(data: dict[str, Any] | None) -> Spacing | None:
    if data is None:
        return None
    row, column = _finite(data["row_mm"]), _finite(data["column_mm"])
    _demand(row > 0 and column > 0 and data["provenance"] in _PROVENANCES, "spacing")
    return Spacing(row, column, data["provenance"])


def _pixel_hw(data: list[Any]) -> tuple[float, float]:
    height, width = (_finite(side) for side in data)
    _demand(min(height, width) == 1.0 and max(height, width) <= MOST_OBLONG, "shape of a pixel")
    return height, width


def _rate(value: object) -> float | None:
    rate = None if value is None else _finite(value)
    _demand(rate is None or rate > 0, "frame rate")
    return rate


def _facts(data: dict[str, Any]) -> Facts:
    facts: dict[str, Any] = {}
    for field in fields(Facts):
        value = data[field.name]
        if value is None:
            facts[field.name] = None
        elif field.name == "age_years":
            facts[field.name] = _finite(value)
        elif field.name == "is_lossy":
            facts[field.name] = value is True
        elif field.name == "patient_orientation":
            facts[field.name] = tuple(clean_text(str(part), 16) for part in value[:4])
        else:
            facts[field.name] = clean_text(str(value))
    return Facts(**facts)


def read_array(stream: BinaryIO, shape: tuple[int, ...], dtype: str) -> NDArray[Any]:
    """The next array, read-only; `dtype` says its byte order. Raises WireError at the end."""
    array = np.empty(shape, dtype)
    rest = memoryview(array).cast("B")
    while rest:
        count = stream.readinto(rest)  # type: ignore[attr-defined]
        if not count:
            raise WireError("end of stream")
        rest = rest[count:]
    array = array.astype(array.dtype.newbyteorder("="), copy=False)
    array.setflags(write=False)
    return array


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) != count:
        raise WireError("end of stream")
    return data


def _int(value: object) -> int:
    _demand(type(value) is int and abs(value) < 2**31, "whole number")
    return value  # type: ignore[return-value]


def _finite(value: object) -> float:
    number = float(value)  # type: ignore[arg-type]
    _demand(math.isfinite(number), "finite number")
    return number


def _demand(is_met: bool, what: str) -> None:
    if not is_met:
        raise ValueError(what)
