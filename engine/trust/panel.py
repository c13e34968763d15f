"""All experiments on one explanation, one after the other: what the trust panel shows.

A new experiment is a module with a `run` and one row here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from engine.language import joined, said
from engine.progress import Step
from engine.trust import confidence, curves, randomisation, road, stability, subsets, sums
from engine.trust.case import Case
from engine.trust.effort import Effort
from engine.trust.figure import Figure, Light


@dataclass(frozen=True)
class Probe:
    """One experiment.

    Attributes:
        name: for people.
        run: yields steps; the last one's result is a tuple of `Figure`s.
        share: of the whole panel's time, roughly, for the progress bar.
    """

    name: str
    run: Callable[[Case, Effort], Iterator[Step]]
    share: float


PROBES: tuple[Probe, ...] = (
    Probe(sums.NAME, sums.run, 1),
    Probe(randomisation.WEIGHTS_NAME, randomisation.run_weights, 8),
    Probe(randomisation.CLASS_NAME, randomisation.run_class, 2),
    Probe(curves.NAME, curves.run, 36),
    Probe(subsets.NAME, subsets.run, 13),
    Probe(confidence.NAME, confidence.run, 12),
    Probe(road.NAME, road.run, 8),
    Probe(stability.NAME, stability.run, 4),
)


@dataclass(frozen=True)
class Panel:
    """What was found about one explanation.

    Attributes:
        figures: where the map lies, if that is known; then in the order of `PROBES`.
        runs: inputs that the model was asked about, without those of methods asked again.
    """

    figures: tuple[Figure, ...]
    runs: int

    @property
    def light(self) -> Light:
        """The summary: bad where the map fails against chance or survives shuffled weights."""
        tests = [figure for figure in self.figures if figure.metric not in PLACES]
        lights = [figure.light for figure in tests]
        bad = lights.count(Light.BAD)
        if any(f.light is Light.BAD and f.metric in _DECISIVE for f in tests) or bad >= 3:
            return Light.BAD
        if bad or lights.count(Light.DOUBTFUL) >= 2:
            return Light.DOUBTFUL
        return Light.GOOD if Light.GOOD in lights else Light.NONE

    @property
    def sentence(self) -> str:
        """What the summary means; where it gathers is told, true or not."""
        is_elsewhere = any(f.light is Light.BAD and f.metric in PLACES for f in self.figures)
        return joined(" ", [_SUMMARIES[self.light], *([ELSEWHERE] if is_elsewhere else [])])

    def as_json(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "light": str(self.light),
            "sentence": self.sentence,
            "runs": self.runs,
            "figures": [figure.as_json() for figure in self.figures],
        }


# Where a map lies says nothing of whether it is true to the model.
PLACES = ("relevance-mass", "location-auc", "outside-lungs")
ELSEWHERE = said(
    "It does not gather where it should: the model may follow something else than the finding."
)
_DECISIVE = ("weight-randomisation", "random-logit", "deletion")
_SUMMARIES = {
    Light.GOOD: said("The map passed the tests that could be made on this image."),
    Light.DOUBTFUL: said("Read the map with doubt: some tests failed, see below."),
    Light.BAD: said("Do not rely on this map: it fails tests that a true explanation passes."),
    Light.NONE: said("No test could be made on this map."),
}


def judge(case: Case, effort: Effort, probes: tuple[Probe, ...] = PROBES) -> Iterator[Step]:
    """Runs the experiments; partial results are panels of what is known, the last one is whole."""
    total = sum(probe.share for probe in probes)
    figures: tuple[Figure, ...] = ()
    done = 0.0
    yield from case.scorer.warm_up()
    for probe in probes:
        for step in probe.run(case, effort):
            fraction = (done + probe.share * step.fraction) / total
            if step.result is not None:
                figures = (*figures, *step.result)
                yield Step(fraction, probe.name, partial=Panel(figures, case.scorer.runs))
            else:
                yield Step(fraction, step.note)
        done += probe.share
    yield Step(1.0, result=Panel(figures, case.scorer.runs))
