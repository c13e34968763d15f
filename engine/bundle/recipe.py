"""Preprocessing as data: the one way from a radiograph to a network's input, and back.

Training and clinic both call `Recipe.apply`, so the two cannot drift apart. What the reader does to
the screen (window, inversion, rotation, marks) never reaches this module: it starts from
`display.model_grey`, the picture as the file itself says it should look.
"""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.errors import BundleError
from engine.images.display import model_grey
from engine.images.geometry import Affine, resize_affine
from engine.images.radiograph import Radiograph
from engine.images.shrink import shrunk
from engine.language import said

FITS = ("stretch", "letterbox", "centre-crop")
INTERPOLATIONS = {
    "nearest": cv2.INTER_NEAREST,
    "linear": cv2.INTER_LINEAR,
    "cubic": cv2.INTER_CUBIC,
    "area": cv2.INTER_AREA,
}
LAYOUTS = ("nhwc", "nchw")
# name -> (factor, mean, deviation): network value = (grey * factor - mean) / deviation, per
# channel.
SCALINGS: dict[str, tuple[float, tuple[float, ...], tuple[float, ...]]] = {
    "unit": (1.0, (0.0,), (1.0,)),  # 0 .. 1
    "symmetric": (2.0, (1.0,), (1.0,)),  # -1 .. 1
    "byte": (255.0, (0.0,), (1.0,)),  # 0 .. 255
    "xrv": (2048.0, (1024.0,), (1.0,)),  # -1024 .. 1024, TorchXRayVision
    # 0 .. 255 less ImageNet's means, blue first: Keras' ResNets of the first version.
    "caffe": (255.0, (103.939, 116.779, 123.68), (1.0, 1.0, 1.0)),
    "imagenet": (1.0, (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)),
}


@dataclass(frozen=True)
class ModelInput:
    """What a network is fed, and where each of its pixels came from.

    Attributes:
        tensor: (1, C, H, W) or (1, H, W, C) float32 in the network's own units.
        to_image: maps points of the H x W input picture to points of the original image.
        grey: (H, W) float32 in [0, 1], the input before scaling: "what the model saw".
    """

    tensor: NDArray[np.float32]
    to_image: Affine
    grey: NDArray[np.float32]


@dataclass(frozen=True)
class Recipe:
    """How a network wants its input.

    Fitting counts stored pixels, in training as here: where the pixels of a file are not square
    (some scanned films), letterbox and centre-crop keep the ratio of the stored ones, as the
    network has learned it. Only the screen stretches them; maps come back through `to_image` and
    are stretched with the image.

    Attributes:
        height: rows of the network input.
        width: columns of the network input.
        channels: 1 or 3 (grey repeated).
        layout: ``nhwc`` | ``nchw``.
        fit: ``stretch`` (aspect ratio is lost) | ``letterbox`` (padded) | ``centre-crop``.
        pad_value: grey level of letterbox borders, 0..1.
        interpolation: ``nearest`` | ``linear`` | ``cubic`` | ``area``; ``area`` falls back to
            linear when enlarging, as OpenCV's does.
        scaling: a key of `SCALINGS`, or ``mean-std`` with `mean` and `deviation` in units of grey
            0..1.
        mean: per channel, for ``mean-std``.
        deviation: per channel, > 0, for ``mean-std``.
    """

    height: int
    width: int
    channels: int = 1
    layout: str = "nhwc"
    fit: str = "stretch"
    pad_value: float = 0.0
    interpolation: str = "area"
    scaling: str = "unit"
    mean: tuple[float, ...] = ()
    deviation: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuses values that no input could be made with."""
        _require(
            1 <= self.height <= 4096 and 1 <= self.width <= 4096, said("input size 1..4096"), self
        )
        _require(self.channels in (1, 3), said("1 or 3 channels"), self)
        _require(self.layout in LAYOUTS, said("a layout of {LAYOUTS}", LAYOUTS=LAYOUTS), self)
        _require(self.fit in FITS, said("a fit of {FITS}", FITS=FITS), self)
        _require(self.interpolation in INTERPOLATIONS, said("a known interpolation"), self)
        _require(
            self.scaling in SCALINGS or self.scaling == "mean-std", said("a known scaling"), self
        )
        _require(0.0 <= self.pad_value <= 1.0, said("a pad value in 0..1"), self)
        _, mean, deviation = self.numbers()
        _require(len(mean) in (1, self.channels), said("one mean per channel"), self)
        _require(len(deviation) == len(mean) and min(deviation) > 0, said("deviations > 0"), self)

    def apply(self, radiograph: Radiograph, frame: int = 0) -> ModelInput:
        """The network input for one frame, and the affine back to its original pixels."""
        return self.apply_grey(model_grey(radiograph, frame))

    def apply_grey(self, grey: NDArray[np.float32]) -> ModelInput:
        """The same from a (H, W) float32 picture in [0, 1] of any size."""
        return self.input_of(self.fitted(grey), (grey.shape[0], grey.shape[1]))

    def fitted(self, grey: NDArray[np.float32]) -> NDArray[np.float32]:
        """A (H, W) picture in [0, 1] of any size as (height, width) float32, "what it saw"."""
        return self._fit(np.ascontiguousarray(grey, dtype=np.float32))

    def input_of(self, fitted: NDArray[np.float32], size_hw: tuple[int, int]) -> ModelInput:
        """The rest of the way: what `fitted` gave, of a picture of `size_hw` (height, width)."""
        return ModelInput(self.tensor_from(fitted), self._to_input(size_hw).inverse(), fitted)

    def tensor_from(self, grey: NDArray[np.float32]) -> NDArray[np.float32]:
        """A (height, width) picture in [0, 1] in the network's units and layout, batch of one."""
        factor, mean, deviation = self.numbers()
        stacked = np.repeat(grey[:, :, None] * np.float32(factor), self.channels, axis=2)
        scaled = (stacked - np.float32(mean)) / np.float32(deviation)
        if self.layout == "nchw":
            scaled = scaled.transpose(2, 0, 1)
        return np.ascontiguousarray(scaled[None], dtype=np.float32)

    def numbers(self) -> tuple[float, tuple[float, ...], tuple[float, ...]]:
        """``(factor, mean, deviation)`` of network value = (grey * factor - mean) / deviation."""
        if self.scaling == "mean-std":
            return 1.0, self.mean, self.deviation
        factor, mean, deviation = SCALINGS[self.scaling]
        return factor, mean[: self.channels], deviation[: self.channels]

    def input_shape(self) -> tuple[int, int, int, int]:
        """Shape of `ModelInput.tensor`."""
        if self.layout == "nchw":
            return 1, self.channels, self.height, self.width
        return 1, self.height, self.width, self.channels

    def to_json(self) -> dict[str, Any]:
        """The recipe as it stands in ``manifest.json``."""
        plain = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return plain | {"mean": list(self.mean), "deviation": list(self.deviation)}

    @staticmethod
    def from_json(plain: dict[str, Any]) -> "Recipe":
        """Back from `to_json`. Raises BundleError on unknown or impossible values."""
        unknown = set(plain) - set(Recipe.__dataclass_fields__)
        _require(
            not unknown,
            said("no unknown recipe entries ({unknown})", unknown=sorted(unknown)),
            plain,
        )
        tuples = {
            name: tuple(float(v) for v in plain.get(name, ())) for name in ("mean", "deviation")
        }
        try:
            return Recipe(**(plain | tuples))
        except TypeError as error:
            raise BundleError(
                said("the recipe cannot be used: {error}", error=error), hint=_HINT
            ) from error

    def _fit(self, grey: NDArray[np.float32]) -> NDArray[np.float32]:
        (height, width), (top, left) = self._place((grey.shape[0], grey.shape[1]))
        resized = self._resized(grey, height, width)
        if self.fit == "stretch":
            return resized
        canvas = np.full((self.height, self.width), self.pad_value, dtype=np.float32)
        rows, columns = _overlap(top, height, self.height), _overlap(left, width, self.width)
        canvas[rows[1], columns[1]] = resized[rows[0], columns[0]]
        return canvas

    def _resized(self, grey: NDArray[np.float32], height: int, width: int) -> NDArray[np.float32]:
        if self.interpolation == "area":
            resized = shrunk(grey, height, width)
        else:
            flag = INTERPOLATIONS[self.interpolation]
            resized = cv2.resize(grey, (width, height), interpolation=flag)
        return np.clip(resized, 0.0, 1.0)  # cubic overshoots

    def _to_input(self, size_hw: tuple[int, int]) -> Affine:
        """From the pixels of a picture of that size to those of the network's input."""
        inner_hw, (top, left) = self._place(size_hw)
        affine = resize_affine(size_hw, inner_hw)
        return affine if self.fit == "stretch" else affine.then(Affine.shift(left, top))

    def _place(self, size_hw: tuple[int, int]) -> tuple[tuple[int, int], tuple[int, int]]:
        """(height, width) of the picture within the input, and its (top, left) corner."""
        if self.fit == "stretch":
            return (self.height, self.width), (0, 0)
        height, width = size_hw
        choose = min if self.fit == "letterbox" else max
        factor = choose(self.height / height, self.width / width)
        inner_hw = (max(1, round(height * factor)), max(1, round(width * factor)))
        return inner_hw, ((self.height - inner_hw[0]) // 2, (self.width - inner_hw[1]) // 2)


def _overlap(offset: int, length: int, room: int) -> tuple[slice, slice]:
    """Slices (in picture, in canvas) of the part both share; `offset` < 0 means a crop."""
    start, stop = max(0, offset), min(room, offset + length)
    return slice(start - offset, stop - offset), slice(start, stop)


_HINT = said("The bundle was made by another version or altered; import it again or ask its maker.")


def _require(holds: bool, what: str, received: object) -> None:
    if not holds:
        raise BundleError(
            said("the recipe needs {what}. Received: {received}", what=what, received=received),
            hint=_HINT,
        )
