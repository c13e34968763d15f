"""How well each method's map found known lesions, beside a control: read, and told beside the map.

The figures are measured ahead, on synthetic films whose truth is drawn to the pixel, and come as
a file with the product; the interface labels the methods that did not beat the control.
"""

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from engine.language import said

CONTROL = "control-centre"
NOT_BETTER = said("not better than a centred spot on phantoms")
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Localisation:
    """What was measured of one method, a mean over films.

    Attributes:
        auc: 0..1, the map as a ranking of lesion pixels before others; 0.5 is chance.
        difference: of `auc` to the control's on the same films.
        standard_error: of `difference`.
        beats_control: whether `difference` exceeds two standard errors; None for controls.
    """

    auc: float
    difference: float
    standard_error: float
    beats_control: bool | None

    @property
    def label(self) -> str:
        """What must be told beside the method; empty when there is nothing to warn of."""
        return NOT_BETTER if self.beats_control is False else ""


def read_localisation(path: Path) -> Mapping[str, Localisation]:
    """The figures by method id.

    Empty when there is no file, and, with a note in the log, when it is damaged: they are told
    beside a map, and no map depends on them.
    """
    if not path.is_file():
        return {}
    try:
        methods = json.loads(path.read_text(encoding="utf-8"))["methods"]
        return {name: _read(facts) for name, facts in methods.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        _log.warning(
            said("the figures of localisation cannot be read: %s"), path.name, exc_info=True
        )
        return {}


def _read(facts: Mapping[str, object]) -> Localisation:
    return Localisation(**{name: facts[name] for name in Localisation.__dataclass_fields__})
