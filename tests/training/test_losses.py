"""Losses against closed forms written in NumPy, and what class weights promise."""

import numpy as np
import pytest

pytest.importorskip("tensorflow", reason="needs the dependency group train")

import keras

from engine.errors import RequestError
from training.config.sections import ImbalanceSection, NetworkSection
from training.losses import loss_of, seen_frequencies
from training.models import ARCHITECTURES
from training.models.head import LOGIT, Head, prior_bias

pytestmark = pytest.mark.training

# 2 of 10 have the first finding, 5 the second, 1 the third.
FINDINGS = np.zeros((10, 3), np.float32)
FINDINGS[:2, 0] = FINDINGS[:5, 1] = FINDINGS[:1, 2] = 1.0
CLASSES = np.eye(3, dtype=np.float32)[[0] * 6 + [1] * 3 + [2]]


def losses(kind: str, targets: np.ndarray, probabilities: np.ndarray, **options: object):
    """(N,) of every image."""
    loss = loss_of(kind, ImbalanceSection(**options), targets)
    return np.asarray(loss.call(targets, probabilities.astype(np.float32)), np.float64)


def entropies(targets: np.ndarray, p: np.ndarray) -> np.ndarray:
    return -(targets * np.log(p) + (1 - targets) * np.log(1 - p))


def some_probabilities(shape: tuple[int, int], *, softmax: bool = False) -> np.ndarray:
    z = np.random.default_rng(8).normal(size=shape)
    return np.exp(z) / np.exp(z).sum(axis=1, keepdims=True) if softmax else 1 / (1 + np.exp(-z))


def test_without_weights_it_is_the_cross_entropy():
    p, q = some_probabilities((10, 3)), some_probabilities((10, 3), softmax=True)

    plain = losses("multilabel", FINDINGS, p, strategy="none")
    exclusive = losses("multiclass", CLASSES, q, strategy="oversample")

    np.testing.assert_allclose(plain, entropies(FINDINGS, p).mean(axis=1), rtol=1e-5)
    np.testing.assert_allclose(exclusive, -np.log((q * CLASSES).sum(axis=1)), rtol=1e-5)


def test_positives_and_negatives_contribute_the_same_after_weighting():
    # The chest X-ray course: weights are the other side's frequency; p (1 - p) on either side.
    even = np.full((10, 3), 0.5)  # every image costs log 2
    for finding, share in enumerate((0.2, 0.5, 0.1)):
        own = FINDINGS[:, [finding]]
        found = losses("multilabel", own, even[:, [finding]], strategy="positive-negative")
        present = own[:, 0] > 0.5

        assert found[present].sum() == pytest.approx(10 * share * (1 - share) * np.log(2))
        assert found[~present].sum() == pytest.approx(found[present].sum())


def test_positive_negative_weights_in_closed_form():
    p = some_probabilities((10, 3))
    share = np.array([0.2, 0.5, 0.1])
    expected = -((1 - share) * FINDINGS * np.log(p) + share * (1 - FINDINGS) * np.log(1 - p)).mean(
        axis=1
    )

    found = losses("multilabel", FINDINGS, p, strategy="positive-negative")

    np.testing.assert_allclose(found, expected, rtol=1e-5)


def test_class_weights_let_every_class_count_the_same():
    even = np.full((10, 1), 0.5)
    binary = losses("binary", FINDINGS[:, :1], even, strategy="class-weight")
    exclusive = losses("multiclass", CLASSES, np.full((10, 3), 1 / 3), strategy="class-weight")

    # N / (2 N_c): two positives weigh 2.5 each, eight negatives 0.625 each.
    np.testing.assert_allclose(binary / np.log(2), [2.5] * 2 + [0.625] * 8, rtol=1e-5)
    sums = [exclusive[CLASSES[:, c] > 0].sum() for c in range(3)]
    np.testing.assert_allclose(sums, 10 / 3 * np.log(3), rtol=1e-5)


def test_class_weights_of_findings_make_rare_ones_count_as_much_as_common_ones():
    even = np.full((10, 1), 0.5)
    sums = [
        losses("multilabel", FINDINGS[:, [c]], even, strategy="class-weight").sum()
        for c in range(3)
    ]

    np.testing.assert_allclose(sums, 10 * np.log(2), rtol=1e-5)


def test_multipliers_come_on_top():
    even = np.full((10, 1), 0.5)
    found = losses("binary", FINDINGS[:, :1], even, strategy="class-weight", multipliers=(0.5, 3.0))

    np.testing.assert_allclose(found / np.log(2), [7.5] * 2 + [0.3125] * 8, rtol=1e-5)


@pytest.mark.parametrize(("gamma", "alpha"), [(0.0, 0.5), (0.5, 0.25), (2.0, 0.25), (5.0, 0.9)])
def test_focal_loss_in_closed_form(gamma, alpha):
    p = some_probabilities((10, 3))
    p_t = np.where(FINDINGS > 0.5, p, 1 - p)
    alpha_t = np.where(FINDINGS > 0.5, alpha, 1 - alpha)
    expected = (-alpha_t * (1 - p_t) ** gamma * np.log(p_t)).mean(axis=1)  # Lin 2017, equation 5
    options = {"strategy": "focal", "focal_gamma": gamma, "focal_alpha": alpha}

    found = losses("multilabel", FINDINGS, p, **options)

    np.testing.assert_allclose(found, expected, rtol=1e-4)


def test_focal_loss_fades_as_its_paper_says():
    # Lin 2017, section 3.2: with gamma 2, p_t = 0.9 costs 100 times less, p_t = 0.968 1000 times.
    one, p = np.ones((2, 1), np.float32), np.array([[0.9], [0.968]])
    focal = losses("multilabel", one, p, strategy="focal", focal_gamma=2.0, focal_alpha=1.0)

    ratios = entropies(one, p)[:, 0] / focal
    assert ratios[0] == pytest.approx(100, rel=1e-3)
    assert ratios[1] == pytest.approx(1000, rel=0.03)


def test_focal_loss_of_a_softmax_in_closed_form():
    q = some_probabilities((10, 3), softmax=True)
    p_t = (q * CLASSES).sum(axis=1)

    found = losses("multiclass", CLASSES, q, strategy="focal", focal_gamma=2.0)

    np.testing.assert_allclose(found, -((1 - p_t) ** 2) * np.log(p_t), rtol=1e-4)


@pytest.mark.parametrize("strategy", ["none", "class-weight", "focal"])
@pytest.mark.parametrize("kind", ["binary", "multiclass"])
def test_a_mistake_made_with_certainty_keeps_its_gradient(kind, strategy):
    # At a logit of 60 the probability is 1 in float32; d loss / d logit must still be about 1.
    layers, width = keras.layers, 1 if kind == "binary" else 2
    inputs = keras.Input((1,))
    dense = layers.Dense(width, kernel_initializer="zeros", name=LOGIT)
    activation = "sigmoid" if kind == "binary" else "softmax"
    model = keras.Model(inputs, layers.Activation(activation)(dense(inputs)))
    targets = np.eye(2, dtype=np.float32)[[0, 1, 0, 1], -width:]
    certain = [60.0] if kind == "binary" else [-60.0, 60.0]
    dense.bias.assign(certain)
    options = ImbalanceSection(strategy=strategy, focal_alpha=0.5)
    model.compile(keras.optimizers.SGD(1.0), loss_of(kind, options, targets), jit_compile=False)

    loss = float(model.train_on_batch(np.zeros((4, 1)), targets))
    change = certain[-1] - float(np.asarray(dense.bias)[-1])

    share = 0.5 * (0.5 if strategy == "focal" and kind == "binary" else 1.0)  # of wrong images
    assert loss == pytest.approx(share * (60.0 if kind == "binary" else 120.0), rel=1e-4)
    assert change == pytest.approx(share, rel=1e-4)


@pytest.mark.parametrize("gamma", [0.5, 2.0])
def test_focal_loss_of_certain_and_right_images_has_a_finite_gradient(gamma):
    inputs = keras.Input((1,))
    dense = keras.layers.Dense(1, kernel_initializer="zeros", name=LOGIT)
    model = keras.Model(inputs, keras.layers.Activation("sigmoid")(dense(inputs)))
    dense.bias.assign([60.0])
    options = ImbalanceSection(strategy="focal", focal_gamma=gamma)
    loss = loss_of("binary", options, np.ones((4, 1)))
    model.compile(keras.optimizers.SGD(1.0), loss, jit_compile=False)

    model.train_on_batch(np.zeros((4, 1)), np.ones((4, 1)))

    assert float(np.asarray(dense.bias)[0]) == 60.0


@pytest.mark.parametrize(("kind", "targets"), [("multilabel", FINDINGS), ("multiclass", CLASSES)])
def test_a_loss_outlives_being_written_down(kind, targets):
    p = some_probabilities((10, 3), softmax=True).astype(np.float32)
    options = ImbalanceSection(strategy="focal", multipliers=(1.0, 2.0, 3.0))
    loss = loss_of(kind, options, targets)
    again = keras.losses.deserialize(keras.losses.serialize(loss))

    np.testing.assert_array_equal(again.call(targets, p), loss.call(targets, p))


@pytest.mark.parametrize(
    ("kind", "targets", "options", "message"),
    [
        ("binary", np.zeros((4, 1)), {"strategy": "class-weight"}, "no image"),
        ("multilabel", np.ones((4, 2)), {"strategy": "positive-negative"}, "no image"),
        ("multiclass", CLASSES, {"multipliers": (1.0, 2.0)}, "2 multipliers"),
        ("binary", FINDINGS[:, :1], {"multipliers": (1.0,)}, "1 multipliers"),
        ("multiclass", CLASSES, {"strategy": "positive-negative"}, "occur together"),
    ],
)
def test_what_cannot_be_weighted_is_refused(kind, targets, options, message):
    with pytest.raises(RequestError, match=message):
        loss_of(kind, ImbalanceSection(**options), targets.astype(np.float32))


@pytest.mark.parametrize(
    ("frequencies", "activation"),
    [([0.03], "sigmoid"), ([0.2, 0.5, 0.1], "sigmoid"), ([0.6, 0.3, 0.1], "softmax")],
)
def test_an_untrained_network_predicts_the_frequencies(frequencies, activation):
    bias = prior_bias(np.array(frequencies), activation)
    head = Head(len(frequencies), activation, NetworkSection(), bias)
    model = ARCHITECTURES["pneumonia-cnn"].build((16, 16, 1), head)

    found = np.asarray(model(np.zeros((1, 16, 16, 1)), training=False))[0]  # black: no features

    np.testing.assert_allclose(found, frequencies, rtol=1e-5)


@pytest.mark.parametrize("kind", ["binary", "multiclass", "multilabel"])
@pytest.mark.parametrize("strategy", ["none", "class-weight", "oversample"])
def test_frequencies_as_training_sees_them(kind, strategy):
    rows = {
        "binary": np.array([[1.0]] * 3 + [[0.0]] * 9),
        "multiclass": np.eye(3)[[0] * 6 + [1] * 3 + [2]],
        "multilabel": np.array([[1.0, 0.0]] * 4 + [[0.0, 0.0]] * 12),
    }[kind].astype(np.float32)
    rows[-1, -1] = 1.0
    imbalance = ImbalanceSection(strategy=strategy)
    found = seen_frequencies(kind, imbalance, rows, seed=3)
    plain = rows.mean(axis=0)

    if strategy == "none":
        np.testing.assert_allclose(found, plain, rtol=1e-6)
    elif kind == "multilabel" and strategy == "oversample":
        assert (found <= 0.5).all()  # drawn more often, not made equal
        assert found[-1] > plain[-1]
    else:
        np.testing.assert_allclose(found, 1 / 3 if kind == "multiclass" else 0.5, rtol=1e-6)


def test_multipliers_shift_what_training_sees():
    targets = np.array([[1.0], [0.0]], np.float32)
    imbalance = ImbalanceSection(strategy="class-weight", multipliers=(0.25, 1.0))

    np.testing.assert_allclose(seen_frequencies("binary", imbalance, targets, 0), [0.8])
