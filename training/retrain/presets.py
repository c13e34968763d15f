"""How long and how carefully: three words, and the options that they stand for.

Fine-tuning keeps the base still while the head finds its place, then lets all layers learn with
small steps, so that what the model knew is changed and not lost. From scratch everything learns at
once, and longer.
"""

from collections.abc import Mapping
from typing import Any

FINE_TUNE, FROM_SCRATCH = "fine-tune", "from scratch"
STARTS = (FINE_TUNE, FROM_SCRATCH)
QUICK, USUAL, THOROUGH = "quick", "usual", "thorough"

_OPTIONS = (
    "schedule.epochs", "schedule.patience", "schedule.learning_rate", "network.frozen_epochs",
    "network.finetune_learning_rate", "evaluation.rounds",
)  # fmt: skip
# preset, start -> a value for each of the options above
_ROWS: tuple[tuple[str, str, tuple[Any, ...]], ...] = (
    (QUICK,    FINE_TUNE,    (8,   4,  3e-4, 2, 1e-4, 500)),
    (USUAL,    FINE_TUNE,    (30,  8,  3e-4, 3, 1e-4, 1000)),
    (THOROUGH, FINE_TUNE,    (80,  20, 3e-4, 5, 5e-5, 2000)),
    (QUICK,    FROM_SCRATCH, (12,  5,  1e-3, 0, 1e-5, 500)),
    (USUAL,    FROM_SCRATCH, (60,  12, 1e-3, 0, 1e-5, 1000)),
    (THOROUGH, FROM_SCRATCH, (150, 30, 1e-3, 0, 1e-5, 2000)),
)  # fmt: skip
# preset -> start -> ``section.option`` -> value
PRESETS: Mapping[str, Mapping[str, Mapping[str, Any]]] = {
    preset: {
        start: dict(zip(_OPTIONS, values, strict=True))
        for name, start, values in _ROWS
        if name == preset
    }
    for preset in (QUICK, USUAL, THOROUGH)
}
