"""One image, several methods: maps, trust panels and, where the truth is known, hits and misses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from engine.explain.controls import CentreControl, RandomControl
from engine.explain.explanation import Explanation, Method, Request
from engine.explain.registry import find_method
from engine.progress import Step
from engine.trust.case import case_of
from engine.trust.effort import Effort
from engine.trust.panel import Panel, judge
from engine.trust.placed import placed_figures
from engine.trust.survey import Thresholds, Truth, located_figures, looks_right

# Pointed at the truth beside every method: whoever does not beat them found nothing.
LOCATION_CONTROLS: tuple[Method, ...] = (CentreControl(), RandomControl())


@dataclass(frozen=True)
class Assessment:
    """What was found of one method's map of one image.

    Attributes:
        method: id.
        layer: name of the asked layer, where several were; else "".
        explanation: the map.
        panel: None for controls, which are only pointed at the truth.
        located: figures against the truth; empty where it is not known.
        is_right_place: see `looks_right`.
    """

    method: str
    layer: str
    explanation: Explanation
    panel: Panel | None
    located: Mapping[str, float | None]
    is_right_place: bool | None

    def as_json(self) -> dict[str, Any]:
        """Plain values, without the map."""
        return {
            "name": f"{self.method} at {self.layer}" if self.layer else self.method,
            "explanation": self.explanation.facts(),
            "panel": None if self.panel is None else self.panel.as_json(),
            "located": dict(self.located),
            "is_right_place": self.is_right_place,
        }


def assess(
    request: Request,
    methods: Sequence[str],
    effort: Effort,
    image_hw: tuple[int, int],
    truth: Truth | None = None,
    *,
    layers: Sequence[str] = (),
) -> Iterator[Step]:
    """Assesses methods on one image; the last step's result is a tuple of `Assessment`s.

    Args:
        request: the question; its layer is used by methods that take one.
        methods: ids.
        effort: how much work.
        image_hw: (height, width) of the original image.
        truth: where the finding lies, if it is known; controls are then assessed beside.
        layers: methods that take a layer are asked at each of them, in place of the request's.
    """
    limits = Thresholds()
    asked = [one for name in methods for one in _questions(find_method(name), request, layers)]
    controls = [c for c in LOCATION_CONTROLS if truth is not None and c.id not in methods]
    asked += [(control, request, "") for control in controls]
    found: list[Assessment] = []
    for place, (method, question, layer) in enumerate(asked):
        explanation: Explanation | None = None
        for step in method.run(question):
            explanation = step.result if step.result is not None else explanation
            yield Step((place + 0.3 * step.fraction) / len(asked), method.name)
        panel: Panel | None = None
        if place < len(asked) - len(controls):
            for step in judge(case_of(method, question, explanation), effort):
                panel = step.result if step.result is not None else panel
                done = place + 0.3 + 0.7 * step.fraction
                yield Step(done / len(asked), step.note or method.name)
        located = {} if truth is None else located_figures(explanation, image_hw, truth)
        if panel is not None:
            panel = replace(panel, figures=(*panel.figures, *placed_figures(located)))
        is_right = looks_right(located, limits) if truth is not None else None
        found.append(Assessment(method.id, layer, explanation, panel, located, is_right))
    yield Step(1.0, result=tuple(found))


def _questions(
    method: Method, request: Request, layers: Sequence[str]
) -> list[tuple[Method, Request, str]]:
    """(method, request, name of the layer if there are several) for one method."""
    if not {"layer", "layer or input"} & method.needs:
        return [(method, replace(request, layer=None), "")]
    if not layers:
        return [(method, request, "")]
    return [(method, replace(request, layer=layer), layer) for layer in layers]
