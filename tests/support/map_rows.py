"""Which of our maps is held to which map of the original libraries, and how closely.

The table is read with the libraries present (`tests/contract/test_parity_*.py`) and, against stored
maps, without them (`tests/contract/test_golden_maps.py`). Neither needs a library to be read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine.explain.explanation import Explanation
from engine.explain.registry import find_method
from engine.inference.model import Model
from tests.support.toys import explain

EXACT_STEPS = {"steps": 16, "max_steps": 16, "tolerance": 1.0, "baseline": "black"}
NOISE = {"sigma": 0.1, "samples": 24, "tolerance": 0.0}
WINDOW, STRIDE = 8, 4
WINDOWS = {"window": WINDOW, "stride": STRIDE, "fill": "black"}
PLAIN, RESIDUAL, LONE = "vgg", "resnet", "head-sigmoid-1"
TORCH_NETWORKS = (PLAIN, RESIDUAL, LONE)


def as_it_is(ours: np.ndarray) -> np.ndarray:
    """The signed map."""
    return ours


def positive_part(ours: np.ndarray) -> np.ndarray:
    """The map behind the ReLU that we leave to the display."""
    return np.maximum(ours, 0.0)


@dataclass(frozen=True)
class Row:
    """One of our maps beside one of a library.

    Attributes:
        theirs: key of the library's map.
        method: id of ours.
        tolerance: largest difference, as a share of the largest magnitude of theirs.
        options: of ours.
        at_layer: whether the last feature map is named in the question (class activation maps find
            it themselves).
        reading: what is done to our map before it is compared.
        only: networks on which the library follows its own definition; see the tests that say why
            others are left out.
    """

    theirs: str
    method: str
    tolerance: float
    options: Mapping[str, Any] = field(default_factory=dict)
    at_layer: bool = False
    reading: Callable[[np.ndarray], np.ndarray] = as_it_is
    only: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.theirs


# Both sides compute in float32; what is left is rounding. It grows where single falls of the score
# are small beside the score (occlusion); measured everywhere else: below 2e-6.
CAPTUM_ROWS = (
    Row("Saliency", "saliency", 1e-5, {"channels": "max-abs"}),
    Row("Saliency(abs=False)", "saliency", 1e-5, {"channels": "sum"}),
    Row("InputXGradient", "input-x-gradient", 1e-5),
    Row("IntegratedGradients", "integrated-gradients", 1e-5, EXACT_STEPS),
    Row("LayerIntegratedGradients", "integrated-gradients", 1e-5, EXACT_STEPS, at_layer=True),
    Row("GuidedBackprop", "guided-backprop", 1e-5, {"channels": "sum"}),
    Row("Deconvolution", "deconvnet", 1e-5, {"channels": "sum"}),
    Row("DeepLift(modules apart)", "deep-lift", 1e-5, {"baseline": "black"}, only=(PLAIN, LONE)),
    Row("LayerDeepLift", "deep-lift", 1e-5, {"baseline": "black"}, at_layer=True),
    Row("LayerGradCam", "grad-cam", 1e-5),
    Row("LayerGradCam(relu)", "grad-cam", 1e-5, reading=positive_part),
    Row("GuidedGradCam(bilinear)", "guided-grad-cam", 1e-5, {"channels": "sum"}),
    Row("LayerGradientXActivation", "hires-cam", 1e-5),
    Row("LayerGradientXActivation, positive", "elementwise-grad-cam", 1e-5),
    Row("LayerFeatureAblation", "ablation-cam", 1e-5),
    Row("Occlusion", "occlusion", 1e-4, WINDOWS),
    Row("FeatureAblation", "occlusion", 1e-4, WINDOWS | {"stride": WINDOW}),
    Row("NoiseTunnel(smoothgrad)", "smooth-grad", 1e-5, NOISE | {"channels": "sum"}),
    Row("NoiseTunnel(smoothgrad_sq)", "smooth-grad-squared", 1e-5, NOISE),
    Row("NoiseTunnel(vargrad)", "var-grad", 1e-5, NOISE),
)  # fmt: skip

KERAS_NOISE = NOISE | {"samples": 8}
TF_KERAS_VIS_ROWS = (
    Row("Gradcam", "grad-cam", 1e-5, reading=positive_part),
    Row("Gradcam, signed", "grad-cam", 1e-5),
    Row("Layercam", "layer-cam", 1e-5),
    Row("Saliency", "saliency", 1e-5, {"channels": "max-abs"}),
    Row("Saliency, signed", "saliency", 1e-5, {"channels": "sum"}),
    Row("Saliency(smooth), signed", "smooth-grad", 1e-5, KERAS_NOISE | {"channels": "sum"}),
    Row("Saliency, guided", "guided-backprop", 1e-5, {"channels": "sum"}),
)


@dataclass(frozen=True)
class Question:
    """One network and what is asked about it.

    Attributes:
        model: the network as we read it.
        image: (C, H, W) or (H, W, C) float32 network input, as the network wants it.
        index: the explained class.
    """

    model: Model
    image: np.ndarray
    index: int

    def ours(self, row: Row, layer: str | None = None, **changes: Any) -> Explanation:
        """Our explanation in answer to a row, at a layer of choice."""
        if row.at_layer:
            layer = self.model.default_layer.name
        options = {**row.options, **changes}
        method = find_method(row.method)
        target = chr(ord("a") + self.index)
        return explain(method, self.model, self.image, target=target, layer=layer, **options)


@dataclass(frozen=True)
class Likeness:
    """How far two maps are apart.

    Attributes:
        largest: the largest difference.
        relative: the same as a share of the largest magnitude of the second map.
        correlation: Pearson's; 1.0 for two equal constant maps.
    """

    largest: float
    relative: float
    correlation: float


def likeness(ours: np.ndarray, theirs: np.ndarray) -> Likeness:
    """Compares two maps of the same shape."""
    assert ours.shape == theirs.shape
    mine, other = (np.asarray(a, np.float64).ravel() for a in (ours, theirs))
    largest = float(np.abs(mine - other).max())
    scale = float(np.abs(other).max())
    spreads = mine.std() * other.std()
    together = float(((mine - mine.mean()) * (other - other.mean())).mean())
    same = float(largest == 0.0)
    return Likeness(
        largest, largest / scale if scale else largest, together / spreads if spreads else same
    )


def assert_centred(runs: np.ndarray, ours: np.ndarray, rounding: float = 1e-6) -> None:
    """Our map lies where random maps scatter: within the standard errors of their mean.

    Args:
        runs: (R, ...) independent runs of the library.
        ours: (...) our map, which nothing random is in.
        rounding: what float32 adds to the error, as a share of the largest magnitude.
    """
    error = runs.std(axis=0, ddof=1) / np.sqrt(len(runs)) + rounding * np.abs(ours).max()
    scores = (runs.mean(axis=0) - ours) / error
    # Few runs make Student's t of them: of hundreds of places some lie beyond five.
    assert np.abs(scores).max() < (5.0 if scores.size < 100 else 7.0), scores
    assert 0.5 < np.sqrt((scores**2).mean()) < 1.5 or scores.size < 100


def noise_for(image: np.ndarray, options: Mapping[str, Any], seed: int = 0) -> np.ndarray:
    """(samples, ...) float32: the noise that our noisy gradients add, in their order."""
    rng = np.random.default_rng(seed)
    shape = options["samples"], *image.shape
    sigma = np.float32(options["sigma"] * float(np.ptp(image)))
    return sigma * rng.standard_normal(shape, dtype=np.float32)
