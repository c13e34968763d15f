"""The `Radiograph`: what every later station of the house receives instead of a file."""

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Window:
    """A linear or sigmoid VOI window, in modality units (DICOM PS3.3 C.11.2).

    Attributes:
        centre: Window Center (0028,1050).
        width: Window Width (0028,1051), > 0 (>= 1 for LINEAR).
        function: ``LINEAR`` | ``LINEAR_EXACT`` | ``SIGMOID``, VOI LUT Function (0028,1056).
        name: Window Center & Width Explanation (0028,1055) or our own name.
    """

    centre: float
    width: float
    function: str = "LINEAR"
    name: str = ""


@dataclass(frozen=True)
class Lut:
    """A DICOM look-up table (Modality or VOI LUT Sequence item, PS3.3 C.11.1 / C.11.2).

    Attributes:
        first: input value mapped to ``values[0]``; below it the first, above the end the last value
            is used.
        values: (N,) uint16, 1 <= N <= 65536.
        bits: bits per entry (LUT Descriptor's third value): outputs span 0 .. 2**bits - 1.
        name: LUT Explanation (0028,3003).
    """

    first: int
    values: NDArray[np.uint16]
    bits: int
    name: str = ""


@dataclass(frozen=True)
class GreyScale:
    """How the stored numbers of a grey image become light.

    Stored value = ``pixel + offset`` (pixels are kept unsigned so that they index a 65,536-entry
    table). Then slope/intercept or `modality_lut`; then a `Window` or VOI `Lut`; then inversion,
    once.

    Attributes:
        offset: stored value of pixel 0: ``-32768`` for signed 16-bit files, else usually 0.
        slope: Rescale Slope (0028,1053), never 0.
        intercept: Rescale Intercept (0028,1052).
        modality_lut: Modality LUT, replaces slope and intercept.
        unit: unit of the modality values, e.g. ``HU``; empty when the file does not say.
        is_inverted: True when small modality values are bright: MONOCHROME1 or Presentation LUT
            Shape INVERSE (two ways to say the same thing, counted once).
        vois: the windows and LUTs that the file offers, in its order, LUTs before windows (PS3.3
            C.11.2.1: the LUT takes precedence in our default). May be empty.
        padding: stored values (low, high), both included, that are no image (Pixel Padding Value /
            Range Limit); None when there are none. Left out of automatic windows and statistics,
            shown black.
    """

    offset: int = 0
    slope: float = 1.0
    intercept: float = 0.0
    modality_lut: Lut | None = None
    unit: str = ""
    is_inverted: bool = False
    vois: tuple[Window | Lut, ...] = ()
    padding: tuple[int, int] | None = None


@dataclass(frozen=True)
class Spacing:
    """Size of a pixel, and how far that can be believed.

    Attributes:
        row_mm: distance between rows (vertical), millimetres.
        column_mm: distance between columns (horizontal), millimetres.
        provenance: ``calibrated`` | ``estimated patient`` | ``at detector``.
    """

    row_mm: float
    column_mm: float
    provenance: str


@dataclass(frozen=True)
class Facts:
    """Who, what and with which device, as the file says. None means: not in the file."""

    patient_name: str | None = None
    patient_id: str | None = None
    birth_date: str | None = None
    sex: str | None = None
    age_years: float | None = None
    study_date: str | None = None
    study_time: str | None = None
    study_description: str | None = None
    accession_number: str | None = None
    referring_physician: str | None = None
    study_uid: str | None = None
    series_uid: str | None = None
    sop_instance_uid: str | None = None
    sop_class: str | None = None
    modality: str | None = None
    body_part: str | None = None
    view_position: str | None = None
    laterality: str | None = None
    patient_orientation: tuple[str, ...] | None = None
    presentation_intent: str | None = None
    burned_in_annotation: str | None = None
    manufacturer: str | None = None
    device_model: str | None = None
    station: str | None = None
    institution: str | None = None
    is_lossy: bool | None = None

    def missing(self) -> tuple[str, ...]:
        """Names of the facts that the file does not state, in the order of this class."""
        return tuple(name for name in self.__dataclass_fields__ if getattr(self, name) is None)


@dataclass(frozen=True)
class Radiograph:
    """One image file, decoded and understood; immutable.

    Attributes:
        path: where it came from.
        sha256: hex digest of the whole file.
        kind: sniffed format: ``dicom`` | ``jpeg`` | ``png`` | ``tiff`` | ``bmp`` | ``webp``.
        frames: (F, H, W) uint16, C-contiguous, read-only: ``stored value - grey.offset``. For
            colour images the luma (ITU-R BT.601) of `colour`, 0..255.
        grey: how the numbers become light.
        bits_stored: bits that carry information (1..16).
        colour: (F, H, W, 3) uint8 RGB, or None for grey images.
        transfer_syntax: name of the DICOM transfer syntax; empty for ordinary images.
        spacing: pixel size, or None (then measurements are in pixels).
        pixel_hw: height and width of a pixel, the shorter side being 1.
        frame_rate: frames per second at which several frames are to be played; None where the file
            does not say.
        facts: patient, study and device facts.
        notes: oddities met while reading, one sentence each, for people.
    """

    path: Path
    sha256: str
    kind: str
    frames: NDArray[np.uint16]
    grey: GreyScale
    bits_stored: int
    colour: NDArray[np.uint8] | None = None
    transfer_syntax: str = ""
    spacing: Spacing | None = None
    pixel_hw: tuple[float, float] = (1.0, 1.0)
    frame_rate: float | None = None
    facts: Facts = field(default_factory=Facts)
    notes: tuple[str, ...] = ()

    @property
    def frame_count(self) -> int:
        """Number of frames, >= 1."""
        return int(self.frames.shape[0])

    @property
    def size_hw(self) -> tuple[int, int]:
        """(height, width) in pixels."""
        return int(self.frames.shape[1]), int(self.frames.shape[2])
