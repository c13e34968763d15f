"""What the workers do: functions from a request to a value, each a thin call of the engine.

ONNX Runtime is imported inside the functions: the window must be up before it is loaded.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from desktop.jobs.mask_tasks import Known
from desktop.paths import CONTENT_CHECK, LOCALISATION
from desktop.state.browsed import Browsed
from desktop.state.workspace import Absence
from engine.bundle.store import ModelStore, read_bundle
from engine.images.radiograph import Radiograph
from engine.progress import Step

if TYPE_CHECKING:
    from engine.browse.activations import FeatureMaps
    from engine.bundle.manifest import Manifest
    from engine.explain.explanation import Explanation, Method
    from engine.explain.localisation import Localisation
    from engine.graph.layers import Layer
    from engine.images.decoder import Decoder
    from engine.inference.content import ContentCheck
    from engine.inference.model import Model
    from engine.inference.target import Target
    from engine.pipeline import Kept, Question, Reading
    from engine.trust.survey import Truth

THUMBNAIL_PX = 192
_SAMPLES = 3  # pixels across that one of a thumbnail is made from, at least
ABSENCE_PX = 128
MOST_PICTURES = 5


@dataclass(frozen=True)
class Ask:
    """A question about one frame.

    Attributes:
        radiograph: the image.
        model: whose score.
        question: what to explain and how.
        frame: which frame.
        kept: what is known from questions before.
    """

    radiograph: Radiograph
    model: Model
    question: Question
    frame: int
    kept: Kept


def open_file(path: Path, decoder: Decoder) -> Iterator[Step]:
    """Reads one file in a child process: first the image, for whoever waits, then its thumbnail.

    Yields:
        A step whose `partial` is the `Radiograph`; then one whose `result` is the thumbnail, (h, w)
        uint8, at most `THUMBNAIL_PX` on the long side.

    Raises:
        ImageError: it is no radiograph that WhyRay can read.
        Cancelled: by `decoder.cancel()`.
    """
    from engine.images.reader import open_radiograph

    radiograph = open_radiograph(path, decoder=decoder)
    yield Step(0.9, partial=radiograph)
    yield Step(1.0, result=make_thumbnail(radiograph))


def make_thumbnail(radiograph: Radiograph) -> NDArray[np.uint8]:
    """(h, w) uint8 small picture of the first frame as the file says it should look."""
    import cv2

    from engine.images.display import compose_lut, default_voi

    # Some of the pixels, and in 8 bits: somebody waits for the image itself meanwhile.
    table = compose_lut(radiograph.grey, default_voi(radiograph, 0))
    step = max(1, min(radiograph.size_hw) // (_SAMPLES * THUMBNAIL_PX))
    light = cv2.LUT(np.ascontiguousarray(radiograph.frames[0][::step, ::step]), table)
    return _resized(light, THUMBNAIL_PX, radiograph.pixel_hw)


def _small(grey: NDArray[np.float32], long_side_px: int) -> NDArray[np.uint8]:
    """(h, w) uint8 of a picture in [0, 1]."""
    small = _resized(grey, long_side_px)
    return (np.clip(small, 0.0, 1.0) * 255.0).round().astype(np.uint8)


def _resized(
    picture: NDArray[Any], long_side_px: int, pixel_hw: tuple[float, float] = (1.0, 1.0)
) -> NDArray[Any]:
    import cv2

    height, width = (side * length for side, length in zip(picture.shape, pixel_hw, strict=True))
    factor = long_side_px / max(height, width)
    size_xy = (max(1, round(width * factor)), max(1, round(height * factor)))
    return cv2.resize(picture, size_xy, interpolation=cv2.INTER_AREA)


def list_methods() -> tuple[Method, ...]:
    """The explanation methods. The first call loads ONNX Runtime and everything above it."""
    from engine import pipeline  # noqa: F401 - loaded here, so that no later call waits for it
    from engine.explain.registry import METHODS

    return METHODS


def list_localisation() -> Mapping[str, Localisation]:
    """How well each method found known lesions, by method id; empty where nobody measured."""
    from engine.explain.localisation import read_localisation

    return read_localisation(LOCALISATION)


def load_packages(method_id: str) -> Iterator[Step]:
    """Imports, piece by piece, what a method will ask for."""
    from engine.explain.imports import load_for

    return load_for(method_id)


def open_stored_model(store: ModelStore, model_id: str, wants_gpu: bool) -> Model:
    """Verifies, loads and self-tests a model. Raises ModelError or RequestError."""
    from engine.inference.model import open_model

    return open_model(read_bundle(store.find(model_id)), wants_gpu=wants_gpu)


def read_card(store: ModelStore, model_id: str) -> tuple[Manifest, str]:
    """What a model says of itself, as verified: manifest and card (Markdown). Raises ModelError."""
    bundle = read_bundle(store.find(model_id))
    return bundle.manifest, bundle.card


def score(radiograph: Radiograph, model: Model, frame: int) -> Reading:
    """Checks and scores one frame.

    Raises ModelError or RequestError, or Cancelled after `model.stop()`.
    """
    from engine.pipeline import predict

    return predict(radiograph, model, frame, content_check())


@functools.cache
def content_check() -> ContentCheck:
    """The one that ships; it opens its model when it first looks."""
    from engine.inference.content import ContentCheck

    return ContentCheck(CONTENT_CHECK)


def new_kept(decoder: Decoder) -> Kept:
    """For the explanations of one window; `decoder` reads the files that options name."""
    from engine.explain.cache import ExplanationCache
    from engine.explain.own_files import OwnFiles
    from engine.pipeline import Kept

    return Kept(ExplanationCache(), OwnFiles(decoder))


def estimate(ask: Ask, seconds_of_pass: float, count: int) -> Iterator[Step]:
    """What `count` explanations like that one will cost; the last step's `result` tells.

    Raises RequestError where they cannot be asked for.
    """
    from engine.explain.cost import Estimate
    from engine.pipeline import estimate as estimate_question

    place = (ask.radiograph, ask.model, ask.question, ask.frame)
    for step in estimate_question(*place, seconds_of_pass, ask.kept):
        one = step.result
        if one is not None:
            all_of_them = Estimate(one.passes * count, one.low * count, one.high * count)
            step = replace(step, result=all_of_them)
        yield step


def explain(ask: Ask) -> Iterator[Step]:
    """Explains one score; the last step's `result` is the `Explanation`."""
    from engine.pipeline import explain as explain_frame

    return explain_frame(ask.radiograph, ask.model, ask.question, ask.frame, ask.kept)


def read_masks(files: tuple[Path, ...], image_hw: tuple[int, int]) -> Truth:
    """Masks of one image. Raises ImageError, or RequestError where they do not fit it."""
    from engine.trust.truths import read_truth_of

    return read_truth_of(files, image_hw)


def trust(ask: Ask, explanation: Explanation, known: Known, *, is_thorough: bool) -> Iterator[Step]:
    """Tests an explanation; the last step's `result` is the `Panel`, partial ones come before."""
    from engine.pipeline import asked
    from engine.pipeline import trust as trust_of
    from engine.trust.effort import FULL, QUICK

    files = ask.kept.files
    request = yield from asked(ask.radiograph, ask.model, ask.question, ask.frame, files)
    effort = FULL if is_thorough else QUICK
    yield from trust_of(request, explanation, effort, ask.radiograph.size_hw, known.truth())


def look_through(radiograph: Radiograph, model: Model, frame: int) -> tuple[FeatureMaps, ...]:
    """What every layer shows for one frame. Raises ModelError or RequestError."""
    from engine.browse.activations import feature_maps

    model_input = model.manifest.recipe.apply(radiograph, frame)
    return feature_maps(model, model_input.tensor, model_input.to_image)


def save_layer(folder: Path, stem: str, maps: FeatureMaps, shown: Browsed) -> Mapping[str, Path]:
    """Writes a layer as it is looked at. Raises OutputError."""
    from engine.browse.export import write_layer

    scale = "shared" if shown.is_shared else "channel"
    gradients = shown.gradients.get(shown.layer)
    return write_layer(folder, stem, maps, shown.order, scale, gradients)


def layer_gradient(
    radiograph: Radiograph, model: Model, frame: int, target: Target, layer: Layer
) -> NDArray[np.floating[Any]]:
    """(K, h, w) d(score of the target)/d(activation) at a layer. Raises ModelError."""
    from engine.browse.activations import gradient_at
    from engine.explain.explanation import Request

    model_input = model.manifest.recipe.apply(radiograph, frame)
    return gradient_at(Request(model, model_input.tensor, model_input.to_image, target), layer)


def absence(ask: Ask, option: str) -> Iterator[Step]:
    """What an option puts where the image is absent; the last step's `result` is an `Absence`."""
    from engine.pipeline import absence as absence_of

    work = absence_of(ask.radiograph, ask.model, ask.question, option, ask.frame, ask.kept)
    for step in work:
        pictures = step.result
        if pictures is not None:
            shown = tuple(_small(picture, ABSENCE_PX) for picture in pictures[:MOST_PICTURES])
            step = replace(step, result=Absence(shown, len(pictures)))
        yield step
