r"""ROAD: remove pixels so that no hole gives them away, then look at the score.

Removed pixels are filled by noisy linear imputation: each is the weighted mean of its neighbours,
1/6 for direct and 1/12 for diagonal ones, solved for all of them at once, plus Gaussian noise of
0.01 of the picture's range. Removing the most important pixels (MoRF) should lower the score, the
least important ones (LeRF) should not:

.. math:: \mathrm{ROAD} = \mathrm{mean}_p\; (p_{LeRF} - p_{MoRF}) / 2

References:
    Rong et al., A Consistent and Efficient Evaluation Strategy for Attribution Methods, ICML 2022;
    the combined score as in pytorch-grad-cam.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.explain import imports
from engine.language import said
from engine.progress import Step
from engine.trust.against import AgainstChance
from engine.trust.case import Case, Inputs
from engine.trust.effort import Effort

NOISE = 0.01  # of the picture's range
_DIRECT, _DIAGONAL = 1.0 / 6.0, 1.0 / 12.0
_NEIGHBOURS = tuple(
    (down, across, _DIRECT if 0 in (down, across) else _DIAGONAL)
    for down in (-1, 0, 1)
    for across in (-1, 0, 1)
    if (down, across) != (0, 0)
)
_WIDEST_BAND = 80  # unknowns between neighbours up to which a banded solver is the faster one
NAME = said("Removal without a trace (ROAD)")
_TEST = AgainstChance(
    "road",
    said("ROAD, combined"),
    higher_is_better=True,
    meaning=said("Removing important pixels without a trace lowers the score more"),
)


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """The combined score of the map and of its shuffled copies; the result is one `Figure`."""
    yield from imports.load(imports.ROAD, "scipy")
    combined, rows = [], []
    total = (effort.draws + 1) * len(effort.percentages)
    for place in range(effort.draws + 1):
        order = case.order(place)
        gaps = []
        for percent in effort.percentages:
            count = max(1, round(order.size * percent / 100))
            inputs = np.concatenate(
                [_without(case, part, percent) for part in (order[:count], order[-count:])]
            )
            scores = case.scorer(inputs)
            gaps.append((scores.probabilities[1] - scores.probabilities[0]) / 2.0)
            if place == 0:
                rows.append(
                    {
                        "percent": percent,
                        "probability_morf": float(scores.probabilities[0]),
                        "probability_lerf": float(scores.probabilities[1]),
                        "logit_morf": float(scores.logits[0]),
                        "logit_lerf": float(scores.logits[1]),
                    }
                )
            done = place * len(effort.percentages) + len(gaps)
            yield Step(done / (total + 1), NAME)
        combined.append(float(np.mean(gaps)))
    figure = _TEST.figure(combined[0], combined[1:], {"noise": NOISE, "removed": rows})
    yield Step(1.0, result=(figure,))


def imputed(planes: NDArray[np.float64], removed: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Planes whose removed pixels are the weighted means of their neighbours.

    Args:
        planes: (C, H, W).
        removed: (H, W); where everything is removed, the plane's mean stands everywhere.

    Returns:
        (C, H, W); what was not removed is untouched.
    """
    if removed.all():
        return np.broadcast_to(planes.mean(axis=(1, 2), keepdims=True), planes.shape).copy()
    numbers = np.full(removed.shape, -1)
    rows, columns = np.nonzero(removed)
    count = rows.size
    numbers[rows, columns] = np.arange(count)
    height, width = removed.shape
    known = np.zeros((count, len(planes)))
    weights = np.zeros(count)
    entries: list[tuple[NDArray[np.int64], NDArray[np.int64], float]] = []
    for down, across, weight in _NEIGHBOURS:
        y, x = rows + down, columns + across
        inside = np.flatnonzero((y >= 0) & (y < height) & (x >= 0) & (x < width))
        weights[inside] += weight
        at = numbers[y[inside], x[inside]]
        is_known = at < 0
        sources = inside[is_known]
        known[sources] += weight * planes[:, y[sources], x[sources]].T
        entries.append((inside[~is_known], at[~is_known], weight))
    places = np.concatenate([np.arange(count), *(rows_ for rows_, _, _ in entries)])
    others = np.concatenate([np.arange(count), *(columns_ for _, columns_, _ in entries)])
    values = np.concatenate([weights, *(np.full(r.size, -w) for r, _, w in entries)])
    solved = _solved(places, others, values, known)
    filled = planes.copy()
    filled[:, rows, columns] = solved.T
    return filled


def _solved(
    rows: NDArray[np.int64],
    columns: NDArray[np.int64],
    values: NDArray[np.float64],
    known: NDArray[np.float64],
) -> NDArray[np.float64]:
    """(n, C) solution of the system with these entries; symmetric, its diagonal dominates."""
    from scipy.linalg import solveh_banded  # takes a second to import
    from scipy.sparse import csc_matrix
    from scipy.sparse.linalg import splu

    width = int((rows - columns).max())
    if width <= _WIDEST_BAND:
        band = np.zeros((width + 1, len(known)))
        lower = rows >= columns
        band[(rows - columns)[lower], columns[lower]] = values[lower]
        return solveh_banded(band, known, lower=True, overwrite_ab=True, check_finite=False)
    system = csc_matrix((values, (rows, columns)), shape=(len(known), len(known)))
    # No pivots are needed, and an order that keeps the symmetry halves the time.
    return splu(
        system, permc_spec="MMD_AT_PLUS_A", diag_pivot_thresh=0.0, options={"SymmetricMode": True}
    ).solve(known)


def _without(case: Case, pixels: NDArray[np.int64], percent: int) -> Inputs:
    """(1, ...) the input with these pixels imputed."""
    recipe = case.request.model.manifest.recipe
    tensor = case.request.tensor[0].astype(np.float64)
    planes = tensor if recipe.layout == "nchw" else np.moveaxis(tensor, 2, 0)
    removed = np.zeros(case.size_hw, bool)
    removed.ravel()[pixels] = True
    filled = imputed(planes, removed)
    factor, _, deviation = (np.atleast_1d(number) for number in recipe.numbers())
    random = np.random.default_rng((case.request.seed, percent, 13))
    noise = NOISE * random.standard_normal(int(removed.sum()))
    scale = np.broadcast_to(factor / deviation, (len(planes),))
    filled[:, removed] += scale[:, None] * noise[None, :]
    arranged = filled if recipe.layout == "nchw" else np.moveaxis(filled, 0, 2)
    return np.ascontiguousarray(arranged[None], np.float32)
