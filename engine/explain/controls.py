"""Controls: maps that know nothing of the model, chosen like methods.

Whoever believes a method must see it beat these: chance, the picture's own edges, no preference at
all, and "it is usually in the middle". The trust metrics are told beside them.
"""

import time
from collections.abc import Iterator
from typing import ClassVar

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import input_picture
from engine.explain.explanation import Request
from engine.explain.result import Outcome, explained
from engine.explain.scores import score_of_input
from engine.language import said
from engine.options import NoOptions, read_options
from engine.progress import Step

# Standard deviation of the centred Gaussian, as a share of each side.
CENTRE_SHARE = 0.25

CONVENTIONS = {"sign": said("none: a control, made without the model and without the class")}


class Control:
    """What the controls share; each adds its facts and `draw`."""

    family: ClassVar[str] = "control"
    is_signed: ClassVar[bool] = False
    is_class_specific: ClassVar[bool] = False
    is_input_specific: ClassVar[bool] = False
    resolution: ClassVar[str] = "input"
    is_deterministic: ClassVar[bool] = True
    needs: ClassVar[frozenset[str]] = frozenset()
    cost: ClassVar[str] = "1 forward, for the score that is told beside it"
    reference: ClassVar[str] = said("a control, for comparison")
    options: ClassVar[type] = NoOptions
    id: ClassVar[str]

    def passes(self, request: Request) -> int:
        """One run, for the score."""
        return 1

    def run(self, request: Request) -> Iterator[Step]:
        """Computes the map; see `Method.run`."""
        options = read_options(self.id, self.options, request.options)
        started = time.perf_counter()
        yield Step(0.0, said("scoring the image"))
        score, provider = score_of_input(request)
        outcome = Outcome(self.draw(request), score, provider, 1, CONVENTIONS)
        yield Step(1.0, result=explained(self, request, options, outcome, started))

    def draw(self, request: Request) -> NDArray[np.float64]:
        """(H, W) of the network input."""
        raise NotImplementedError


class RandomControl(Control):
    """Chance: every pixel drawn evenly from [-1, 1]."""

    id: ClassVar[str] = "control-random"
    name: ClassVar[str] = "Control: chance"
    is_signed: ClassVar[bool] = True
    is_deterministic: ClassVar[bool] = False
    definition: ClassVar[str] = "independent uniform numbers in [-1, 1] at every pixel"

    def draw(self, request: Request) -> NDArray[np.float64]:
        """See the class."""
        return np.random.default_rng(request.seed).uniform(-1.0, 1.0, _size(request))


class SobelControl(Control):
    """The picture's own edges: what an edge detector finds without any network."""

    id: ClassVar[str] = "control-sobel"
    name: ClassVar[str] = "Control: edges"
    is_input_specific: ClassVar[bool] = True
    reference: ClassVar[str] = "Adebayo et al., Sanity Checks for Saliency Maps, 2018"
    definition: ClassVar[str] = "magnitude of the 3 x 3 Sobel gradient of the input picture"

    def draw(self, request: Request) -> NDArray[np.float64]:
        """See the class."""
        picture = input_picture(request.model.manifest.recipe, request.tensor)
        return sobel_magnitude(picture.astype(np.float64))


class ConstantControl(Control):
    """No preference for any place."""

    id: ClassVar[str] = "control-constant"
    name: ClassVar[str] = "Control: constant"
    definition: ClassVar[str] = "1 everywhere"

    def draw(self, request: Request) -> NDArray[np.float64]:
        """See the class."""
        return np.ones(_size(request))


class CentreControl(Control):
    """Findings tend to lie in the middle of the picture."""

    id: ClassVar[str] = "control-centre"
    name: ClassVar[str] = "Control: centre"
    definition: ClassVar[str] = (
        "Gaussian about the middle, its standard deviation a quarter of each side"
    )

    def draw(self, request: Request) -> NDArray[np.float64]:
        """See the class."""
        height, width = _size(request)
        return np.outer(_bell(height), _bell(width))


def sobel_magnitude(picture: NDArray[np.float64]) -> NDArray[np.float64]:
    """(H, W) -> (H, W): length of the 3 x 3 Sobel gradient, edges of the picture repeated."""
    across, down = (
        cv2.Sobel(picture, cv2.CV_64F, *order, ksize=3, borderType=cv2.BORDER_REPLICATE)
        for order in ((1, 0), (0, 1))
    )
    return np.hypot(across, down)


def _bell(length: int) -> NDArray[np.float64]:
    """(length,) Gaussian at pixel centres; 1 in the middle."""
    offsets = np.arange(length) + 0.5 - length / 2
    return np.exp(-0.5 * (offsets / (CENTRE_SHARE * length)) ** 2)


def _size(request: Request) -> tuple[int, int]:
    recipe = request.model.manifest.recipe
    return recipe.height, recipe.width
