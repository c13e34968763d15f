"""How fast explanation methods are: ratios to a forward pass and to the libraries people know.

``pytest -m bench tests/bench/test_method_speed.py -s`` prints one row per comparison: how many
times longer the rival takes, and how far the two maps agree (Pearson correlation). One MobileNetV2
of 224 x 224 and one picture (and DenseNet121, which most published chest models are, for the class
activation maps), one process, two threads each, medians over rounds taken in turns
after a short run of each that does not count. The rivals run the same network with the same weights
on the same amount of work.
"""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import threadpoolctl
from numpy.typing import NDArray

from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.explain.cam_frame import Cam
from engine.explain.explanation import Explanation, Request
from engine.explain.integrated import gauss_legendre
from engine.explain.registry import METHODS, find_method
from engine.explain.rise import MaskDraw
from engine.images.geometry import Affine
from engine.inference.model import Model, open_model
from engine.inference.target import list_targets
from engine.progress import finish
from tests.bench.test_gradient_speed import SIZE, THREADS, Subject, prepared, session

pytestmark = [pytest.mark.bench, pytest.mark.training, pytest.mark.slow]

BLACK = -1.0  # in the network's own units
# OpenMP's threads spin for 200 ms after a parallel region.
_SETTLE_S = 0.3
_CHEAP = (
    "grad-cam",
    "grad-cam++",
    "hires-cam",
    "layer-cam",
    "xgrad-cam",
    "elementwise-grad-cam",
    "eigen-cam",
    "eigen-grad-cam",
)
Map = NDArray[np.floating]


@dataclass(frozen=True)
class Bench:
    """What everything is measured on.

    Attributes:
        subject: the network in Keras and as ONNX.
        model: the same, opened from a bundle.
        tensor: (1, 224, 224, 3) network input of one picture.
    """

    subject: Subject
    model: Model
    tensor: NDArray[np.float32]

    def request(self, column: int = 0, **options: object) -> Request:
        """A question about one class."""
        target = list_targets(self.model.manifest)[column]
        return Request(self.model, self.tensor, Affine(), target, options=options)

    def explain(self, method: str, **options: object) -> Explanation:
        """The finished explanation of the first class."""
        return finish(find_method(method).run(self.request(**options)))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """MobileNetV2, see `opened`."""
    return opened("MobileNetV2", tmp_path_factory)


def opened(network: str, tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """A network with random weights, exported, written as a bundle and opened."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    threadpoolctl.threadpool_limits(1, "blas")  # as the program starts: only small matrices
    subject = prepared(network, 1)
    from tests.support.keras_parity import smooth_images

    (wave,) = smooth_images(1, SIZE, np.random.default_rng(5))[..., 0]
    recipe = Recipe(SIZE, SIZE, 3, layout="nhwc", scaling="symmetric")
    inputs = recipe.tensor_from(1 / (1 + np.exp(-2 * wave)))
    forward = session(subject.model, 1)
    (expected,) = forward.run(None, {subject.facts.input_name: inputs})
    manifest = Manifest(
        id="speed-1",
        name="Speed",
        version="1",
        task="multilabel",
        classes=tuple(ClassInfo(f"class {n}") for n in range(expected.shape[1])),
        activation="sigmoid",
        recipe=recipe,
    )
    folder: Path = tmp_path_factory.mktemp("speed") / "bundle"
    write_bundle(
        folder,
        manifest,
        model=subject.model.SerializeToString(),
        selftest_input=inputs,
        selftest_output=expected,
        card="",
    )
    model = open_model(read_bundle(folder), wants_gpu=False, threads=THREADS)
    return Bench(subject, model, inputs)


def medians_s(calls: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of every call; they take turns, each after a pause for the last one's threads.

    The calls must have been warmed up.
    """
    times: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            time.sleep(_SETTLE_S)
            started = time.perf_counter()
            call()
            times[name].append(time.perf_counter() - started)
    return {name: statistics.median(values) for name, values in times.items()}


def compare(
    title: str, ours: Callable[[], Map], theirs: Callable[[], Map], rounds: int
) -> tuple[float, float]:
    """Prints the row; (seconds of theirs over seconds of ours, correlation of the maps)."""
    maps: dict[str, Map] = {}
    calls = {
        "ours": lambda: maps.update(ours=ours()),
        "theirs": lambda: maps.update(theirs=theirs()),
    }
    seconds = medians_s(calls, rounds)
    ratio = seconds["theirs"] / seconds["ours"]
    agreement = float(np.corrcoef(maps["ours"].ravel(), maps["theirs"].ravel())[0, 1])
    spent = ", ".join(f"{name} {value:.2f} s" for name, value in seconds.items())
    row = f"{ratio:.2f} x faster, correlation {agreement:.4f}"
    print(f"\n{title}: {row} ({spent}; rounds: {rounds})")
    return ratio, agreement


class Rival:
    """The network in torch, with the loops that the well-known packages run around it."""

    def __init__(self, bench: Bench) -> None:
        torch = pytest.importorskip("torch", reason="torch is not in the locked environment")
        from tests.support.torch_graph import TorchGraph

        torch.set_num_threads(THREADS)
        self.torch = torch
        self.layer = bench.model.default_layer
        self.graph = TorchGraph(bench.subject.model, bench.model.score.logits)
        self.image = torch.from_numpy(bench.tensor)
        self.is_planar = self._is_faster_planar()

    def scores(self, inputs: object) -> object:
        """(N, 224, 224, 3) tensor -> (N,) logits of the first class."""
        if self.is_planar:
            inputs = inputs.permute(0, 3, 1, 2).contiguous().permute(0, 2, 3, 1)
        return self.graph(inputs)[0][:, 0]

    def _is_faster_planar(self) -> bool:
        """Whether torch runs faster with channels first in memory: it gets what suits it."""
        inputs = self.image.repeat(8, 1, 1, 1)
        seconds = []
        with self.torch.no_grad():
            for self.is_planar in (False, True):
                self.scores(inputs)
                started = time.perf_counter()
                self.scores(inputs)
                seconds.append(time.perf_counter() - started)
        print(f"\ntorch, 8 pictures: {seconds[0]:.3f} s channels last, {seconds[1]:.3f} s first")
        return seconds[1] < seconds[0]

    def score_cam(self, channels: int, batch: int = 16) -> Map:
        """As pytorch-grad-cam does it, for the feature maps of largest deviation."""
        torch = self.torch
        with torch.no_grad():
            maps = self.graph(self.image, self.layer.tensor)[1]
            order = maps[0].std((1, 2)).argsort(descending=True)[:channels]
            maps = maps[:, order]
            size = (SIZE, SIZE)
            masks = torch.nn.functional.interpolate(maps, size, mode="bilinear")[0]
            low, high = masks.amin((1, 2), keepdim=True), masks.amax((1, 2), keepdim=True)
            masks = (masks - low) / (high - low + 1e-8)
            parts = [self.scores(self.image * part[..., None]) for part in masks.split(batch)]
            weights = torch.softmax(torch.cat(parts), 0)
            return (weights[:, None, None] * maps[0]).sum(0).numpy()

    def rise(self, count: int, batch: int = 16) -> Map:
        """The authors' loop over masks of the same kind, normalised and centred as ours is."""
        torch = self.torch
        draw = MaskDraw((SIZE, SIZE), 7, 0.5, np.random.default_rng(0))
        weighted, shown, total = torch.zeros(SIZE, SIZE), torch.zeros(SIZE, SIZE), 0.0
        with torch.no_grad():
            for size in _parts(count, batch):
                drawn = draw.next(size)
                arrays = (drawn.rows, drawn.grids, drawn.columns)
                rows, grids, columns = (torch.from_numpy(np.ascontiguousarray(a)) for a in arrays)
                masks = rows @ grids @ columns
                open_ = masks[..., None]
                scores = self.scores(self.image * open_ + BLACK * (1 - open_))
                weighted += (scores[:, None, None] * masks).sum(0)
                shown += masks.sum(0)
                total += float(scores.sum())
        return (weighted / shown - total / count).numpy()

    def integrated_gradients(self, steps: int, batch: int = 8) -> Map:
        """As captum does it: Gauss-Legendre, from black, in internal batches."""
        torch = self.torch
        start = torch.full_like(self.image, BLACK)
        total = torch.zeros_like(self.image)
        for part in torch.from_numpy(gauss_legendre(steps)).float().split(batch):
            place, weight = part[:, 0].view(-1, 1, 1, 1), part[:, 1].view(-1, 1, 1, 1)
            x = (start + place * (self.image - start)).requires_grad_(True)
            (slope,) = torch.autograd.grad(self.scores(x).sum(), x)
            total += (weight * slope).sum(0, keepdim=True)
        return ((self.image - start) * total)[0].sum(-1).numpy()


def _parts(count: int, batch: int) -> Iterator[int]:
    for start in range(0, count, batch):
        yield min(batch, count - start)


@pytest.mark.parametrize("network", ["MobileNetV2", "DenseNet121"])
def test_cheap_cams_together_beside_one_forward_pass(
    network: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    bench = opened(network, tmp_path_factory)
    cams = [find_method(name) for name in _CHEAP]
    assert len(cams) == sum(isinstance(method, Cam) for method in METHODS)
    generator = np.random.default_rng(0)
    classes = len(bench.model.manifest.classes)

    def fresh() -> NDArray[np.float32]:
        """Another picture every time: what is known of one would be found again."""
        return bench.tensor + np.float32(generator.uniform(-0.01, 0.01))

    def all_cams(columns: int) -> None:
        tensor = fresh()
        for column in range(columns):
            target = list_targets(bench.model.manifest)[column]
            for cam in cams:
                finish(cam.run(Request(bench.model, tensor, Affine(), target)))

    calls = {
        "forward": lambda: bench.model.scores(fresh()),
        "one class": lambda: all_cams(1),
        "all classes": lambda: all_cams(classes),
    }
    repeated = {name: _five_times(call) for name, call in calls.items()}
    medians_s(repeated, 1)
    seconds = medians_s(repeated, 7)

    ratios = {name: seconds[name] / seconds["forward"] for name in ("one class", "all classes")}
    row = " | ".join(f"{name} {ratio:.2f} forwards" for name, ratio in ratios.items())
    times = ", ".join(f"{name} {200 * value:.1f}" for name, value in seconds.items())
    print(f"\n{network}, 8 cheap CAMs, {classes} classes: {row} (ms: {times})")
    assert ratios["one class"] < len(cams) / 2  # the forward pass is shared


def _five_times(call: Callable[[], object]) -> Callable[[], None]:
    def repeat() -> None:
        for _ in range(5):
            call()

    return repeat


def test_score_cam_beside_a_torch_loop(bench: Bench) -> None:
    rival = Rival(bench)
    bench.explain("score-cam", channels=32)
    rival.score_cam(32)

    _, agreement = compare(
        "Score-CAM, 512 channels, torch loop",
        lambda: bench.explain("score-cam", channels=512).map,
        lambda: rival.score_cam(512),
        1,
    )

    assert agreement > 0.99


def test_integrated_gradients_beside_a_torch_loop(bench: Bench) -> None:
    rival = Rival(bench)

    def ours(steps: int) -> Map:
        options = {"steps": steps, "max_steps": steps, "tolerance": 1.0}
        return bench.explain("integrated-gradients", **options).map

    ours(8)
    rival.integrated_gradients(8)

    _, agreement = compare(
        "Integrated gradients, 50 steps, torch loop",
        lambda: ours(50),
        lambda: rival.integrated_gradients(50),
        2,
    )

    assert agreement > 0.99


def test_rise_beside_a_torch_loop(bench: Bench) -> None:
    rival = Rival(bench)
    bench.explain("rise", masks=64, tolerance=0.0)
    rival.rise(64)

    _, agreement = compare(
        "RISE, 4000 masks, torch loop",
        lambda: bench.explain("rise", masks=4000, tolerance=0.0).map,
        lambda: rival.rise(4000),
        1,
    )

    assert agreement > 0.5  # other masks: two draws of RISE agree no better


def test_lime_beside_the_package_with_keras(bench: Bench) -> None:
    from lime.lime_image import LimeImageExplainer

    ours = bench.explain("lime", samples=50)
    network = bench.subject.keras_model
    regions, picture = ours.regions, bench.tensor[0].astype(np.float64)

    def package(samples: int) -> Map:
        explainer = LimeImageExplainer(random_state=0)
        explanation = explainer.explain_instance(
            picture,
            lambda rows: network.predict(rows.astype(np.float32), verbose=0),
            labels=(0,),
            top_labels=None,
            hide_color=BLACK,
            num_features=500,
            num_samples=samples,
            segmentation_fn=lambda _: regions,
            random_seed=0,  # else one number of the draw would go into a seed
        )
        weights = dict(explanation.local_exp[0])
        return np.vectorize(lambda number: weights.get(number, 0.0))(regions)

    package(20)
    _, agreement = compare(
        "LIME, 1000 samples, package lime with Keras predict",
        lambda: bench.explain("lime", samples=1000, baseline="black").map,
        lambda: package(1000),
        1,
    )

    assert agreement > 0.99


@pytest.mark.filterwarnings("ignore:The structure of `inputs`:UserWarning")
def test_expected_gradients_beside_shap_with_tensorflow(
    bench: Bench, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from tests.support.shap_package import import_shap

    shap = import_shap()
    generator = np.random.default_rng(3)
    rows = generator.uniform(-1, 1, (25, 1, 1, 1)).astype(np.float32)
    rows = np.clip(rows + 0.2 * generator.standard_normal((25, SIZE, SIZE, 3)), -1, 1)
    path = tmp_path_factory.mktemp("background") / "rows.npy"
    np.save(path, rows.astype(np.float32))
    explainer = shap.GradientExplainer(bench.subject.keras_model, rows.astype(np.float32))

    def ours() -> Map:
        # 25 rows x 8 nodes: 200 gradients
        options = {"background": str(path), "steps": 8, "max_steps": 8, "tolerance": 1.0}
        return bench.explain("expected-gradients", **options).map

    def package(samples: int) -> Map:
        values = explainer.shap_values(bench.tensor, nsamples=samples, rseed=0)
        return np.asarray(values)[0, ..., 0].sum(-1)

    ours()
    package(8)
    _, agreement = compare(
        "Expected gradients, 200 gradients, package shap with TensorFlow",
        ours,
        lambda: package(200),
        1,
    )

    assert agreement > 0.5  # theirs draws positions and rows at random
