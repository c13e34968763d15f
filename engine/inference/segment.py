"""Masks of anatomy by a segmentation model: image -> network -> masks in the image's own pixels.

Stands beside `engine.inference.model`, which scores; a bundle of the task ``segmentation`` has no
classes and is opened here only.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import Manifest
from engine.bundle.store import Bundle
from engine.bundle.structures import BACKGROUND, SegmentationOutput, Structure
from engine.errors import BundleError, InvalidOutput, SelfTestFailed
from engine.graph.facts import GraphFacts, load_model
from engine.images.enlarge import enlarged
from engine.images.geometry import Affine, resize_affine
from engine.images.radiograph import Radiograph
from engine.inference.model import SELF_TEST_TOLERANCE, default_threads, open_model
from engine.inference.session import Session
from engine.language import said

Mask = NDArray[np.bool_]
_IMPORT_AGAIN = said("Import the model again.")


@dataclass(frozen=True)
class Fields:
    """What a segmentation model found on one frame.

    Attributes:
        masks: (H, W) bool in pixels of the original image, by structure; only plausible ones.
        doubts: why a structure has no mask, one sentence each.
        model_id: of the bundle.
        model_name: for people.
    """

    masks: Mapping[str, Mask]
    doubts: tuple[str, ...]
    model_id: str
    model_name: str


class SegmentationModel:
    """An open segmentation model. Made by `open_segmentation`.

    Attributes:
        manifest: of its bundle.
        self_test_error: largest deviation from the stored output.
    """

    def __init__(self, bundle: Bundle, *, wants_gpu: bool, threads: int) -> None:
        self.manifest: Manifest = bundle.manifest
        self.self_test_error = float("nan")
        graph = load_model(bundle.model)
        facts = GraphFacts(graph)
        self._input, self._output = facts.input_name, facts.output_names[0]
        self._session = Session(graph.SerializeToString(), wants_gpu=wants_gpu, threads=threads)

    @property
    def output(self) -> SegmentationOutput:
        """How its output is read."""
        if self.manifest.segmentation is None:  # refused by `open_segmentation`
            raise BundleError(said("the model gives no masks"))
        return self.manifest.segmentation

    @property
    def provider(self) -> str:
        """ONNX Runtime's name of the provider in use."""
        return self._session.provider

    def run(self, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
        """The network's output as it is: (N, K, h, w) or (N, h, w, K) float32.

        Raises:
            InvalidOutput: NaN, infinity or another number of structures.
        """
        (found,) = self._session.run((self._output,), {self._input: tensor})
        channels = found.shape[1 if self.output.layout == "nchw" else -1] if found.ndim == 4 else 0
        if channels != len(self.output.structures):
            raise InvalidOutput(
                said(
                    "the model returned {shape} for {count} structures",
                    shape=found.shape,
                    count=len(self.output.structures),
                ),
                hint=_IMPORT_AGAIN,
            )
        if not np.isfinite(found).all():
            raise InvalidOutput(said("the model returned NaN or infinity, so there are no masks"))
        return found

    def probabilities(self, tensor: NDArray[np.float32]) -> NDArray[np.float32]:
        """(K, h, w) float32 in [0, 1] of a batch of one."""
        found = self.run(tensor)[0].astype(np.float64)
        planes = found if self.output.layout == "nchw" else np.moveaxis(found, -1, 0)
        if self.output.has_logits:
            planes = _activated(planes, self.manifest.activation)
        return np.clip(planes, 0.0, 1.0).astype(np.float32)

    def stop(self) -> None:
        """Stops a run under way; it raises `Cancelled`."""
        self._session.stop()


def open_segmentation(
    bundle: Bundle, *, wants_gpu: bool = True, threads: int | None = None
) -> SegmentationModel:
    """Opens a bundle of the task ``segmentation`` and proves that it computes what it should.

    Raises:
        BundleError: it is of another task.
        ModelError: the graph cannot be loaded or contradicts its manifest.
        SelfTestFailed: it computes something else on this machine.
    """
    if not bundle.manifest.is_segmentation:
        raise BundleError(
            said("{id} gives scores, no masks", id=bundle.manifest.id), file=bundle.path
        )
    count = default_threads() if threads is None else threads
    model = SegmentationModel(bundle, wants_gpu=wants_gpu, threads=count)
    output = model.run(bundle.selftest_input)
    expected = bundle.selftest_output
    is_alike = expected.shape == output.shape
    error = float(np.abs(output - expected).max()) if is_alike else float("inf")
    if error > SELF_TEST_TOLERANCE:
        raise SelfTestFailed(
            said(
                "the model {id} misses its stored self-test output by {error:.2g}",
                id=bundle.manifest.id,
                error=error,
            ),
            hint=said("It is switched off here. Update the graphics driver or use the CPU."),
        )
    model.self_test_error = error
    return model


def prove(bundle: Bundle) -> float:
    """Opens a bundle of any task on the CPU; returns its self-test's deviation.

    Raises ModelError.
    """
    if bundle.manifest.is_segmentation:
        return open_segmentation(bundle, wants_gpu=False).self_test_error
    return open_model(bundle, wants_gpu=False).self_test_error


def segment(model: SegmentationModel, radiograph: Radiograph, frame: int = 0) -> Fields:
    """Where the model's structures lie on one frame.

    The network's planes are enlarged to the image's pixels by the very affine that the recipe made
    its input with, cut at each structure's threshold, reduced to their largest connected parts, and
    left out where their area is not plausible.

    Raises:
        ModelError: the network cannot be run or returns nonsense.
    """
    recipe = model.manifest.recipe
    model_input = recipe.apply(radiograph, frame)
    planes = model.probabilities(model_input.tensor)
    to_input = resize_affine(planes.shape[1:], (recipe.height, recipe.width))
    to_image = to_input.then(model_input.to_image)
    masks: dict[str, Mask] = {}
    doubts = []
    for structure, plane in zip(model.output.structures, planes, strict=True):
        if structure.name == BACKGROUND:
            continue
        mask = mask_of(plane, to_image, radiograph.size_hw, structure)
        area = float(mask.mean())
        if mask.any() and structure.least_area <= area <= structure.most_area:
            masks[structure.name] = mask
        else:
            doubts.append(_doubt(structure, area))
    manifest = model.manifest
    return Fields(MappingProxyType(masks), tuple(doubts), manifest.id, manifest.name)


def mask_of(
    plane: NDArray[np.float32], to_image: Affine, image_hw: tuple[int, int], structure: Structure
) -> Mask:
    """(H, W) bool: one structure in the image's pixels.

    Args:
        plane: (h, w) float32, probabilities.
        to_image: maps points of the plane to points of the image.
        image_hw: (height, width) of the image.
        structure: its threshold and number of parts.
    """
    mask = enlarged(plane, to_image, image_hw) >= np.float32(structure.threshold)
    return largest_parts(mask, structure.most_parts)


def largest_parts(mask: Mask, count: int) -> Mask:
    """The `count` largest parts of a mask that touch by sides or corners; all of them for 0."""
    if count == 0 or not mask.any():
        return mask
    found, labels, facts, _ = cv2.connectedComponentsWithStats(
        mask.astype(np.uint8), connectivity=8
    )
    if found - 1 <= count:
        return mask
    areas = facts[1:, cv2.CC_STAT_AREA]
    kept = np.zeros(found, bool)
    kept[1 + np.argsort(-areas, kind="stable")[:count]] = True
    return kept[labels]


def _doubt(structure: Structure, area: float) -> str:
    return said(
        "No mask of {name}: {percent} % of the image is not plausible"
        " ({least} to {most} % would be).",
        name=structure.name,
        percent=round(100.0 * area),
        least=round(100.0 * structure.least_area),
        most=round(100.0 * structure.most_area),
    )


def _activated(planes: NDArray[np.float64], activation: str) -> NDArray[np.float64]:
    if activation == "sigmoid":
        return 0.5 * (1.0 + np.tanh(0.5 * planes))  # no overflow
    powers = np.exp(planes - planes.max(axis=0, keepdims=True))
    return powers / powers.sum(axis=0, keepdims=True)
