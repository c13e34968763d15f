"""Integrated and expected gradients on networks whose integrals are known in closed form."""

import numpy as np
import pytest

from engine.errors import RequestError
from engine.explain.backward import backward_to, tail_from
from engine.explain.baselines import CHOICES, NAMES, baseline_rows, baseline_tensor
from engine.explain.batches import BatchSize
from engine.explain.expected_gradients import SELF_IN_BACKGROUND, ExpectedGradients
from engine.explain.explanation import Explanation
from engine.explain.integrated import Integration, Quadrature, gauss_legendre
from engine.explain.integrated_gradients import IntegratedGradients
from engine.inference.model import Model
from engine.progress import Cancelled
from tests.support.models import small_classifier
from tests.support.numeric import run_in_double
from tests.support.toys import (
    explain,
    linear_net,
    node,
    open_toy,
    pair_net,
    quadratic_net,
    relu_net,
    request_for,
)

RNG = np.random.default_rng(3)
_HALF = RNG.normal(size=(12, 12))
HESSIAN, SLOPE = _HALF + _HALF.T, RNG.normal(size=12)
PICTURE = RNG.random((1, 3, 4)).astype(np.float32)
ROWS = RNG.random((5, 1, 3, 4)).astype(np.float32)
ONE_NODE = {"steps": 1, "max_steps": 1}


@pytest.fixture(scope="module")
def quadratic(tmp_path_factory):
    graph = quadratic_net(HESSIAN, SLOPE, (3, 4))
    return open_toy(tmp_path_factory.mktemp("toy") / "m", graph)


@pytest.fixture(scope="module")
def network(tmp_path_factory):
    return open_toy(tmp_path_factory.mktemp("toy") / "m", relu_net(has_bias=True))


@pytest.fixture
def background(tmp_path):
    np.save(tmp_path / "rows.npy", ROWS)
    return str(tmp_path / "rows.npy")


def _by_hand(start, end):
    """Of the quadratic score: (x - x') (H (x + x') / 2 + b)."""
    x, start = end.ravel().astype(np.float64), start.ravel().astype(np.float64)
    return ((x - start) * (HESSIAN @ (x + start) / 2 + SLOPE)).reshape(3, 4)


def _score(x):
    flat = x.ravel().astype(np.float64)
    return flat @ HESSIAN @ flat / 2 + SLOPE @ flat


def test_nodes_integrate_polynomials_exactly_in_any_order():
    nodes, weights = gauss_legendre(4).T

    for power in range(8):
        assert (weights * nodes**power).sum() == pytest.approx(1 / (power + 1), abs=1e-12)
    # The first few are spread over the path already.
    assert np.ptp(gauss_legendre(32)[:4, 0]) > 0.5


@pytest.mark.parametrize("baseline", ["black", "white", "mid-grey"])
def test_one_node_is_exact_for_a_quadratic_score(quadratic, baseline):
    start = np.full(12, {"black": 0.0, "white": 1.0, "mid-grey": 0.5}[baseline])

    found = explain(IntegratedGradients(), quadratic, PICTURE, baseline=baseline, **ONE_NODE)

    np.testing.assert_allclose(found.map, _by_hand(start, PICTURE), atol=1e-5)
    assert found.completeness_error < 1e-5
    assert found.score == pytest.approx(_score(PICTURE), rel=1e-5)
    assert found.conventions["baseline"].startswith(baseline)


def test_black_and_white_are_averaged(quadratic):
    found, black, white = (
        explain(IntegratedGradients(), quadratic, PICTURE, baseline=name, **ONE_NODE).map
        for name in ("black-and-white", "black", "white")
    )

    np.testing.assert_allclose(found, (black + white) / 2, atol=1e-5)


def test_a_linear_network_gives_weight_times_difference(tmp_path):
    weights = RNG.normal(size=(2, 1, 3, 4))
    model = open_toy(tmp_path / "m", linear_net(weights), scaling="symmetric")

    found = explain(IntegratedGradients(), model, PICTURE, against="b", **ONE_NODE)

    # Black is -1 in this network's units.
    np.testing.assert_allclose(found.map, ((weights[0] - weights[1]) * (PICTURE + 1))[0], atol=1e-5)


def test_steps_are_doubled_until_the_map_adds_up(network):
    picture = RNG.random((1, 8, 8))
    asked = {"steps": 2, "max_steps": 512}

    found = explain(IntegratedGradients(), network, picture, tolerance=0.005, **asked)

    baseline = network.scores(np.zeros((1, 1, 8, 8), np.float32))[0][0, 0]
    assert found.completeness_error <= 0.005
    assert found.map.sum() == pytest.approx(found.score - baseline, rel=0.0051)
    assert found.flags == ()
    assert 4 < found.passes <= IntegratedGradients().passes(request_for(network, picture, **asked))


def test_a_gap_that_is_left_is_flagged(network):
    picture = RNG.random((1, 8, 8))

    found = explain(IntegratedGradients(), network, picture, tolerance=0.0, **ONE_NODE)

    assert found.completeness_error > 0.0
    assert "misses the change of the score" in found.flags[0]


def test_no_way_gives_zeros(quadratic):
    found = explain(IntegratedGradients(), quadratic, np.zeros((1, 3, 4)))

    np.testing.assert_array_equal(found.map, np.zeros((3, 4)))
    assert found.completeness_error == 0.0


def test_a_pixel_that_nobody_reads_gets_nothing(tmp_path):
    hessian, slope = HESSIAN.copy(), SLOPE.copy()
    hessian[5], hessian[:, 5], slope[5] = 0, 0, 0
    model = open_toy(tmp_path / "m", quadratic_net(hessian, slope, (3, 4)))

    found = explain(IntegratedGradients(), model, PICTURE, baseline="white")

    assert found.map.ravel()[5] == 0.0


def test_networks_that_compute_the_same_get_the_same_map(tmp_path):
    """relu(z) as such, and as (z + |z|) / 2, for z = a - b / 2."""
    line = node("Gemm", ["flat", "w"], ["z"])
    stored = {"w": np.array([[1.0], [-0.5]], np.float32)}
    plain = [line, node("Relu", ["z"], ["logits"])]
    other = [
        line,
        node("Abs", ["z"], ["size"]),
        node("Add", ["z", "size"], ["twice"]),
        node("Mul", ["twice", "half"], ["logits"]),
    ]
    half = {"half": np.array([0.5], np.float32)}
    graphs = pair_net(plain, stored), pair_net(other, stored | half)
    models = [open_toy(tmp_path / str(n), graph) for n, graph in enumerate(graphs)]

    maps = [
        explain(IntegratedGradients(), m, np.array([[[0.9, 0.3]]]), baseline="white").map
        for m in models
    ]

    np.testing.assert_allclose(maps[0], maps[1], atol=1e-6)


@pytest.mark.parametrize("layer", ["r1", "p1", "r2"])
def test_at_a_layer_the_map_adds_up_over_the_tail(network, layer):
    picture = RNG.random((1, 8, 8)).astype(np.float32)

    found = explain(
        IntegratedGradients(), network, picture, layer=layer, max_steps=1024, target="b"
    )

    size = 8 if layer == "r1" else 4
    assert found.map.shape == (size, size)
    assert found.layer == layer
    black = network.scores(np.zeros((1, 1, 8, 8), np.float32))[0][0, 1]
    assert found.map.sum() == pytest.approx(found.score - black, rel=0.011)


def test_behind_the_last_rectifier_the_layer_map_is_known(network):
    """GAP and Gemm are linear: (a - a') w / 16, summed over channels."""
    graph = relu_net(has_bias=True)
    picture = RNG.random((1, 1, 8, 8))
    ends = run_in_double(graph, {"x": np.concatenate([picture, 0 * picture])}, ["r2"])[0]
    (head,) = (
        np.frombuffer(t.raw_data, np.float32).reshape(5, 2)
        for t in graph.graph.initializer
        if t.name == "w3"
    )

    found = explain(IntegratedGradients(), network, picture[0], layer="r2", **ONE_NODE)

    expected = np.einsum("khw,k->hw", ends[0] - ends[1], head[:, 0]) / 16
    np.testing.assert_allclose(found.map, expected, atol=1e-5)


@pytest.mark.parametrize("method", [IntegratedGradients(), ExpectedGradients()], ids=lambda m: m.id)
def test_layers_with_a_way_around_are_refused_with_its_name(tmp_path, method):
    model = open_toy(tmp_path / "m", small_classifier())

    with pytest.raises(RequestError, match="Around it: 'p1'"):
        explain(method, model, RNG.random((3, 8, 8)), layer="r2")


def test_batches_do_not_matter(network, monkeypatch):
    picture = RNG.random((1, 8, 8))
    options = {"steps": 24, "max_steps": 24, "tolerance": 1.0}
    maps = []
    for size in (1, 7, 24):
        fixed = BatchSize(size, 0.001)
        monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_, fixed=fixed: fixed)
        maps.append(explain(IntegratedGradients(), network, picture, **options).map)

    for other in maps[1:]:
        np.testing.assert_allclose(other, maps[0], atol=1e-6 * np.abs(maps[0]).max())


def test_early_maps_are_close_already_and_progress_grows(network, monkeypatch):
    fixed = BatchSize(8, 0.001)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)
    request = request_for(network, RNG.random((1, 8, 8)), steps=64, max_steps=64)

    steps = list(IntegratedGradients().run(request))

    fractions = [step.fraction for step in steps]
    assert fractions == sorted(fractions)
    assert len(steps) >= 64 // 8
    early, final = next(s.partial for s in steps if s.partial), steps[-1].result
    assert isinstance(early, Explanation)
    assert np.corrcoef(early.map.ravel(), final.map.ravel())[0, 1] > 0.9


def test_a_stopped_run_raises_and_leaves_the_model_usable(network, monkeypatch):
    fixed = BatchSize(2, 0.001)
    monkeypatch.setattr("engine.explain.batches.batch_size", lambda *_: fixed)
    picture = RNG.random((1, 8, 8))
    work = IntegratedGradients().run(request_for(network, picture, steps=64))
    backward = backward_to(network, "x")
    seen = []

    def stopping(*asked):
        seen.append(1)
        if len(seen) == 3:
            raise Cancelled
        return run(*asked)

    run = backward.many.run
    monkeypatch.setattr(backward.many, "run", stopping)
    with pytest.raises(Cancelled):
        list(work)
    monkeypatch.undo()

    assert len(seen) == 3
    assert np.isfinite(explain(IntegratedGradients(), network, picture).map).all()


def test_one_background_row_is_integrated_gradients(quadratic, tmp_path):
    np.save(tmp_path / "black.npy", np.zeros((1, 1, 3, 4), np.float32))
    asked = {"background": str(tmp_path / "black.npy"), "steps": 4}

    found = explain(ExpectedGradients(), quadratic, PICTURE, **asked)
    plain = explain(IntegratedGradients(), quadratic, PICTURE, steps=4)

    np.testing.assert_array_equal(found.map, plain.map)


def test_a_background_is_averaged_and_adds_up(quadratic, background):
    found = explain(ExpectedGradients(), quadratic, PICTURE, background=background, **ONE_NODE)

    expected = np.mean([_by_hand(row, PICTURE) for row in ROWS], axis=0)
    mean_score = np.mean([_score(row) for row in ROWS])
    np.testing.assert_allclose(found.map, expected, atol=1e-5)
    assert found.map.sum() == pytest.approx(found.score - mean_score, abs=1e-4)
    assert float(found.conventions["baseline score"]) == pytest.approx(mean_score, abs=1e-4)
    assert found.conventions["background"].startswith("5 rows")
    assert found.flags == ()


def test_at_a_layer_a_background_adds_up_over_the_tail(network, tmp_path):
    rows = RNG.random((6, 1, 8, 8)).astype(np.float32)
    np.save(tmp_path / "rows.npy", rows)
    asked = {"background": str(tmp_path / "rows.npy"), "max_steps": 512, "layer": "p1"}

    found = explain(ExpectedGradients(), network, RNG.random((1, 8, 8)), **asked)

    mean_score = float(network.scores(rows)[0][:, 0].mean())
    tolerance = 0.011 * abs(found.score - mean_score)
    assert found.map.sum() == pytest.approx(found.score - mean_score, abs=tolerance)


def test_the_explained_image_in_its_own_background_is_warned_about(quadratic, tmp_path):
    np.save(tmp_path / "rows.npy", np.concatenate([ROWS, PICTURE[None]]))

    found = explain(ExpectedGradients(), quadratic, PICTURE, background=str(tmp_path / "rows.npy"))

    assert SELF_IN_BACKGROUND.format(count=1, total=6) in found.flags


@pytest.mark.parametrize(
    "content",
    [
        np.zeros((2, 1, 4, 3), np.float32),
        np.zeros((0, 1, 3, 4), np.float32),
        np.full((2, 1, 3, 4), np.nan, np.float32),
        np.full((2, 1, 3, 4), "x"),
    ],
    ids=["shape", "empty", "nan", "text"],
)
def test_backgrounds_of_another_kind_are_refused(quadratic, tmp_path, content):
    np.save(tmp_path / "rows.npy", content)
    with pytest.raises(RequestError, match="does not hold network inputs"):
        explain(ExpectedGradients(), quadratic, PICTURE, background=str(tmp_path / "rows.npy"))


@pytest.mark.parametrize("name", ["missing.npy", "text.npy", "pickled.npy"])
def test_backgrounds_that_cannot_be_read_are_refused(quadratic, tmp_path, name):
    (tmp_path / "text.npy").write_text("no array")
    np.save(tmp_path / "pickled.npy", np.array([{}], dtype=object))
    with pytest.raises(RequestError, match="cannot be read"):
        explain(ExpectedGradients(), quadratic, PICTURE, background=str(tmp_path / name))


def test_every_baseline_has_its_rows(quadratic):
    request = request_for(quadratic, PICTURE)

    for choice in CHOICES:
        rows = baseline_rows(request, choice)
        assert rows.shape == (1 if choice in NAMES else 2, 1, 3, 4)
    np.testing.assert_array_equal(
        baseline_rows(request, "black-and-white")[1:], baseline_tensor(request, "white")
    )


def test_the_integral_can_be_asked_for_in_any_space(network: Model):
    """The plain function: previews first, the finest result last."""
    request = request_for(network, RNG.random((1, 8, 8)))
    tail = tail_from(network, "r2")
    end = RNG.random((1, 5, 4, 4)).astype(np.float32)

    integration = Integration(request, tail, 0 * end, end, Quadrature(1, 1, 0.0))
    for _ in integration.prepare():
        pass
    *_, last = integration.integrals()

    assert last.is_complete
    assert last.attributions.shape == end.shape
    assert last.attributions.sum() == pytest.approx(last.end_score - last.start_score, abs=1e-5)
