"""Expected gradients against `shap.GradientExplainer`, on a Keras network exported by tf2onnx.

The package draws background rows and places on the paths by chance; ours takes every row and
integrates. So its runs must scatter around our map, and nothing else is left between the two.
"""

import importlib
from types import ModuleType

import numpy as np
import pytest

from tests.support.map_rows import Question, Row, assert_centred, likeness

pytestmark = [
    pytest.mark.training,
    pytest.mark.slow,
    # shap's model of an inner layer is fed a list.
    pytest.mark.filterwarnings("ignore:The structure of `inputs` doesn't match"),
]

RUNS, SAMPLES = 16, 100
# Layers as we name them, and as Keras does; None for the image.
PLACES = {None: None, "first_conv_1/Relu": "first_conv", "last_conv_1/Relu": "last_conv"}


@pytest.fixture(scope="module")
def network() -> ModuleType:
    """Imported late: TensorFlow takes seconds."""
    pytest.importorskip("tensorflow", reason="needs the dependency group train")
    return importlib.import_module("tests.support.keras_network")


@pytest.fixture(scope="module")
def net(network: ModuleType) -> object:
    return network.net()


@pytest.fixture(scope="module")
def question(net: object, tmp_path_factory: pytest.TempPathFactory) -> Question:
    return net.ask(tmp_path_factory.mktemp("net") / "keras")


@pytest.fixture(scope="module")
def row(net: object, tmp_path_factory: pytest.TempPathFactory) -> Row:
    path = tmp_path_factory.mktemp("background") / "rows.npy"
    np.save(path, net.background)
    options = {"background": str(path), "steps": 512, "tolerance": 1.0}
    return Row("GradientExplainer", "expected-gradients", 0.0, options)


@pytest.fixture(scope="module")
def runs(network: ModuleType, net: object) -> dict[str | None, list[tuple[np.ndarray, ...]]]:
    """By place: what shap returns, run by run."""
    return {
        ours: network.runs_of_shap(net, SAMPLES, range(RUNS), theirs)
        for ours, theirs in PLACES.items()
    }


@pytest.mark.parametrize("place", PLACES)
def test_runs_of_shap_scatter_around_our_map(
    place: str | None, runs: dict, row: Row, question: Question
) -> None:
    maps = np.stack([values.sum(axis=-1) for values, _ in runs[place]])
    ours = question.ours(row, layer=place).map

    assert_centred(maps, ours)
    assert likeness(maps.mean(axis=0), ours).correlation > 0.99


@pytest.mark.parametrize("place", PLACES)
def test_our_sum_is_exact_where_one_run_of_shap_misses_it(
    place: str | None, runs: dict, row: Row, question: Question, net: object
) -> None:
    """The map's sum should be f(x) - mean f(background); of a run of shap it is so on average."""
    scores = net.model.predict(np.concatenate([net.image, net.background]), verbose=0)
    change = float(scores[0, net.index] - scores[1:, net.index].mean())
    gap = abs(float(question.ours(row, layer=place).map.sum(dtype=np.float64)) - change)
    sums = np.array([values.sum() for values, _ in runs[place]])

    assert gap < 0.02 * sums.std(ddof=1)
    assert abs(sums.mean() - change) < 5.0 * sums.std(ddof=1) / np.sqrt(RUNS)


def test_what_shap_calls_the_variance_of_its_means_is_too_large(runs: dict) -> None:
    """The variance of a mean of n draws is var / n; shap returns var / sqrt(n).

    Told by its own runs: the variance of the maps from one run to the next is smaller by sqrt(n).
    """
    values, said = (np.stack(parts) for parts in zip(*runs[None], strict=True))
    ratio = said.mean() / values.var(axis=0, ddof=1).mean()

    assert ratio == pytest.approx(np.sqrt(SAMPLES), rel=0.3)


def test_shap_seeds_the_generator_of_the_whole_process(network: ModuleType, net: object) -> None:
    """Its draws come from NumPy's global generator, which it seeds; ours leave that alone."""
    network.by_shap(net, 1, seed=5)
    after = np.random.get_state()[1].copy()  # noqa: NPY002 - that generator is the point
    network.by_shap(net, 1, seed=5)

    np.testing.assert_array_equal(after, np.random.get_state()[1])  # noqa: NPY002
