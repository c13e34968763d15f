"""Our maps against those of tf-keras-vis, on a Keras network exported by tf2onnx.

`tests.support.map_rows.TF_KERAS_VIS_ROWS` lists which map is held to which. Grad-CAM++, Score-CAM
and SmoothGrad are other formulas there; the tests behind the table write both down and hold each
side to its own.
"""

import importlib
from types import ModuleType

import cv2
import numpy as np
import pytest
from scipy import ndimage

from tests.support.map_rows import (
    KERAS_NOISE,
    TF_KERAS_VIS_ROWS,
    Question,
    Row,
    likeness,
    noise_for,
    positive_part,
)

pytestmark = pytest.mark.training

# Both sides compute in float32.
ROUNDING = 1e-5


@pytest.fixture(scope="module")
def maps() -> ModuleType:
    """Imported late: TensorFlow takes seconds."""
    pytest.importorskip("tensorflow", reason="needs the dependency group train")
    reason = "tf-keras-vis is the reference; it is not in the lock"
    pytest.importorskip("tf_keras_vis", reason=reason)
    return pytest.importorskip("tests.support.keras_maps")


@pytest.fixture(scope="module")
def network(maps: ModuleType) -> ModuleType:
    return importlib.import_module("tests.support.keras_network")


@pytest.fixture(scope="module")
def net(network: ModuleType) -> object:
    return network.net()


@pytest.fixture(scope="module")
def question(net: object, tmp_path_factory: pytest.TempPathFactory) -> Question:
    return net.ask(tmp_path_factory.mktemp("net") / "keras")


@pytest.mark.parametrize("row", TF_KERAS_VIS_ROWS, ids=str)
def test_our_map_is_that_of_tf_keras_vis(
    row: Row, maps: ModuleType, net: object, question: Question
) -> None:
    theirs = maps.vis_map(net, row.theirs)
    found = likeness(row.reading(question.ours(row).map), theirs)

    assert np.abs(theirs).max() > 0.0
    assert found.relative < row.tolerance, found
    assert found.correlation > 1.0 - 1e-9, found


def test_grad_cam_plus_plus_there_divides_by_sums_of_alphas(
    maps: ModuleType, net: object, question: Question
) -> None:
    """The paper's equation 19 takes the alphas as they are; tf-keras-vis makes them sum to 1.

    Its sums run over all places, also those of negative gradients, where alphas may be negative and
    of any size: a channel's weight may change its sign by that alone. It also keeps the positive
    factor exp(y), which cancels once maps are normalised. Each side follows its own formula.
    """
    activations, gradients = net.seen()
    logit = net.model(net.image).numpy()[0, net.index]
    below = 2.0 + gradients * activations.sum(axis=(1, 2), keepdims=True)
    alphas = np.where(gradients == 0.0, 0.0, 1.0 / below)
    sums = alphas.sum(axis=(1, 2), keepdims=True)
    normalised = alphas / np.where(sums == 0.0, 1.0, sums)

    def written(weights: np.ndarray) -> np.ndarray:
        parts = (weights * np.maximum(gradients, 0.0)).sum(axis=(1, 2), keepdims=True)
        return (parts * activations).sum(axis=0)

    ours = question.ours(Row("", "grad-cam++", 0.0)).map
    theirs = maps.vis_map(net, "GradcamPlusPlus")

    assert likeness(ours, written(alphas)).relative < ROUNDING
    assert likeness(theirs, positive_part(np.exp(logit) * written(normalised))).relative < ROUNDING
    assert (sums < 0.0).any()
    assert likeness(ours / ours.max(), theirs / theirs.max()).correlation < 0.9


def test_score_cam_there_weighs_by_a_second_softmax_and_stretches_otherwise(
    maps: ModuleType, net: object, question: Question
) -> None:
    """The paper's weights are a softmax over the channels of the masked pictures' scores.

    Instead tf-keras-vis takes every masked picture's probability of the class, by a softmax over
    the classes of what the model returns (a second one, where the model ends in one), so that its
    weights do not sum to 1. It also stretches masks from corner to corner. With the paper's weights
    and half-pixel stretching the same pictures give our map.
    """
    activations, _ = net.seen()

    def logits_under(masks: np.ndarray) -> np.ndarray:
        low, high = (f(masks, axis=(1, 2), keepdims=True) for f in (np.min, np.max))
        shown = (masks - low) / np.where(high > low, high - low, 1.0)
        return net.model.predict(net.image * shown[..., None], verbose=0).astype(np.float64)

    def softmax(values: np.ndarray) -> np.ndarray:
        raised = np.exp(values - values.max(axis=-1, keepdims=True))
        return raised / raised.sum(axis=-1, keepdims=True)

    def weighted(weights: np.ndarray) -> np.ndarray:
        return np.tensordot(weights, activations, axes=1)

    size = net.image.shape[1]
    half_pixel = np.stack([cv2.resize(a, (size, size)) for a in activations])
    factor = size / activations.shape[1]
    corners = ndimage.zoom(activations, (1, factor, factor), order=1, mode="nearest")
    ours = question.ours(Row("", "score-cam", 0.0)).map
    theirs = maps.vis_map(net, "Scorecam")
    papers = softmax(logits_under(half_pixel)[:, net.index])
    other = softmax(logits_under(corners))[:, net.index]

    assert likeness(ours, weighted(papers)).relative < ROUNDING
    # It adds 1e-7 below the masks' ranges.
    assert likeness(theirs, weighted(other)).relative < 1e-4
    assert papers.sum() == pytest.approx(1.0)
    assert abs(other.sum() - 1.0) > 0.3


def test_smooth_grad_there_averages_magnitudes(
    maps: ModuleType, network: ModuleType, net: object, question: Question
) -> None:
    """The paper averages gradients; tf-keras-vis averages their magnitudes unless told otherwise.

    Noise that turns a gradient's sign then no longer cancels. Told to keep the signs it gives our
    map from the same noise; that is a row of the table.
    """
    noisy = net.image[0] + noise_for(net.image[0], KERAS_NOISE)
    tape, layer = network.keras_parity.tape, network.LAYER
    gradients = np.stack([tape(net.model, [layer], x[None])[2][0] for x in noisy])
    row = Row("", "smooth-grad", 0.0, KERAS_NOISE | {"channels": "max-abs"})
    theirs = maps.vis_map(net, "Saliency(smooth)")
    ours = question.ours(row).map

    assert likeness(ours, np.abs(gradients.mean(axis=0)).max(axis=-1)).relative < ROUNDING
    assert likeness(theirs, np.abs(gradients).mean(axis=0).max(axis=-1)).relative < ROUNDING
    assert (theirs >= ours - 1e-6).all()
    assert theirs.mean() > 1.05 * ours.mean()


def test_maps_there_are_enlarged_from_corner_to_corner(
    maps: ModuleType, network: ModuleType, net: object
) -> None:
    """Ours stay at the layer's resolution; the display enlarges them on half-pixel centres.

    SciPy's `zoom` puts the outer cells' centres on the outer pixels' centres, so that a cell lies
    up to half of its width from where it looks.
    """
    small = maps.vis_map(net, "Gradcam")
    with network.quiet():
        large = maps.cam(maps.Gradcam, net, expand_cam=True)
    size = net.image.shape[1]
    places = np.linspace(0.0, small.shape[0] - 1.0, size)
    grid = np.meshgrid(places, places, indexing="ij")
    smooth = cv2.resize(small, (size, size), interpolation=cv2.INTER_LINEAR)

    assert likeness(large, ndimage.map_coordinates(small, grid, order=1)).relative < ROUNDING
    assert likeness(smooth, large).relative > 0.05
