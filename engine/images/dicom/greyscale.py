"""How a DICOM file says its grey numbers become light (PS3.3 C.11)."""

import numpy as np
from numpy.typing import NDArray

from engine.images.dicom.header import Header
from engine.images.dicom.pixels import PixelModule
from engine.images.radiograph import GreyScale, Lut, Window
from engine.images.text import clean_text
from engine.language import said

MAX_VOIS = 16
_FUNCTIONS = ("LINEAR", "LINEAR_EXACT", "SIGMOID")


def read_grey_scale(header: Header, module: PixelModule) -> GreyScale:
    """The grey scale of a MONOCHROME data set; nonsense is left out with a note."""
    modality = _functional(header, "PixelValueTransformationSequence", "RescaleSlope")
    slope, intercept = _rescale(modality)
    modality_luts = _luts(header, "ModalityLUTSequence")
    return GreyScale(
        offset=-32768 if module.is_signed else 0,
        slope=slope,
        intercept=intercept,
        modality_lut=modality_luts[0] if modality_luts else None,
        unit=_unit(modality),
        is_inverted=_is_inverted(header, module),
        vois=(_luts(header, "VOILUTSequence") + _windows(header))[:MAX_VOIS],
        padding=_padding(header, module),
    )


def _unit(modality: Header) -> str:
    """The Rescale Type (PS3.3 C.11.1.1.2); empty for US, which means "unspecified"."""
    found = modality.text("RescaleType") or ""
    return "" if found == "US" else found


def _functional(header: Header, macro: str, keyword: str) -> Header:
    """The data set itself, or the functional group macro that holds `keyword` (PS3.3 C.7.6.16)."""
    if header.has(keyword):
        return header
    for groups in ("SharedFunctionalGroupsSequence", "PerFrameFunctionalGroupsSequence"):
        items = [found for group in header.items(groups) for found in group.items(macro)]
        if not items:
            continue
        if groups.startswith("Per") and len({_text_of(item, keyword) for item in items}) > 1:
            header.notes.append(
                said(
                    "The frames differ in {keyword}; the values of the first frame are used "
                    "for all.",
                    keyword=keyword,
                )
            )
        return items[0]
    return header


def _text_of(item: Header, keyword: str) -> str | None:
    return item.text(keyword)


def _rescale(header: Header) -> tuple[float, float]:
    slope = header.number("RescaleSlope")
    intercept = header.number("RescaleIntercept")
    if slope == 0.0:
        header.notes.append(said("Rescale Slope is 0; 1 was used instead."))
        slope = None
    return (1.0 if slope is None else slope), (0.0 if intercept is None else intercept)


def _is_inverted(header: Header, module: PixelModule) -> bool:
    """MONOCHROME1 and shape INVERSE say the same thing (PS3.3 C.8.11.3.1.2): invert once."""
    shape = header.code("PresentationLUTShape")
    is_first = module.photometric == "MONOCHROME1"
    if shape in ("IDENTITY", "INVERSE") and (shape == "INVERSE") != is_first:
        header.notes.append(
            said(
                "{photometric} and the presentation shape {shape} contradict each other; "
                "small values are shown bright.",
                photometric=module.photometric,
                shape=shape,
            )
        )
    return is_first or shape == "INVERSE"


def _windows(header: Header) -> tuple[Window, ...]:
    """Window Center and Width pairs, C.11.2.1.2."""
    source = _functional(header, "FrameVOILUTSequence", "WindowCenter")
    centres, widths = source.numbers("WindowCenter"), source.numbers("WindowWidth")
    function = source.code("VOILUTFunction") or "LINEAR"
    if function not in _FUNCTIONS:
        header.notes.append(
            said(
                "The VOI LUT function {clean_text!r} is unknown.",
                clean_text=clean_text(function, 32),
            )
        )
        function = "LINEAR"
    names = (source.text("WindowCenterWidthExplanation") or "").split("\\")
    windows = []
    for index, (centre, width) in enumerate(zip(centres, widths, strict=False)):
        if width <= 0:
            header.notes.append(said("A window of width {width:g} was left out.", width=width))
            continue
        # LINEAR needs a width >= 1; below that only the exact form has a meaning.
        kind = "LINEAR_EXACT" if function == "LINEAR" and width < 1 else function
        name = clean_text(names[index], 64) if index < len(names) else ""
        windows.append(Window(centre, width, kind, name))
    return tuple(windows)


def _luts(header: Header, keyword: str) -> tuple[Lut, ...]:
    luts = []
    for item in header.items(keyword):
        lut = _lut(item)
        if lut is None:
            header.notes.append(said("A look-up table of the file is damaged and was left out."))
        else:
            luts.append(lut)
    return tuple(luts)


def _lut(item: Header) -> Lut | None:
    """One LUT item (C.11.1.1); None when it contradicts itself or is one single grey."""
    descriptor = [int(number) for number in item.numbers("LUTDescriptor")]
    if len(descriptor) != 3:
        return None
    entries, bits = descriptor[0] & 0xFFFF or 65536, descriptor[2] & 0xFFFF
    values = _lut_values(item, entries)
    if values is None or not 1 <= bits <= 16 or values.min() == values.max():
        return None
    needed = int(values.max()).bit_length()
    if needed > bits:
        item.notes.append(
            said(
                "A look-up table of {bits} bits holds larger values; taken as {needed}.",
                bits=bits,
                needed=needed,
            )
        )
        bits = needed
    return Lut(descriptor[1], values, bits, item.text("LUTExplanation") or "")


def _lut_values(item: Header, entries: int) -> NDArray[np.uint16] | None:
    data = item.raw("LUTData")
    if isinstance(data, bytes):
        if len(data) in (entries, entries + entries % 2) and len(data) < 2 * entries:
            return np.frombuffer(data, np.uint8, entries).astype(np.uint16)
        if len(data) < 2 * entries:
            return None
        order = "<" if item.dataset.original_encoding[1] in (True, None) else ">"
        return np.frombuffer(data, f"{order}u2", entries).astype(np.uint16)
    values = np.atleast_1d(np.asarray([] if data is None else data, dtype=np.int64))
    if values.size < entries or values.min() < -32768 or values.max() > 65535:
        return None
    return (values[:entries] & 0xFFFF).astype(np.uint16)


def _padding(header: Header, module: PixelModule) -> tuple[int, int] | None:
    """Stored values that are no image: Pixel Padding Value, Range Limit (C.7.5.1.1.2)."""
    value = header.integer("PixelPaddingValue")
    if value is None:
        return None
    limit = header.integer("PixelPaddingRangeLimit")
    ends = [_as_stored(end, module) for end in (value, value if limit is None else limit)]
    return min(ends), max(ends)


def _as_stored(value: int, module: PixelModule) -> int:
    """A padding value with the same unused bits cleared and the same sign as the pixels."""
    value &= (1 << module.bits_stored) - 1
    if module.is_signed and value >> (module.bits_stored - 1):
        value -= 1 << module.bits_stored
    return value
