"""Our maps against those of captum, further: at inner layers, on more families, of two classes.

The table of methods is in `tests.support.map_rows`; `test_parity_captum.py` runs it on three
networks.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from engine.errors import RequestError, UnsupportedOperator
from engine.explain.registry import find_method
from tests.support.map_rows import (
    CAPTUM_ROWS,
    EXACT_STEPS,
    PLAIN,
    RESIDUAL,
    STRIDE,
    WINDOW,
    WINDOWS,
    Row,
    likeness,
)
from tests.support.shap_package import import_shap
from tests.support.toys import explain

REASON = "captum on torch is the reference; neither is in the lock"
torch = pytest.importorskip("torch", reason=REASON)
attr = pytest.importorskip("captum.attr", reason=REASON)
maps = pytest.importorskip("tests.support.captum_maps", reason=REASON)

# family: (tolerance, methods that are defined on it besides those of `EVERYWHERE`).
RECTIFIED = ("GuidedBackprop", "Deconvolution", "GuidedGradCam(bilinear)")
EVERYWHERE = (
    "Saliency(abs=False)",
    "InputXGradient",
    "IntegratedGradients",
    "LayerIntegratedGradients",
    "LayerGradCam",
    "LayerGradientXActivation",
    "LayerFeatureAblation",
    "NoiseTunnel(smoothgrad)",
)
FAMILIES = {
    "densenet": (1e-5, (*RECTIFIED, "LayerDeepLift")),
    # Its map is a small difference of large channels.
    "mobilenet-v2": (5e-5, ("LayerDeepLift",)),
    # Gates multiply rounded factors.
    "mobilenet-v3": (5e-5, (*RECTIFIED, "LayerDeepLift")),
    "efficientnet": (1e-5, ("LayerDeepLift",)),
    "squeezenet": (1e-5, (*RECTIFIED, "LayerDeepLift")),
    "inception": (1e-5, (*RECTIFIED, "LayerDeepLift")),
    "convnext": (1e-5, ()),
    "group-norm": (1e-5, ("LayerDeepLift",)),
    "alexnet": (1e-5, RECTIFIED),
    "head-softmax": (1e-5, (*RECTIFIED, "LayerDeepLift", "DeepLift(modules apart)")),
}
# Modules by the names of our layers.
LAYERS = {
    PLAIN: {"1/Relu": "1", "4/Relu": "4", "7/MaxPool": "7"},
    RESIDUAL: {"1/MaxPool": "1", "2.relu/Relu": "2", "3.relu/Relu": "3"},
}
# Of expected gradients: enough for their sum to be exact to some thousandths.
STEPS = 256
PLACES = [(name, layer) for name, layers in LAYERS.items() for layer in layers]


class Cases:
    """Networks with their questions, each made once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, tuple] = {}

    def __call__(self, name: str) -> tuple:
        if name not in self._made:
            net = maps.net(name)
            self._made[name] = net, net.ask(self._folder / name)
        return self._made[name]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> Cases:
    return Cases(tmp_path_factory.mktemp("nets"))


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """Networks this small take longer with several, most of all beside TensorFlow's."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.mark.parametrize("name", FAMILIES)
def test_maps_of_a_family_are_captum_s(name: str, cases: Cases) -> None:
    net, question = cases(name)
    tolerance, more = FAMILIES[name]
    worst = {}
    for row in (row for row in CAPTUM_ROWS if row.theirs in (*EVERYWHERE, *more)):
        ours = row.reading(question.ours(row).map)
        worst[row.theirs] = likeness(ours, maps.captum_map(net, row.theirs)).relative

    assert len(worst) == len(EVERYWHERE) + len(more)
    assert max(worst.values()) < tolerance, worst


@pytest.mark.parametrize("name", ["efficientnet", "convnext", "group-norm"])
def test_without_rectifiers_we_refuse_where_captum_gives_the_gradient(
    name: str, cases: Cases
) -> None:
    net, question = cases(name)
    gradient = maps.captum_map(net, "Saliency(abs=False)")

    assert likeness(maps.captum_map(net, "GuidedBackprop"), gradient).relative < 1e-5
    with pytest.raises(RequestError):
        question.ours(Row("", "guided-backprop", 0.0))


def test_a_relu6_is_a_rectifier_for_us_and_none_for_captum(cases: Cases) -> None:
    """Of MobileNetV2 captum's guided back-propagation is the plain gradient, unsaid."""
    net, question = cases("mobilenet-v2")
    gradient = maps.captum_map(net, "Saliency(abs=False)")
    ours = question.ours(Row("", "guided-backprop", 0.0, {"channels": "sum"}))

    assert likeness(maps.captum_map(net, "GuidedBackprop"), gradient).relative < 1e-5
    assert likeness(ours.map, gradient).relative > 0.1


@pytest.mark.parametrize("name", ["convnext", "alexnet"])
def test_normalisations_by_the_image_are_refused_by_deep_lift_where_captum_gives_the_gradient(
    name: str, cases: Cases
) -> None:
    """Its rule replaces modules that it knows, and takes the gradient of all others."""
    net, question = cases(name)
    with maps.quiet():
        _, delta = attr.DeepLift(maps.apart(net.model)).attribute(
            net.image, 0.0, net.index, return_convergence_delta=True
        )
    with torch.no_grad():
        rise = net.model(net.image) - net.model(torch.zeros_like(net.image))

    assert abs(float(delta)) > 0.1 * abs(float(rise[0, net.index]))
    with pytest.raises(UnsupportedOperator):
        question.ours(Row("", "deep-lift", 0.0))


@pytest.mark.parametrize(("name", "layer"), PLACES)
def test_integrated_gradients_at_inner_layers_are_captum_s(
    name: str, layer: str, cases: Cases
) -> None:
    net, question = cases(name)
    module = net.model.get_submodule(LAYERS[name][layer])
    theirs = attr.LayerIntegratedGradients(net.model, module).attribute(
        net.image, 0.0, net.index, n_steps=EXACT_STEPS["steps"]
    )
    ours = question.ours(Row("", "integrated-gradients", 0.0, EXACT_STEPS), layer=layer)

    assert likeness(ours.map, maps.summed(theirs)).relative < 1e-5


@pytest.mark.parametrize(("name", "layer"), PLACES)
def test_deep_lift_at_inner_layers_is_captum_s(name: str, layer: str, cases: Cases) -> None:
    net, question = cases(name)
    model = maps.apart(net.model)
    with maps.quiet():
        theirs = attr.LayerDeepLift(model, model.get_submodule(LAYERS[name][layer])).attribute(
            net.image, 0.0, net.index
        )
    ours = question.ours(Row("", "deep-lift", 0.0, {"baseline": "black"}), layer=layer)

    assert likeness(ours.map, maps.summed(theirs)).relative < 1e-5


def _occluded(score: Callable, net: "maps.Net") -> "torch.Tensor":
    found = attr.Occlusion(score).attribute(
        net.image,
        sliding_window_shapes=(3, WINDOW, WINDOW),
        strides=(3, STRIDE, STRIDE),
        baselines=0.0,
    )
    return found[:, :1]


AGAINST = {
    "saliency": ({"channels": "sum"}, lambda score, net: attr.Saliency(score).attribute(
        net.image, abs=False)),
    "integrated-gradients": (EXACT_STEPS, lambda score, net: attr.IntegratedGradients(
        score).attribute(net.image, 0.0, n_steps=EXACT_STEPS["steps"])),
    "grad-cam": ({}, lambda score, net: attr.LayerGradCam(score, net.layer).attribute(net.image)),
    "occlusion": (WINDOWS, _occluded),
}  # fmt: skip


@pytest.mark.parametrize("method", AGAINST)
@pytest.mark.parametrize("name", [PLAIN, RESIDUAL])
def test_one_class_against_another_is_captum_on_the_difference_of_logits(
    name: str, method: str, cases: Cases
) -> None:
    net, question = cases(name)
    options, theirs = AGAINST[method]
    other = (net.index + 1) % 5

    def score(x: "torch.Tensor") -> "torch.Tensor":
        logits = net.model(x)
        return logits[:, net.index] - logits[:, other]

    named = {"target": "abcde"[net.index], "against": "abcde"[other]}
    ours = explain(find_method(method), question.model, question.image, **named, **options)
    with maps.quiet():
        attributions = maps.summed(theirs(score, net))

    assert likeness(ours.map, attributions).relative < 1e-5 * (10 if method == "occlusion" else 1)


class Background:
    """Rows that differ from each other, and what the score rises by from them to the image."""

    def __init__(self, net: "maps.Net", folder: Path) -> None:
        generator = torch.Generator().manual_seed(7)
        self.rows = torch.randn(4, *net.image.shape[1:], generator=generator) * 0.5
        self.path = folder / "rows.npy"
        np.save(self.path, self.rows.numpy())
        with torch.no_grad():
            scores = net.model(torch.cat([net.image, self.rows]))[:, net.index]
        self.change = float(scores[0] - scores[1:].mean())


@pytest.fixture(scope="module")
def background(cases: Cases, tmp_path_factory: pytest.TempPathFactory) -> Background:
    return Background(cases(PLAIN)[0], tmp_path_factory.mktemp("background"))


@pytest.fixture(scope="module")
def at_layer(cases: Cases, background: Background) -> np.ndarray:
    """(h, w) our expected gradients at a layer."""
    options = {"background": str(background.path), "steps": STEPS, "tolerance": 1.0}
    row = Row("", "expected-gradients", 0.0, options)
    return cases(PLAIN)[1].ours(row, layer="4/Relu").map


def test_expected_gradients_at_a_layer_walk_between_activations_and_add_up(
    cases: Cases, background: Background, at_layer: np.ndarray
) -> None:
    """Held to the definition by captum's integrated gradients, row by row of the background."""
    net, _ = cases(PLAIN)
    explainer = attr.LayerIntegratedGradients(net.model, net.model[4])
    rows = [
        maps.summed(explainer.attribute(net.image, row[None], net.index, n_steps=STEPS))
        for row in background.rows
    ]

    assert float(at_layer.sum()) == pytest.approx(background.change, rel=2e-3)
    off = np.abs(at_layer - np.mean(rows, axis=0)) / np.abs(at_layer).max()

    # Of millions of activations a few lie within rounding of a kink, and take another side at one
    # of a thousand points: the nine places that each of them looks at notice.
    assert off.max() < 1e-3
    assert np.median(off) < 1e-6
    assert (off > 1e-5).mean() < 0.25


def test_captum_s_expected_gradients_at_a_layer_mix_the_images(
    cases: Cases, background: Background, at_layer: np.ndarray
) -> None:
    """Captum takes gradients at mixed images, and multiplies by differences of activations.

    Gradients and differences do not belong to the same path, so nothing makes the map add up; it is
    another map than ours, far beyond the scatter of its draws.
    """
    net, _ = cases(PLAIN)
    explainer = attr.LayerGradientShap(net.model, net.model[4])
    runs = []
    for seed in range(8):
        torch.manual_seed(seed)
        np.random.seed(seed)  # noqa: NPY002 - captum's own draws
        with maps.quiet():
            found = explainer.attribute(
                net.image, background.rows, n_samples=200, stdevs=0.0, target=net.index
            )
        runs.append(maps.summed(found))
    error = np.std(runs, axis=0, ddof=1) / np.sqrt(len(runs))
    away = np.abs(np.mean(runs, axis=0) - at_layer)

    assert (away > 7.0 * error + 1e-6).mean() > 0.2
    assert away.max() > 0.1 * np.abs(at_layer).max()


def test_shap_s_expected_gradients_at_a_layer_of_torch_do_not_add_up(
    cases: Cases, background: Background, at_layer: np.ndarray
) -> None:
    """Shap mixes the images, too, and multiplies by the activation there, not by a difference.

    Its explainer of TensorFlow networks walks between activations as ours does.
    """
    net, _ = cases(PLAIN)
    explainer = import_shap().GradientExplainer((net.model, net.model[5]), background.rows)
    found, ranks = explainer.shap_values(net.image, nsamples=400, ranked_outputs=1, rseed=0)
    theirs = np.asarray(found)[0, ..., 0].sum(axis=0)

    assert int(ranks[0, 0]) == net.index
    assert theirs.shape == at_layer.shape
    assert abs(float(theirs.sum()) - background.change) > 0.5 * abs(background.change)
    assert likeness(at_layer, theirs).correlation < 0.9
