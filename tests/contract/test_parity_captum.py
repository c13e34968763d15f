"""Our maps against those of captum, on networks exported from torch.

`tests.support.map_rows.CAPTUM_ROWS` lists which map is held to which, and how closely; the tests
behind the table say where captum leaves its own definition, and hold ours to the definition there.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.explain.integrated import TINY
from engine.explain.occlusion import windows_over
from engine.explain.registry import find_method
from engine.inference.target import Target
from engine.progress import finish
from tests.support.map_rows import (
    CAPTUM_ROWS,
    LONE,
    PLAIN,
    RESIDUAL,
    STRIDE,
    TORCH_NETWORKS,
    WINDOW,
    Question,
    Row,
    assert_centred,
    likeness,
)
from tests.support.toys import request_for

REASON = "captum on torch is the reference; neither is in the lock"
torch = pytest.importorskip("torch", reason=REASON)
attr = pytest.importorskip("captum.attr", reason=REASON)
maps = pytest.importorskip("tests.support.captum_maps", reason=REASON)

DEEP_LIFT = next(row for row in CAPTUM_ROWS if row.method == "deep-lift" and not row.at_layer)


class Pair:
    """A network as captum sees it, and the same as we do."""

    def __init__(self, net: "maps.Net", folder: Path) -> None:
        self.net = net
        self.question: Question = net.ask(folder)


@pytest.fixture(scope="module", autouse=True)
def _one_thread() -> Iterator[None]:
    """Networks this small take longer with several, most of all beside TensorFlow's."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pair]:
    folder = tmp_path_factory.mktemp("nets")
    return {name: Pair(maps.net(name), folder / name) for name in TORCH_NETWORKS}


@pytest.fixture(scope="module")
def plain(pairs: dict[str, Pair]) -> Pair:
    return pairs[PLAIN]


@pytest.mark.parametrize(
    ("name", "row"),
    [(name, row) for row in CAPTUM_ROWS for name in row.only or TORCH_NETWORKS],
    ids=str,
)
def test_our_map_is_captum_s(name: str, row: Row, pairs: dict[str, Pair]) -> None:
    theirs = maps.captum_map(pairs[name].net, row.theirs)
    found = likeness(row.reading(pairs[name].question.ours(row).map), theirs)

    assert np.abs(theirs).max() > 0.0
    assert found.relative < row.tolerance, found
    assert found.correlation > 1.0 - 1e-9, found


def _change(net: "maps.Net") -> float:
    """How far the score rises from a black image to this one."""
    with torch.no_grad():
        ends = net.model(torch.cat([torch.zeros_like(net.image), net.image]))[:, net.index]
    return float(ends[1] - ends[0])


@pytest.mark.parametrize("steps", [3, 8, 20])
def test_the_gap_of_the_sum_is_captum_s_convergence_delta(plain: Pair, steps: int) -> None:
    net = plain.net
    _, delta = attr.IntegratedGradients(net.model).attribute(
        net.image, 0.0, net.index, n_steps=steps, return_convergence_delta=True
    )
    change = _change(net)
    row = Row("", "integrated-gradients", 0.0, {"tolerance": 1.0, "baseline": "black"})
    found = plain.question.ours(row, steps=steps, max_steps=steps)

    gap = found.completeness_error * max(abs(change), TINY)
    assert gap == pytest.approx(abs(float(delta)), abs=2e-6)


def test_the_trapezoidal_rule_of_captum_loses_one_step_of_the_sum() -> None:
    """Captum's `riemann_trapezoid` weights add up to (n - 1) / n, so a linear score is missed.

    Ours integrates by Gauss and Legendre only, as captum does unless told otherwise.
    """
    torch.manual_seed(0)
    linear = torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(6, 1))
    x = torch.randn(1, 2, 3)
    change = _change(maps.Net(linear, linear, linear, x, 0))
    found = attr.IntegratedGradients(linear).attribute(
        x, 0.0, 0, n_steps=10, method="riemann_trapezoid"
    )

    assert float(found.sum()) == pytest.approx(0.9 * change, rel=1e-5)


@pytest.mark.parametrize("name", TORCH_NETWORKS)
def test_deep_lift_adds_up_where_captum_s_does_not(name: str, pairs: dict[str, Pair]) -> None:
    """Captum reads a wrong gradient where a rectifier hands its very output to a pooling.

    The hook that notes the gradient at a module's output and the hook that replaces the one at the
    next module's input sit on the same tensor, and run in the order in which they were put there:
    the note is taken before the replacement. Its own convergence delta shows it. With a copy of the
    tensor in between (`captum_maps.apart`) the rule works, and the table above holds ours to it.
    """
    net, question = pairs[name].net, pairs[name].question
    with maps.quiet():
        theirs, delta = attr.DeepLift(net.model).attribute(
            net.image, 0.0, net.index, return_convergence_delta=True
        )
    ours = question.ours(DEEP_LIFT)

    assert ours.completeness_error < 1e-5
    assert likeness(ours.map, maps.summed(theirs)).relative > 0.1
    # The first rectifier of the residual network gives the same value all over a black image:
    # there the plain gradient of the pooling adds up, too.
    if name != RESIDUAL:
        assert abs(float(delta)) > 0.04 * abs(_change(net))


class LaidOut(torch.nn.Module):
    """MaxPool2d(3, 2, 1) of values >= 0, its overlapping windows laid out beside each other."""

    def __init__(self) -> None:
        super().__init__()
        self.pool = torch.nn.MaxPool2d(3)

    def forward(self, x: "torch.Tensor") -> "torch.Tensor":
        x = torch.nn.functional.pad(x, (1, 1, 1, 1))
        windows = x.unfold(2, 3, 2).unfold(3, 3, 2).permute(0, 1, 2, 4, 3, 5)
        count, channels, rows, _, columns, _ = windows.shape
        return self.pool(windows.reshape(count, channels, 3 * rows, 3 * columns)).clone()


def test_overlapping_pooling_windows_add_up_their_shares(pairs: dict[str, Pair]) -> None:
    """Captum (as shap) undoes a max-pooling with `max_unpool`, which keeps one of several shares.

    Where windows overlap, as in the first pooling of a ResNet, the place that is the largest of
    two windows gets the share of one; the sum misses by a third here. Laid out side by side the
    same windows do not overlap, and captum's rule gives our map.
    """
    net, question = pairs[RESIDUAL].net, pairs[RESIDUAL].question
    lossy = maps.apart(net.model)
    whole = maps.apart(net.model)
    whole[1] = LaidOut()
    found = []
    for model in (lossy, whole):
        with maps.quiet():
            found.append(
                attr.DeepLift(model).attribute(
                    net.image, 0.0, net.index, return_convergence_delta=True
                )
            )
    ours = question.ours(DEEP_LIFT)
    change = abs(_change(net))

    assert isinstance(net.model[1], torch.nn.MaxPool2d)
    with torch.no_grad():
        np.testing.assert_allclose(whole(net.image), net.model(net.image), rtol=1e-5)
    assert abs(float(found[0][1])) > 0.3 * change
    assert abs(float(found[1][1])) < 1e-5 * change
    assert likeness(ours.map, maps.summed(found[1][0])).relative < 1e-5


def test_through_a_softmax_captum_explains_something_else(plain: Pair) -> None:
    """On probabilities captum subtracts the mean over all classes, and no longer adds up.

    We explain the logit, found behind the softmax; captum's map of the logit is in the table.
    """
    net = plain.net
    closed = torch.nn.Sequential(maps.apart(net.model), torch.nn.Softmax(1))
    with maps.quiet():
        theirs, delta = attr.DeepLift(closed).attribute(
            net.image, 0.0, net.index, return_convergence_delta=True
        )
        each = [
            maps.summed(attr.DeepLift(maps.apart(net.model)).attribute(net.image, 0.0, index))
            for index in range(5)
        ]
    with torch.no_grad():
        rise = closed(net.image) - closed(torch.zeros_like(net.image))
    centred = each[net.index] - np.mean(each, axis=0)

    assert np.corrcoef(maps.summed(theirs).ravel(), centred.ravel())[0, 1] > 1.0 - 1e-9
    assert abs(float(delta)) > 0.1 * abs(float(rise[0, net.index]))


class Functional(torch.nn.Module):
    """A rectifier that is a function, not a module."""

    def __init__(self) -> None:
        super().__init__()
        self.first = torch.nn.Conv2d(1, 4, 3, padding=1)
        self.second = torch.nn.Conv2d(4, 4, 3, padding=1)
        self.head = torch.nn.Sequential(
            torch.nn.AdaptiveAvgPool2d(1), torch.nn.Flatten(), torch.nn.Linear(4, 2)
        )

    def forward(self, x: "torch.Tensor") -> "torch.Tensor":
        return self.head(torch.relu(self.second(torch.relu(self.first(x)))))


@pytest.mark.parametrize("method", ["guided-backprop", "deconvnet", "deep-lift"])
def test_rectifiers_that_are_no_modules_are_seen_by_us_alone(method: str, tmp_path: Path) -> None:
    """Captum changes the rule at modules only: of functions it takes the plain gradient, unsaid."""
    torch.manual_seed(3)
    model = Functional().eval()
    modular = torch.nn.Sequential(
        model.first, torch.nn.ReLU(), model.second, torch.nn.ReLU(), model.head
    )
    image = torch.rand(1, 1, 8, 8)
    net = maps.Net(model, model, model.second, image, 1)
    kinds = {
        "guided-backprop": (attr.GuidedBackprop, {}),
        "deconvnet": (attr.Deconvolution, {}),
        "deep-lift": (attr.DeepLift, {"baselines": 0.0}),
    }
    kind, more = kinds[method]
    with maps.quiet():
        theirs, right = (
            maps.summed(kind(m).attribute(image, target=1, **more)) for m in (model, modular)
        )
        plain = attr.Saliency(model).attribute(image, 1, abs=False)
    plain = maps.summed(plain * image if method == "deep-lift" else plain)
    options = {"baseline": "black"} if method == "deep-lift" else {"channels": "sum"}
    ours = net.ask(tmp_path / "net").ours(Row("", method, 0.0, options)).map

    assert likeness(theirs, plain).relative < 1e-5
    assert likeness(right, plain).relative > 0.1
    assert likeness(ours, right).relative < 1e-5


def test_guided_grad_cam_differs_by_the_enlargement_that_captum_defaults_to(plain: Pair) -> None:
    """Captum repeats the cells of Grad-CAM unless told otherwise; the paper enlarges smoothly."""
    net = plain.net
    with maps.quiet():
        cells = maps.summed(
            attr.GuidedGradCam(net.model, net.layer).attribute(net.image, net.index)
        )
    guided, cam = (maps.captum_map(net, key) for key in ("GuidedBackprop", "LayerGradCam(relu)"))
    row = next(row for row in CAPTUM_ROWS if row.method == "guided-grad-cam")
    repeats = [big // small for big, small in zip(guided.shape, cam.shape, strict=True)]

    assert likeness(guided * np.kron(cam, np.ones(repeats)), cells).relative < 1e-5
    assert 0.01 < likeness(plain.question.ours(row).map, cells).relative < 1.0


def test_windows_that_do_not_fit_are_moved_back_by_us_and_cut_by_captum(plain: Pair) -> None:
    """Windows 7 px wide, 3 apart, on 32 px: the last begins at 25 with us, at 27 with captum."""
    net, window, stride = plain.net, 7, 3
    size = net.image.shape[2]
    theirs = attr.Occlusion(net.model).attribute(
        net.image,
        sliding_window_shapes=(3, window, window),
        strides=(3, stride, stride),
        baselines=0.0,
        target=net.index,
    )
    row = Row("", "occlusion", 0.0, {"window": window, "stride": stride, "fill": "black"})
    ours = plain.question.ours(row).map
    cut = [(first, min(first + window, size)) for first in range(0, size - window + stride, stride)]
    moved = windows_over(size, size, window, stride).rows.tolist()

    assert cut[-1] == (27, 32)
    assert moved[-1] == [25, 32]
    assert likeness(theirs[0, 0].numpy(), _covered(net, cut)).relative < 1e-5
    assert likeness(ours, _covered(net, moved)).relative < 1e-5


def _covered(net: "maps.Net", spans: list) -> np.ndarray:
    """(H, W) mean fall over the windows that hold a pixel, by torch alone."""
    size = net.image.shape[2]
    total, count = np.zeros((size, size)), np.zeros((size, size))
    places = [(slice(*down), slice(*across)) for down in spans for across in spans]
    hidden = net.image.repeat(len(places), 1, 1, 1)
    for number, (down, across) in enumerate(places):
        hidden[number, :, down, across] = 0.0
    with torch.no_grad():
        falls = (net.model(net.image) - net.model(hidden))[:, net.index].double().numpy()
    for (down, across), fall in zip(places, falls, strict=True):
        total[down, across] += fall
        count[down, across] += 1.0
    return total / count


@pytest.fixture(scope="module")
def game(plain: Pair) -> tuple["torch.Tensor", np.ndarray, np.ndarray]:
    """(1, 1, H, W) superpixels, (M,) values by KernelSHAP of ours, and captum's in all orders."""
    row = Row("", "kernel-shap", 0.0, {"segments": 6, "compactness": 100.0, "baseline": "black"})
    found = plain.question.ours(row)
    regions = torch.from_numpy(found.regions).long()[None, None]
    exact = attr.ShapleyValues(plain.net.model).attribute(
        plain.net.image,
        baselines=0.0,
        target=plain.net.index,
        feature_mask=regions,
        perturbations_per_eval=32,
    )
    return regions, _values(found.map, regions), _values(exact[0, 0].numpy(), regions)


def _values(picture: np.ndarray, regions: "torch.Tensor") -> np.ndarray:
    """(M,) the value that a map shows at all pixels of a superpixel."""
    labels = regions[0, 0].numpy()
    return np.array([picture[labels == n][0] for n in range(labels.max() + 1)], np.float64)


def test_kernel_shap_on_few_superpixels_is_captum_s_exact_shapley_value(game: tuple) -> None:
    _, ours, exact = game

    assert len(ours) == 6
    assert np.abs(exact).max() > 0.01
    np.testing.assert_allclose(ours, exact, atol=1e-5 * np.abs(exact).max())


def test_sampled_shapley_is_captum_s_exact_one_within_its_stated_error(
    game: tuple, plain: Pair
) -> None:
    regions, _, exact = game
    options = {"segments": 6, "compactness": 100.0, "baseline": "black", "pairs": 64}
    found = plain.question.ours(Row("", "sampled-shapley", 0.0, options | {"tolerance": 0.0}))
    off = _values(found.map, regions) - exact

    assert np.sqrt((off**2).mean()) < 3.0 * found.standard_error
    assert off.sum() == pytest.approx(0.0, abs=1e-5)


@pytest.mark.parametrize("kind", ["ShapleyValueSampling", "KernelShap"])
def test_captum_s_random_shapley_values_scatter_around_ours(
    game: tuple, plain: Pair, kind: str
) -> None:
    regions, ours, _ = game
    net, samples = plain.net, {"ShapleyValueSampling": 12, "KernelShap": 100}[kind]
    runs = []
    for seed in range(12):
        torch.manual_seed(seed)
        np.random.seed(seed)  # noqa: NPY002 - captum's own draws
        found = getattr(attr, kind)(net.model).attribute(
            net.image,
            baselines=0.0,
            target=net.index,
            feature_mask=regions,
            n_samples=samples,
            perturbations_per_eval=samples if kind == "KernelShap" else 4,
        )
        runs.append(_values(found[0, 0].numpy(), regions))

    assert_centred(np.array(runs), ours, rounding=1e-4)


def test_captum_s_random_expected_gradients_scatter_around_ours(
    plain: Pair, tmp_path: Path
) -> None:
    net = plain.net
    rows = torch.randn(4, *net.image.shape[1:], generator=torch.Generator().manual_seed(5)) * 0.5
    np.save(tmp_path / "rows.npy", rows.numpy())
    options = {"background": str(tmp_path / "rows.npy"), "steps": 64, "tolerance": 1.0}
    ours = plain.question.ours(Row("", "expected-gradients", 0.0, options)).map
    runs = []
    for seed in range(16):
        torch.manual_seed(seed)
        np.random.seed(seed)  # noqa: NPY002 - captum's own draws
        with maps.quiet():
            found = attr.GradientShap(net.model).attribute(
                net.image, rows, n_samples=200, stdevs=0.0, target=net.index
            )
        runs.append(maps.summed(found))

    assert_centred(np.array(runs), ours)
    assert np.corrcoef(np.mean(runs, axis=0).ravel(), ours.ravel())[0, 1] > 0.99


def test_a_lone_neuron_s_absence_is_captum_s_map_turned_over(pairs: dict[str, Pair]) -> None:
    """The absence that a lone neuron implies has minus its logit as score, so minus its map."""
    net, question = pairs[LONE].net, pairs[LONE].question
    asked = request_for(question.model, question.image)
    absent = replace(asked, target=Target("absent", 0, -1))
    ours = finish(find_method("grad-cam").run(absent)).map
    negative = torch.nn.Sequential(net.model, Minus())
    theirs = attr.LayerGradCam(negative, net.layer).attribute(net.image, 0)

    assert likeness(ours, maps.summed(theirs)).relative < 1e-5


class Minus(torch.nn.Module):
    """-x."""

    def forward(self, x: "torch.Tensor") -> "torch.Tensor":
        return -x


def test_the_windows_of_the_table_fit(pairs: dict[str, Pair]) -> None:
    for pair in pairs.values():
        size = pair.net.image.shape[2]
        assert (size - WINDOW) % STRIDE == 0
        assert size % WINDOW == 0
