"""How much work is put into judging one explanation: a quick look, or figures to publish.

A quick look takes about as long as sixty runs of the network. What rests on few random draws then
carries its standard error among the details of its figure.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """How often the model is asked.

    Attributes:
        steps: removals per deletion or insertion curve.
        draws: shuffled maps that serve as controls.
        subsets: random sets of cells, for sensitivity-n and infidelity.
        cells: cells along the longer side of the input that such sets are made of.
        perturbations: noisy inputs, for stability.
        cuts: depths at which weights are shuffled, for the randomisation test.
        percentages: shares of pixels, in percent, that ROAD removes.
        thresholds: shares of the map's peak, in percent, below which the mask variant hides.
    """

    steps: int
    draws: int
    subsets: int
    cells: int
    perturbations: int
    cuts: int
    percentages: tuple[int, ...]
    thresholds: tuple[int, ...]


QUICK = Effort(
    steps=4, draws=2, subsets=12, cells=8, perturbations=2, cuts=1, percentages=(10,),
    thresholds=(50,),
)  # fmt: skip
FULL = Effort(
    steps=50, draws=10, subsets=200, cells=9, perturbations=10, cuts=5,
    percentages=(10, 20, 30, 40, 50, 60, 70, 80, 90),
    thresholds=(50, 55, 60, 65, 70, 75, 80, 85, 90, 95),
)  # fmt: skip
