"""What a report holds, in its order: words and pictures, nothing of how they are drawn.

Texts of our own are `engine.language.Said` and class names `FindingName`; both are translated when
they are drawn. Every other text comes from a file, a model's card or a person and is shown as it
stands, never as markup.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PRELIMINARY, VERIFIED = "preliminary", "verified"
STATUSES = (PRELIMINARY, VERIFIED)


@dataclass(frozen=True)
class Row:
    """A fact with its name.

    Attributes:
        label: what it is.
        value: what is known.
        is_missing: the value only says that nothing is known.
    """

    label: str
    value: str
    is_missing: bool = False


@dataclass(frozen=True)
class Quality:
    """What the input checks said.

    Attributes:
        verdict: in words.
        sentences: what they found.
        override: who wanted the score of a refused image all the same, and why; empty: nobody.
        is_refused: whether they refused the image.
    """

    verdict: str
    sentences: tuple[str, ...]
    override: str
    is_refused: bool


@dataclass(frozen=True)
class FindingRow:
    """One finding of the model.

    Attributes:
        name: the class.
        probability: calibrated, whole percent.
        point: the operating point; words where there is none.
        standing: above, below or unsure, in words.
        method: how it was explained; empty: it was not.
        decision: the reader's answer; empty: none.
        comment: in the reader's words; may be empty.
        is_above: at or above the operating point; None without one.
    """

    name: str
    probability: str
    point: str
    standing: str
    method: str
    decision: str
    comment: str
    is_above: bool | None


@dataclass(frozen=True, eq=False)
class Original:
    """The radiograph as its file wants it shown, neither turned nor flipped.

    Attributes:
        pixels: (H, W) uint8 grey or (H, W, 3) uint8 RGB.
        aspect: width over height on paper.
        letters: which side of the patient lies at an edge, by edge (`engine.images.edges`).
        caption: what it is.
    """

    pixels: NDArray[np.uint8]
    aspect: float
    letters: dict[str, str]
    caption: str


@dataclass(frozen=True, eq=False)
class Explained:
    """The same picture with the map of one explanation on it; drawn beside the original only.

    Attributes:
        pixels: (H, W, 3) uint8 RGB, as large as the original's.
        title: method, layer and class.
        note: what the colours or lines mean.
        facts: score, passes, flags.
        bar: (256, 3) uint8 RGB colours from the lowest to the highest value; None: no bar.
        marks: places on the bar (0..1) with what stands there.
    """

    pixels: NDArray[np.uint8]
    title: str
    note: str
    facts: tuple[str, ...]
    bar: NDArray[np.uint8] | None
    marks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Measurement:
    """A mark of the reader.

    Attributes:
        name: its kind, or the reader's words.
        value: numbers with units.
        provenance: where millimetres come from; empty: there are none.
        notes: what limits it.
    """

    name: str
    value: str
    provenance: str
    notes: tuple[str, ...]


@dataclass(frozen=True)
class TrustRow:
    """One test of the map.

    Attributes:
        name: of the test.
        light: its outcome in a word.
        sentence: what was found.
    """

    name: str
    light: str
    sentence: str


@dataclass(frozen=True)
class Trust:
    """How far the explanation can be believed.

    Attributes:
        verdict: in a sentence; that nothing was tested is one.
        summary: the tests in a line; empty without any.
        rows: the tests.
    """

    verdict: str
    summary: str = ""
    rows: tuple[TrustRow, ...] = ()


@dataclass(frozen=True)
class Impression:
    """What the reader says; the program never writes it.

    Attributes:
        text: free text; may be empty.
        status: one of `STATUSES`.
        status_text: the same in words, with name, role and time.
    """

    text: str
    status: str
    status_text: str


@dataclass(frozen=True)
class Letterhead:
    """Whose paper it is.

    Attributes:
        clinic: name; may be empty.
        logo: the bytes of a PNG or JPEG file; None: no logo.
    """

    clinic: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class ReportContent:
    """A whole report.

    Attributes:
        report_id: the same for the same content, whenever it is made.
        created: when it was made, as printed.
        letterhead: whose paper it is.
        title: what kind of paper it is.
        whose: the patient in a line, for every page.
        is_deidentified: whether names, numbers and dates were left out.
        patient: who.
        study: when, how, with which device, from which file.
        research: the sentence that stands on every page.
        quality: what the input checks said.
        result: the line about all findings together.
        findings: the notable ones, most important first.
        others: the rest, for the details.
        others_line: the rest in one paragraph; empty: there is no rest.
        calibration: what the probabilities are.
        original: the picture.
        explained: the same picture with maps; the first one is shown first.
        measurements: of the reader.
        scale_note: what millimetres mean here; empty without measurements.
        trust: of the first explanation.
        impression: of the reader.
        purpose: what the model is for and not for, as its maker says.
        limits: what a map and a score cannot say.
        model: the model in brief.
        details: versions, hashes, training data, options of the explanations.
        notes: what is odd about the file, or was left out.
    """

    report_id: str
    created: str
    letterhead: Letterhead
    title: str
    whose: str
    is_deidentified: bool
    patient: tuple[Row, ...]
    study: tuple[Row, ...]
    research: str
    quality: Quality
    result: str
    findings: tuple[FindingRow, ...]
    others: tuple[FindingRow, ...]
    others_line: str
    calibration: str
    original: Original
    explained: tuple[Explained, ...]
    measurements: tuple[Measurement, ...]
    scale_note: str
    trust: Trust
    impression: Impression
    purpose: tuple[Row, ...]
    limits: tuple[str, ...]
    model: tuple[Row, ...]
    details: tuple[Row, ...]
    notes: tuple[str, ...]
