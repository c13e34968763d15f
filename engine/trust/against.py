"""A figure beside chance: the same map with its values dealt out at random, measured alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine.language import joined, said
from engine.trust.figure import Figure, Light

CHANCE = said("the same map, shuffled")
# Figures that differ by less are the same: rounding must not beat chance.
NEGLIGIBLE = 1e-3


@dataclass(frozen=True)
class AgainstChance:
    """What is tested against chance.

    Attributes:
        metric: id.
        name: for people.
        higher_is_better: the direction.
        meaning: what a map does that beats chance, a clause without a full stop.
        is_always_telling: whether a figure that equals chance speaks against the map; else it only
            shows that the score does not react to what the test does.
    """

    metric: str
    name: str
    higher_is_better: bool
    meaning: str
    is_always_telling: bool = False

    def figure(
        self, value: float | None, chance: Sequence[float | None], details: Mapping[str, Any]
    ) -> Figure:
        """The figure, its light by whether every shuffled map was beaten.

        Args:
            value: of the map; None where it is not defined.
            chance: of the shuffled maps.
            details: behind it.
        """
        defined = [float(entry) for entry in chance if entry is not None]
        light, sentence = self._judged(value, defined)
        return Figure(
            metric=self.metric,
            name=self.name,
            value=value,
            control=float(np.mean(defined)) if defined else None,
            control_name=CHANCE,
            higher_is_better=self.higher_is_better,
            light=light,
            sentence=sentence,
            details=dict(details) | {"chance": defined},
        )

    def _judged(self, value: float | None, chance: Sequence[float]) -> tuple[Light, str]:
        if value is None or not chance:
            return Light.NONE, said("Not defined for this map.")
        if not self.is_always_telling and np.ptp([value, *chance]) <= NEGLIGIBLE:
            return Light.NONE, said("The score hardly reacts to this test, so it tells nothing.")
        sign = 1.0 if self.higher_is_better else -1.0
        beaten = sum(sign * (value - entry) > NEGLIGIBLE for entry in chance)
        if beaten == len(chance):
            better = said("{meaning} than a shuffled map does.", meaning=self.meaning)
            # Of two shuffled maps any map beats both in one of three cases: the reader must know.
            all_of_them = said("All {count} shuffled maps were beaten.", count=len(chance))
            return Light.GOOD, joined(" ", [better, all_of_them])
        if sign * (value - float(np.mean(chance))) > NEGLIGIBLE:
            return Light.DOUBTFUL, said(
                "Hardly better than random: {beaten} of {count} shuffled maps were beaten.",
                beaten=beaten,
                count=len(chance),
            )
        return Light.BAD, said("Not better than random.")
