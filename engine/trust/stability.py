r"""Stability: does the map hold still when the picture hardly changes, or when the dice fall anew?

- Max-sensitivity (Yeh et al., NeurIPS 2019, Def. 4): the largest
  :math:`\|R(x + \delta) - R(x)\| / \|R(x)\|` over uniform noise of 0.02 of the picture's range.
  Beside it the same of the picture's edges, which know nothing of the model.
- Other seed: rank correlation of two maps of a method that draws at random.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from engine.explain.baselines import input_picture
from engine.explain.controls import sobel_magnitude
from engine.language import said
from engine.progress import Step
from engine.trust.again import explained_again, not_measured, too_costly
from engine.trust.case import Case, Inputs
from engine.trust.effort import Effort
from engine.trust.figure import Figure, Light
from engine.trust.similarity import spearman

RADIUS = 0.02  # of the picture's range, L-infinity
STEADY, SHAKEN = 0.3, 1.0
ALIKE, SIMILAR = 0.9, 0.7
NAME = said("Stability")
NOISE_NAME = said("Max-sensitivity to noise")
SEED_NAME = said("Other seed, rank correlation")
EDGES = said("the picture's edges")


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """Both figures; the last step's result is a tuple of `Figure`s."""
    why = too_costly(case, effort)
    if why:
        yield Step(
            1.0,
            result=(
                not_measured("max-sensitivity", NOISE_NAME, why),
                not_measured("seed-stability", SEED_NAME, why),
            ),
        )
        return
    rounds = effort.perturbations + 1
    changes, correlations, edges = [], [], []
    own = case.explanation.map.astype(np.float64)
    own_edges = _edges(case, case.request.tensor)
    for draw in range(effort.perturbations):
        noisy = perturbed(case, draw)
        request = replace(case.request, tensor=noisy)
        answer = yield from explained_again(case, request, NAME, draw / rounds, 1 / rounds)
        other = answer.map.astype(np.float64)
        changes.append(relative_change(own, other))
        correlations.append(spearman(own, other))
        edges.append(relative_change(own_edges, _edges(case, noisy)))
    noise = noise_figure(changes, edges, correlations)
    seed = not_measured(
        "seed-stability", SEED_NAME, said("Nothing is drawn at random in this method.")
    )
    if not case.method.is_deterministic:
        request = replace(case.request, seed=case.request.seed + 1)
        answer = yield from explained_again(
            case, request, NAME, effort.perturbations / rounds, 1 / rounds
        )
        seed = _seed_figure(spearman(own, answer.map.astype(np.float64)))
    yield Step(1.0, result=(noise, seed))


def relative_change(own: NDArray[np.float64], other: NDArray[np.float64]) -> float | None:
    """Frobenius norm of the difference over that of the first; None where the first is zero."""
    norm = float(np.linalg.norm(own))
    return float(np.linalg.norm(other - own)) / norm if norm > 0.0 else None


def perturbed(case: Case, draw: int) -> Inputs:
    """(1, ...) the input plus even noise within `RADIUS`, the same for all colour channels."""
    recipe = case.request.model.manifest.recipe
    random = np.random.default_rng((case.request.seed, draw, 17))
    noise = random.uniform(-RADIUS, RADIUS, case.size_hw)
    factor, _, deviation = (np.atleast_1d(number) for number in recipe.numbers())
    scale = factor / deviation
    shaped = noise[None] * scale[:, None, None]
    if recipe.layout != "nchw":
        shaped = np.moveaxis(shaped, 0, 2)
    return (case.request.tensor + shaped[None]).astype(np.float32)


def noise_figure(
    changes: list[float | None], edges: list[float | None], correlations: list[float | None]
) -> Figure:
    """Max-sensitivity from the changes of the map and of the picture's edges."""
    known = [value for value in changes if value is not None]
    if not known:
        why = said("The map is empty, so nothing can change in proportion to it.")
        return not_measured("max-sensitivity", NOISE_NAME, why)
    worst = max(known)
    if worst <= STEADY:
        light, sentence = Light.GOOD, said("Noise that no eye sees hardly changes the map.")
    elif worst <= SHAKEN:
        light, sentence = Light.DOUBTFUL, said("Noise that no eye sees changes the map visibly.")
    else:
        light = Light.BAD
        sentence = said("Noise that no eye sees changes the map by more than the map itself.")
    control = max((value for value in edges if value is not None), default=None)
    details = {"radius": RADIUS, "changes": changes, "rank_correlations": correlations}
    return Figure(
        "max-sensitivity", NOISE_NAME, worst, control, EDGES, False, light, sentence, details
    )


def _seed_figure(correlation: float | None) -> Figure:
    if correlation is None:
        why = said("One of the two maps is constant.")
        return not_measured("seed-stability", SEED_NAME, why)
    if correlation >= ALIKE:
        light, sentence = Light.GOOD, said("Another seed gives the same picture.")
    elif correlation >= SIMILAR:
        light, sentence = Light.DOUBTFUL, said("Another seed gives a somewhat other picture.")
    else:
        light = Light.BAD
        sentence = said("Another seed gives another picture: ask for more samples.")
    chance = said("unrelated maps")
    return Figure("seed-stability", SEED_NAME, correlation, 0.0, chance, True, light, sentence)


def _edges(case: Case, tensor: Inputs) -> NDArray[np.float64]:
    picture = input_picture(case.request.model.manifest.recipe, tensor)
    return sobel_magnitude(picture.astype(np.float64))
