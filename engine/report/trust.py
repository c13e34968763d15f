"""What tests of the map found, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.language import joined, said
from engine.report import wording
from engine.report.content import Trust, TrustRow
from engine.trust.figure import Figure, Light

if TYPE_CHECKING:  # brings ONNX Runtime
    from engine.trust.panel import Panel

_LIGHTS = {
    Light.GOOD: said("speaks for the map"),
    Light.DOUBTFUL: said("doubtful"),
    Light.BAD: said("speaks against it"),
    Light.NONE: said("not measured"),
}


def trust_of(panel: Panel | None, *, has_map: bool) -> Trust:
    """The verdict and its tests; that there were none is a verdict too.

    Args:
        panel: what tests of the first explanation found; None: nobody has tested it.
        has_map: whether there is an explanation at all.
    """
    if not has_map:
        return Trust(wording.NO_MAP)
    if panel is None:
        return Trust(wording.NOT_TESTED)
    rows = tuple(_row(figure) for figure in panel.figures)
    return Trust(panel.sentence, _summary(panel), rows)


def _summary(panel: Panel) -> str:
    """The names of the tests by their outcome."""
    told = []
    for light, words in _LIGHTS.items():
        names = [figure.name for figure in panel.figures if figure.light is light]
        if names:
            told.append(said("{light}: {names}", light=words, names=joined(" · ", names)))
    return joined("; ", told)


def _row(figure: Figure) -> TrustRow:
    return TrustRow(figure.name, _LIGHTS[figure.light], figure.sentence)
