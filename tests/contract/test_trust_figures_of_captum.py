"""Infidelity and max-sensitivity beside the package captum, on the same changes of the picture.

Captum is installed by hand for these tests. Its figures are absolute; ours are shares of what the
model's answers vary by, so that 1 means a map that foretells nothing.
"""

import numpy as np
import pytest

from engine.explain.gradient import InputXGradient
from engine.progress import finish
from engine.trust import stability, subsets
from engine.trust.case import case_of
from engine.trust.effort import QUICK
from tests.support.linear import ask, explain, linear_model

torch = pytest.importorskip("torch", reason="torch is installed by hand")
metrics = pytest.importorskip("captum.metrics", reason="captum is installed by hand")

HEIGHT, WIDTH, POWER = 12, 18, 2  # not square: swapped axes must show
EFFORT = QUICK


@pytest.fixture
def weights():
    return np.random.default_rng(8).normal(size=(1, HEIGHT, WIDTH))


@pytest.fixture
def case(tmp_path, weights):
    """Of a score that is a sum of squares, which no map foretells exactly."""
    model = linear_model(tmp_path / "squares", weights, power=POWER)
    picture = np.random.default_rng(3).uniform(0.2, 1.0, (HEIGHT, WIDTH))
    request = ask(model, picture)
    return case_of(InputXGradient(), request, explain(InputXGradient(), request))


def single(inputs):
    """What captum hands over: one tensor, or a tuple of it."""
    return inputs[0] if isinstance(inputs, tuple) else inputs


def score(weights):
    """The same network in torch: (N, 1, H, W) -> (N,) logits up to a constant."""
    factors = torch.from_numpy(weights)[None]
    return lambda x: (factors * x**POWER).sum(dim=(1, 2, 3))


def test_infidelity_with_optimal_scaling(case, weights):
    cells = subsets.cells_of(case.size_hw, EFFORT.cells)
    sets = subsets.random_sets(int(cells.max()) + 1, EFFORT.subsets, case.request.seed)
    hidden = torch.from_numpy(sets[:, cells.ravel()].reshape(-1, 1, *case.size_hw))
    own = torch.from_numpy(case.request.tensor.astype(np.float64))
    (_, found) = finish(subsets.run(case, EFFORT))
    fill = case.request.tensor.mean()  # what the panel hides with

    def hide(inputs):
        changed = torch.where(hidden, torch.tensor(float(fill), dtype=torch.float64), inputs)
        return hidden.double(), changed

    raw = metrics.infidelity(
        score(weights),
        hide,
        own,
        torch.from_numpy(case.importance)[None, None],
        n_perturb_samples=len(sets),
        normalize=True,
    )
    falls = score(weights)(own) - score(weights)(hide(own)[1])

    assert 0.01 < found.value < 0.99
    assert found.value == pytest.approx(float(raw / (falls**2).mean()), rel=1e-3)


def test_max_sensitivity(case, weights):
    """Captum 0.9 is right for maps in a tuple; of a bare tensor it sums over the noisy pictures."""
    own = torch.from_numpy(case.request.tensor.astype(np.float64))
    draws = iter(range(EFFORT.perturbations))

    def explained(inputs):
        x = single(inputs).detach().requires_grad_()
        with torch.enable_grad():  # captum turns gradients off
            (gradient,) = torch.autograd.grad(score(weights)(x).sum(), x)
        return (x.detach() * gradient,)

    def noisy(inputs):
        rows = [stability.perturbed(case, next(draws)) for _ in single(inputs)]
        return torch.from_numpy(np.concatenate(rows).astype(np.float64))

    theirs = metrics.sensitivity_max(
        explained, own, perturb_func=noisy, n_perturb_samples=EFFORT.perturbations
    )
    draws = iter(range(EFFORT.perturbations))
    bare = metrics.sensitivity_max(
        lambda inputs: explained(inputs)[0], own, perturb_func=noisy,
        n_perturb_samples=EFFORT.perturbations,
    )  # fmt: skip
    ours = finish(stability.run(case, EFFORT))[0].value

    assert float(bare) > 1.2 * ours
    assert ours > 0.001
    assert ours == pytest.approx(float(theirs), rel=1e-4)
