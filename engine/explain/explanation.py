"""The `Explanation`: a frozen map that carries how it was made, and who makes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.images.geometry import Affine
from engine.inference.target import Target
from engine.language import said
from engine.progress import Step

if TYPE_CHECKING:  # brings ONNX Runtime; pictures of explanations are shown without
    from engine.explain.own_files import OwnInputs
    from engine.inference.model import Model

NO_POSITIVE_EVIDENCE = said("no positive evidence")
CONSTANT_MAP = said("constant map")


@dataclass(frozen=True)
class Request:
    """One question: why this score of this target on this input?

    Attributes:
        model: the open model.
        tensor: (1, ...) float32, the network input in the model's own layout. It must not change
            any more: results are kept by it, so it is made read-only (a view is copied first).
        to_image: maps points of the input picture to points of the original image (identity for
            bare tensors).
        target: the explained class.
        layer: human layer name or tensor name; None lets the method choose.
        options: the method's options by name; missing ones take their defaults.
        seed: seed of everything random.
        against: explain why `target` rather than this one: the difference of their scores.
        own: what the files that options name hold, by the option's text, where it was read before
            (`engine.explain.own_files`); what is missing is read on the spot.
    """

    model: Model
    tensor: NDArray[np.float32]
    to_image: Affine
    target: Target
    layer: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    against: Target | None = None
    own: Mapping[str, OwnInputs] = field(default_factory=dict)

    def __post_init__(self) -> None:
        owned = self.tensor if self.tensor.base is None else self.tensor.copy()
        owned.setflags(write=False)
        object.__setattr__(self, "tensor", owned)


@dataclass(frozen=True)
class Explanation:
    """A map of evidence and everything needed to read it rightly.

    Attributes:
        method: method id.
        map: (h, w) float32, signed, at the method's own resolution; neither clipped nor normalised.
        to_image: maps points of the map (0..w, 0..h) to points of the original image.
        target: the explained class.
        layer: human name of the layer, or None for methods on the input.
        layer_tensor: its tensor name, or None.
        conventions: what the numbers mean, by name: ``score`` (logit or probability), ``sign``,
            ``resize``, ``normalisation``, ``baseline`` ...
        options: every option with the value used.
        seed: the seed used.
        model_id: id of the model.
        provider: execution provider that computed it.
        score: the explained number for this input (the logit, with the target's sign).
        passes: model runs used (forward and backward count one each).
        seconds: wall time.
        completeness_error: relative gap of a method that promises a sum, else None.
        standard_error: mean standard error of a sampling method, else None.
        flags: plain warnings such as `NO_POSITIVE_EVIDENCE`.
        regions: (h, w) int32 number of the superpixel that each place of the map belongs to, from
            0; None for methods without superpixels.
        against: the class that `target` was explained against, or None.
    """

    method: str
    map: NDArray[np.float32]
    to_image: Affine
    target: Target
    layer: str | None
    layer_tensor: str | None
    conventions: dict[str, str]
    options: dict[str, Any]
    seed: int
    model_id: str
    provider: str
    score: float
    passes: int
    seconds: float
    completeness_error: float | None = None
    standard_error: float | None = None
    flags: tuple[str, ...] = ()
    regions: NDArray[np.int32] | None = None
    against: Target | None = None

    def facts(self) -> dict[str, Any]:
        """Everything but the map and its regions, as plain JSON values."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        del plain["map"], plain["regions"]
        height, width = self.map.shape
        return plain | {
            "to_image": self.to_image.to_list(),
            "target": self.target.name,
            "against": None if self.against is None else self.against.name,
            "flags": list(self.flags),
            "map_shape": [int(height), int(width)],
            "map_min": float(self.map.min()),
            "map_max": float(self.map.max()),
        }


class Method(Protocol):
    """One explanation method: facts as class attributes, work as a generator.

    Attributes:
        id: as on the command line.
        name: as on the screen.
        family: ``cam`` | ``gradient`` | ``perturbation`` | ``control``.
        is_signed: True when negative values mean evidence against the target.
        resolution: ``layer`` | ``input``.
        is_deterministic: False when the seed matters.
        is_class_specific: False when the map is the same for every class.
        is_input_specific: False when the map is the same for every image.
        needs: what it asks of the request: ``gradient``, and ``layer``, or ``layer or input`` for
            work on the input unless a layer is chosen.
        cost: model runs, in words (``1 forward + 1 tail backward``).
        reference: the paper.
        definition: the formula, one line.
        options: frozen dataclass of the options with their defaults.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    family: ClassVar[str]
    is_signed: ClassVar[bool]
    resolution: ClassVar[str]
    is_deterministic: ClassVar[bool]
    is_class_specific: ClassVar[bool]
    is_input_specific: ClassVar[bool]
    needs: ClassVar[frozenset[str]]
    cost: ClassVar[str]
    reference: ClassVar[str]
    definition: ClassVar[str]
    options: ClassVar[type]

    def passes(self, request: Request) -> int:
        """Model runs that this request will take at most (forward and backward count one each)."""
        ...

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; the last step's `result` is the `Explanation`.

        Fractions grow from 0 to 1. `partial` may carry an `Explanation` of what is known so far.
        """
        ...
