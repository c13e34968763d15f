"""What a segmentation model gives: named structures, how they lie in its output, what is plausible.

Part of ``manifest.json`` for the task ``segmentation``; `engine.inference.segment` reads it.
"""

from dataclasses import asdict, dataclass
from typing import Any

from engine.errors import BundleError
from engine.language import said

LAYOUTS = ("nchw", "nhwc")
BACKGROUND = "background"  # a channel of this name is no structure
_HINT = said("The bundle was made by another version or altered; import it again or ask its maker.")


@dataclass(frozen=True)
class Structure:
    """One channel of the output.

    Attributes:
        name: lower case, as shown (``left lung``); `BACKGROUND` for what is nothing.
        threshold: probability from which on a pixel belongs to it, above 0 and below 1.
        most_parts: how many connected parts it has at most, the largest are kept; 0: any number.
        least_area: plausible share of the image's area, 0..1; a mask below it is no such structure.
        most_area: likewise, above it.
    """

    name: str
    threshold: float = 0.5
    most_parts: int = 0
    least_area: float = 0.0
    most_area: float = 1.0

    def __post_init__(self) -> None:
        """Refuses contradictions."""
        _require(0 < len(self.name) <= 80, said("named structures"), self.name)
        _require(0.0 < self.threshold < 1.0, said("thresholds between 0 and 1"), self)
        _require(0 <= self.most_parts <= 1000, said("a number of parts"), self)
        areas = 0.0 <= self.least_area < self.most_area <= 1.0
        _require(areas, said("plausible areas in 0..1"), self)


@dataclass(frozen=True)
class SegmentationOutput:
    """The output of a segmentation network.

    Its height and width may be smaller than the input's; it then covers the whole input.

    Attributes:
        structures: one per channel, in order.
        layout: ``nchw`` | ``nhwc`` of the output.
        has_logits: whether the manifest's activation still has to be applied.
    """

    structures: tuple[Structure, ...]
    layout: str = "nhwc"
    has_logits: bool = False

    def __post_init__(self) -> None:
        """Refuses contradictions."""
        names = [structure.name for structure in self.structures]
        shown = [name for name in names if name != BACKGROUND]
        _require(len(set(names)) == len(names) and bool(shown), said("distinct structures"), names)
        _require(self.layout in LAYOUTS, said("a layout of {LAYOUTS}", LAYOUTS=LAYOUTS), self)

    @property
    def names(self) -> tuple[str, ...]:
        """What masks are given of."""
        return tuple(s.name for s in self.structures if s.name != BACKGROUND)

    def to_json(self) -> dict[str, Any]:
        """As it stands in the manifest."""
        return asdict(self)

    @staticmethod
    def from_json(plain: dict[str, Any]) -> "SegmentationOutput":
        """Back from `to_json`. Raises TypeError, KeyError or ValueError, or BundleError."""
        structures = tuple(Structure(**entry) for entry in plain["structures"])
        return SegmentationOutput(**(plain | {"structures": structures}))


def _require(holds: bool, what: str, received: object) -> None:
    if not holds:
        raise BundleError(
            said("the manifest needs {what}. Received: {received}", what=what, received=received),
            hint=_HINT,
        )
