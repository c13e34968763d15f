"""Rule tables that replace true gradients by variants that some explanation methods use.

An override is a table over the gradient rules: for some operators it has a rule of its own, for all
others the true one holds. Before anything is built it looks at the operators on the way from the
score, and refuses networks for which it is not defined. Adding one means adding one line here.
"""

from collections.abc import Mapping

from engine.autodiff.overrides.deep_lift import DEEP_LIFT
from engine.autodiff.overrides.override import Applied, Override, Path
from engine.autodiff.overrides.rectifiers import DECONVNET, GUIDED_BACKPROP
from engine.errors import RequestError
from engine.language import said

__all__ = (
    "DECONVNET",
    "DEEP_LIFT",
    "GUIDED_BACKPROP",
    "OVERRIDES",
    "Applied",
    "Override",
    "Path",
    "find_override",
)

OVERRIDES: Mapping[str, Override] = {
    "guided-backprop": GUIDED_BACKPROP,
    "deconvnet": DECONVNET,
    "deep-lift": DEEP_LIFT,
}


def find_override(wanted: str) -> Override:
    """The override with that id. Raises RequestError listing the known ones."""
    if wanted not in OVERRIDES:
        raise RequestError(
            said("no override has the id {wanted!r}", wanted=wanted),
            hint=said("Known: {known}.", known=", ".join(OVERRIDES)),
        )
    return OVERRIDES[wanted]
