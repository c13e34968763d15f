"""The gradient at the image itself: one run forward, one back, nothing else.

`OnInput` is what all methods share that draw on the gradient with respect to the input.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from engine.explain.backward import Flow, backward_to, score_of
from engine.explain.explanation import Request
from engine.explain.result import Outcome, explained, plane_of
from engine.language import joined, said
from engine.options import NoOptions, option, read_options
from engine.progress import Step

LAYER_UNUSED = said("this method works on the network's input; the chosen layer was not used")
SIGNED = said("signed; positive values: a brighter pixel raises the score")
UNSIGNED = said("magnitude only, never negative: how much a pixel matters, not in which direction")
# What a map says after the channels were reduced.
REDUCED = {
    "max-abs": {"channels": said("largest magnitude over channels"), "sign": UNSIGNED},
    "sum": {
        "channels": said("signed sum: the gradient by the grey value that all channels repeat"),
        "sign": SIGNED,
    },
}
ADDED = {
    "channels": said("signed sum, so that the map adds up"),
    "sign": said("signed; positive values speak for the class"),
}


@dataclass(frozen=True)
class SaliencyOptions:
    """Options of methods that draw a gradient."""

    channels: str = option(
        "max-abs", "how the channels of a pixel become one number", choices=tuple(REDUCED)
    )


@dataclass(frozen=True)
class SignedOptions:
    """The same, signed unless told otherwise."""

    channels: str = option(
        "sum", "how the channels of a pixel become one number", choices=tuple(REDUCED)
    )


class OnInput:
    """What holds for methods on the gradient by the input, unless they differ."""

    family: ClassVar[str] = "gradient"
    is_signed: ClassVar[bool] = True
    resolution: ClassVar[str] = "input"
    is_deterministic: ClassVar[bool] = True
    is_class_specific: ClassVar[bool] = True
    is_input_specific: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset({"gradient"})


class InputGradient(OnInput):
    """Methods of one gradient at the image itself; each adds its facts and `plane`."""

    cost: ClassVar[str] = "1 forward + 1 backward"
    options: ClassVar[type] = NoOptions
    override: ClassVar[str] = ""
    id: ClassVar[str]

    def passes(self, request: Request) -> int:
        """One run forward, one back."""
        return 2

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("preparing the way back"))
        backward = backward_to(request.model, request.model.facts.input_name, self.override)
        yield Step(0.2, said("preparing the way back"))
        backward.open()
        yield Step(0.3, said("running forward and back"))
        flow = backward.run_request(request)
        conventions = self.conventions(options) | rule_conventions(flow)
        score = float(score_of(request, flow.logits)[0])
        plane, notes = self.plane(request, flow, options), layer_notes(request)
        outcome = Outcome(plane, score, flow.provider, 2, conventions, notes)
        yield Step(1.0, result=explained(self, request, options, outcome, started))

    def plane(self, request: Request, flow: Flow, options: Any) -> NDArray[np.float64]:
        """(H, W) the map: the gradient with its channels reduced as asked."""
        return plane_of(request, flow.gradient, options.channels)

    def conventions(self, options: Any) -> dict[str, str]:
        """What the numbers mean, with these options."""
        return REDUCED[options.channels]


class Saliency(InputGradient):
    r"""Saliency: the gradient of the score by every pixel.

    .. math:: \partial y_c / \partial x

    References:
        Simonyan, Vedaldi, Zisserman, Deep Inside Convolutional Networks, 2013, arXiv:1312.6034.
    """

    id: ClassVar[str] = "saliency"
    name: ClassVar[str] = "Saliency"
    is_signed: ClassVar[bool] = False
    reference: ClassVar[str] = "Simonyan et al., arXiv:1312.6034, 2013"
    definition: ClassVar[str] = "d(logit)/dx, largest magnitude over channels, or their signed sum"
    options: ClassVar[type] = SaliencyOptions


class InputXGradient(InputGradient):
    r"""Input x gradient.

    .. math:: x \odot \partial y_c / \partial x

    The input is taken in the network's own units: with another scaling of the same network the
    map changes. It adds up to the score only for networks without biases.

    References:
        Shrikumar et al., Not Just a Black Box, 2016, arXiv:1605.01713.
    """

    id: ClassVar[str] = "input-x-gradient"
    name: ClassVar[str] = "Input x gradient"
    reference: ClassVar[str] = "Shrikumar et al., arXiv:1605.01713, 2016"
    definition: ClassVar[str] = "x * d(logit)/dx, summed over channels, x in the network's units"

    def plane(self, request: Request, flow: Flow, options: NoOptions) -> NDArray[np.float64]:
        """(H, W) the sum over channels of input times gradient."""
        return plane_of(request, request.tensor.astype(np.float64) * flow.gradient)

    def conventions(self, options: NoOptions) -> dict[str, str]:
        """Additive, against a zero in the network's units."""
        return ADDED | {"baseline": said("zero in the network's own units, whatever grey that is")}


def layer_notes(request: Request) -> tuple[str, ...]:
    """A warning where a layer was chosen that the method has no use for."""
    return () if request.layer is None else (LAYER_UNUSED,)


def rule_conventions(flow: Flow) -> dict[str, str]:
    """By which rules the gradient was computed, where they are not the plain ones."""
    return {"rule": joined("; ", flow.notes)} if flow.notes else {}
