"""What a report is made of: the reading and what the reader wants on the paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.overlay.colour import DEFAULT_MAP
from engine.report.content import PRELIMINARY, Letterhead

if TYPE_CHECKING:  # some of these bring ONNX Runtime
    from engine.bundle.manifest import Manifest
    from engine.decisions import Decision, Override
    from engine.explain.explanation import Explanation
    from engine.images.admission import Admission
    from engine.images.radiograph import Radiograph
    from engine.inference.predict import Prediction
    from engine.measure.sheet import Sheet
    from engine.trust.outside import Outside
    from engine.trust.panel import Panel


@dataclass(frozen=True, eq=False)
class Reading:
    """Everything that is known of one frame of one image.

    Attributes:
        radiograph: the image.
        manifest: of the model.
        admission: what the input checks said; None for what is no radiograph file.
        prediction: what the model said.
        frame: which frame.
        explanations: of that frame, the most important first; may be none.
        outside: how much of each explanation lies outside the lungs, in their order; None where
            the lungs are not known. May be shorter.
        panel: what tests of the first explanation found; None: nobody has tested it.
        sheet: what the reader drew; None: nothing.
        override: why a refused image was scored.
        decisions: the reader's answers to findings.
        active_id: id of the model that scores new images; empty: not known, or all the same.
    """

    radiograph: Radiograph
    manifest: Manifest
    admission: Admission | None
    prediction: Prediction
    frame: int = 0
    explanations: Sequence[Explanation] = ()
    outside: Sequence[Outside | None] = ()
    panel: Panel | None = None
    sheet: Sheet | None = None
    override: Override | None = None
    decisions: Sequence[Decision] = ()
    active_id: str = ""

    @property
    def is_by_another(self) -> bool:
        """Whether another model than the active one answered."""
        return bool(self.active_id) and self.active_id != self.prediction.model_id


@dataclass(frozen=True)
class Look:
    """How maps are painted.

    Attributes:
        colour_map: a name of `engine.overlay.colour.COLOUR_MAPS`.
        opacity: 0..1.
        threshold: 0..1 of the map's largest value; weaker evidence is not painted.
        is_signed: paint evidence against the class as well; None: maps on superpixels only.
        is_contour: lines in black and white instead of colours; safe on grey printers.
    """

    colour_map: str = DEFAULT_MAP
    opacity: float = 0.5
    threshold: float = 0.2
    is_signed: bool | None = None
    is_contour: bool = False


@dataclass(frozen=True)
class Wishes:
    """What the reader wants on the paper.

    Attributes:
        created: when, ISO 8601 with its offset from UTC.
        program: who makes it, e.g. ``WhyRay 1.0``.
        impression: the reader's words.
        status: one of `engine.report.content.STATUSES`.
        reader: name.
        role: what they are.
        is_deidentified: leave names, numbers and dates out.
        letterhead: whose paper it is.
        look: how maps are painted.
    """

    created: str
    program: str
    impression: str = ""
    status: str = PRELIMINARY
    reader: str = ""
    role: str = ""
    is_deidentified: bool = False
    letterhead: Letterhead = field(default_factory=Letterhead)
    look: Look = field(default_factory=Look)
