"""What "nothing there" looks like: baselines and fills, defined as pictures, never as tensors.

A zero of a standardised network is mid-grey, not black. Every baseline is therefore a picture in
[0, 1] as the reader would see it, which then goes through the model's own scaling.
"""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.explain.explanation import Request
from engine.explain.own_files import own_inputs
from engine.options import PICTURE, OptionFacts, file_option

# Standard deviation of the blurred baseline, as a share of the picture's longer side.
BLUR_SHARE = 0.1


# (H, W) float32 picture of the input in [0, 1] -> picture of its absence, same shape.
Baseline = Callable[[NDArray[np.float32]], NDArray[np.float32]]


def _black(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.zeros_like(grey)


def _white(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.ones_like(grey)


def _mid_grey(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.full_like(grey, 0.5)


def _mean(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.full_like(grey, grey.mean(dtype=np.float64))


def _blur(grey: NDArray[np.float32]) -> NDArray[np.float32]:
    sigma = BLUR_SHARE * max(grey.shape)
    return cv2.GaussianBlur(grey, (0, 0), sigma, borderType=cv2.BORDER_REPLICATE)


BASELINES: dict[str, Baseline] = {
    "black": _black,
    "white": _white,
    "mid-grey": _mid_grey,
    "mean": _mean,
    "blur": _blur,
}
NAMES = tuple(BASELINES)
# Nothing at all to the network itself, whatever that looks like.
NETWORK_ZERO = "network-zero"
# All of them, as rows.
BASELINE_SET = "baselines"
# Two baselines whose maps are averaged: neither black nor white evidence is blind to itself.
BLACK_AND_WHITE = "black-and-white"
CHOICES = (*NAMES, BLACK_AND_WHITE)
_OWN_PICTURE = OptionFacts("baseline", "", "", None, None, "", NAMES, PICTURE)


def picture_option(default: str, help: str, *, choices: tuple[str, ...] = NAMES) -> Any:
    """A field for an option that takes a baseline: one of `choices`, or an image file."""
    return file_option(default, help, choices=choices, reads=PICTURE)


def baseline_tensor(request: Request, name: str) -> NDArray[np.float32]:
    """(1, ...) float32: the baseline in the network's own units and layout.

    Args:
        request: whose image it is made of.
        name: one of `NAMES`, `NETWORK_ZERO`, or the path of an image file.

    Raises:
        RequestError: the name is none of them, or the file cannot be used.
    """
    recipe = request.model.manifest.recipe
    if name == NETWORK_ZERO:
        return np.zeros_like(request.tensor)
    if name in BASELINES:
        return recipe.tensor_from(BASELINES[name](input_picture(recipe, request.tensor)))
    return own_inputs(request, _OWN_PICTURE, name).rows


def baseline_rows(request: Request, choice: str) -> NDArray[np.float32]:
    """(R, ...) float32: the network inputs behind a choice; `BASELINE_SET` has several, too.

    Raises:
        RequestError: as for `baseline_tensor`.
    """
    several = {BLACK_AND_WHITE: ("black", "white"), BASELINE_SET: NAMES}
    return np.concatenate([baseline_tensor(request, n) for n in several.get(choice, (choice,))])


def absence_pictures(request: Request, facts: OptionFacts, text: str) -> list[NDArray[np.float32]]:
    """(H, W) float32 in [0, 1] each: what an option puts where the image is absent, as shown.

    Args:
        request: whose image it is made of.
        facts: of an option that takes baselines or backgrounds.
        text: its value.

    Raises:
        RequestError: the text names a file that cannot be used.
    """
    is_own = text not in facts.choices
    rows = own_inputs(request, facts, text).rows if is_own else baseline_rows(request, text)
    recipe = request.model.manifest.recipe
    return [np.clip(input_picture(recipe, row[None]), 0.0, 1.0) for row in rows]


def input_picture(recipe: Recipe, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
    """(1, ...) network input -> (H, W) grey picture in its first channel, before scaling.

    In [0, 1] for inputs that came from radiographs; arrays given as inputs may leave that range.
    """
    factor, mean, deviation = recipe.numbers()
    plane = tensor[0, 0] if recipe.layout == "nchw" else tensor[0, :, :, 0]
    return ((plane * np.float32(deviation[0]) + np.float32(mean[0])) / np.float32(factor)).astype(
        np.float32
    )
