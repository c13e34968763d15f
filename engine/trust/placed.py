"""Where a map lies, as figures of the panel, where masks are known: finding and organ."""

from collections.abc import Mapping

from engine.language import said
from engine.trust.figure import Figure, Light
from engine.trust.survey import Thresholds

EVEN = said("an even map")
# Of what an even map has: from where on a map lies inside, or outside, on purpose.
_MUCH_LESS = 0.5


def placed_figures(
    located: Mapping[str, float | None], limits: Thresholds | None = None
) -> tuple[Figure, ...]:
    """The figures that a reader needs of `engine.trust.survey.located_figures`.

    Args:
        located: figures of one map against the truth.
        limits: from where on a map looks right.

    Returns:
        Relevance mass and AUC where a finding is known, the share outside the organ where that is.
    """
    limits = Thresholds() if limits is None else limits
    figures = []
    if located.get("finding_area") is not None:
        figures += [_mass(located, limits), _auc(located)]
    if located.get("area_outside_organ") is not None:
        figures.append(_outside(located))
    return tuple(figures)


def _mass(located: Mapping[str, float | None], limits: Thresholds) -> Figure:
    name = said("Share of the map in the finding")
    value, area = located["relevance_mass"], located["finding_area"]
    if value is None:
        light, sentence = Light.BAD, said("The map has no positive part.")
    elif value >= limits.mass_over_area * area:
        light, sentence = Light.GOOD, said("The map gathers in the finding.")
    elif value > area:
        light, sentence = Light.DOUBTFUL, said("The map hardly prefers the finding.")
    elif value > _MUCH_LESS * area:
        light, sentence = Light.BAD, said("The map does not prefer the finding.")
    else:
        light, sentence = Light.BAD, said("The map lies elsewhere than the finding.")
    return Figure("relevance-mass", name, value, area, EVEN, True, light, sentence)


def _auc(located: Mapping[str, float | None]) -> Figure:
    name = said("Order of the pixels (AUC)")
    value = located["auc"]
    if value is None:
        light, sentence = Light.NONE, said("The finding fills what the network saw.")
    elif value > 0.7:
        light, sentence = Light.GOOD, said("Pixels of the finding rank above the others.")
    elif value > 0.5:
        light = Light.DOUBTFUL
        sentence = said("Pixels of the finding rank little above the others.")
    else:
        light, sentence = Light.BAD, said("Not better than random.")
    return Figure("location-auc", name, value, 0.5, said("chance"), True, light, sentence)


def _outside(located: Mapping[str, float | None]) -> Figure:
    name = said("Share of the map outside the lungs")
    value, area = located["mass_outside_organ"], located["area_outside_organ"]
    if value is None:
        light, sentence = Light.NONE, said("The map has no positive part.")
    elif value <= _MUCH_LESS * area:
        light, sentence = Light.GOOD, said("The map lies in the lungs.")
    elif value < area:
        light, sentence = Light.DOUBTFUL, said("Much of the map lies outside the lungs.")
    elif 1.0 - value > _MUCH_LESS * (1.0 - area):
        light = Light.BAD
        sentence = said("The map does not prefer the lungs: the model may follow something else.")
    else:
        light = Light.BAD
        sentence = said("The map avoids the lungs: the model may follow something else.")
    return Figure("outside-lungs", name, value, area, EVEN, False, light, sentence)
