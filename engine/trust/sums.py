r"""What can be read off the map itself: completeness of its sum, sparseness, complexity.

- Completeness: :math:`|\sum R - (f(x) - f(x'))| / |f(x) - f(x')|` where a method promises a sum
  (Sundararajan et al. 2017, Axiom 2); measured while the map is made.
- Sparseness: the Gini index of :math:`|R|` (Chalasani et al., ICML 2020): 0 for an even map,
  1 - 1/n for a single pixel.
- Complexity: the entropy of :math:`|R| / \sum |R|` (Bhatt et al., IJCAI 2020), in nats: ln n for an
  even map, 0 for a single pixel.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from engine.language import said
from engine.progress import Step
from engine.trust.case import Case
from engine.trust.effort import Effort
from engine.trust.figure import Figure, Light

TOLERANCE, LIMIT = 0.05, 0.25  # of completeness: IG's paper asks for 5 %
NAME = said("Sums of the map")
_NO_CONTROL = ""


def run(case: Case, effort: Effort) -> Iterator[Step]:
    """No run of the model; the last step's result is a tuple of `Figure`s."""
    del effort
    values = case.explanation.map.astype(np.float64)
    figures = (_completeness(case), _sparseness(values), _complexity(values))
    yield Step(1.0, NAME, result=figures)


def gini(values: NDArray[np.float64]) -> float | None:
    """Gini index of the magnitudes, 0 (even) to 1 - 1/n (one of n); None for a map of zeros."""
    sizes = np.sort(np.abs(values).ravel())
    total = sizes.sum()
    if total == 0.0:
        return None
    count = sizes.size
    places = np.arange(1, count + 1)
    return float(1.0 - 2.0 * np.sum(sizes / total * (count - places + 0.5)) / count)


def entropy(values: NDArray[np.float64]) -> float | None:
    """Entropy of the magnitudes' shares in nats, 0 to ln n; None for a map of zeros."""
    sizes = np.abs(values).ravel()
    total = sizes.sum()
    if total == 0.0:
        return None
    shares = sizes[sizes > 0.0] / total
    return float(-np.sum(shares * np.log(shares)))


def _completeness(case: Case) -> Figure:
    gap = case.explanation.completeness_error
    if gap is None:
        light, sentence = Light.NONE, said("This method does not promise that its map adds up.")
    elif gap <= TOLERANCE:
        light, sentence = Light.GOOD, said("The map adds up to the score, within 5 %.")
    elif gap <= LIMIT:
        light, sentence = Light.DOUBTFUL, said("The map does not quite add up to the score.")
    else:
        light, sentence = (
            Light.BAD,
            said("The map does not add up to the score: ask for more steps."),
        )
    return Figure(
        "completeness", said("Completeness gap"), gap, None, _NO_CONTROL, False, light, sentence
    )


def _sparseness(values: NDArray[np.float64]) -> Figure:
    found = gini(values)
    sentence = said("How far the map gathers in few places; 0 is an even map, 1 a single point.")
    return Figure(
        "sparseness",
        said("Sparseness"),
        found,
        0.0,
        said("an even map"),
        None,
        Light.NONE,
        sentence,
    )


def _complexity(values: NDArray[np.float64]) -> Figure:
    found = entropy(values)
    even = float(np.log(values.size))
    sentence = said("In nats: over how many places the map is spread; an even map has the most.")
    return Figure(
        "complexity",
        said("Complexity"),
        found,
        even,
        said("an even map"),
        None,
        Light.NONE,
        sentence,
    )
