"""One run, from folders to a bundle."""

import time
from typing import Any

from training.config import TrainingConfig
from training.events import Events
from training.run.finish import finish
from training.run.fit import fit
from training.run.prepare import Folders, begun, prepare, write_split

_READ, _FITTED = 0.1, 0.85  # shares of the whole work
SPLIT, STATE = "split.csv", "state"


def train(
    folders: Folders,
    config: TrainingConfig,
    arguments: list[str],
    events: Events,
) -> dict[str, Any]:
    """Trains, calibrates, proves, measures and writes one model; goes on after a kill.

    Args:
        folders: where it reads and writes.
        config: the run.
        arguments: of the command line, for the card.
        events: told of everything.

    Returns:
        Facts for the last event.

    Raises:
        RequestError: unusable data or configuration.
        ModelError: the exported model is not the trained one.
        OutputError: the disk refused.
    """
    started = time.monotonic()
    run = folders.run
    with begun(folders, config, events):
        prepared = prepare(folders, config, events.part(0.0, _READ))
        write_split(prepared.samples, run / SPLIT)
        fitted = fit(
            prepared.task, prepared.parts, config, run / STATE, events.part(_READ, _FITTED)
        )
        done = finish(prepared, fitted, config, folders, arguments, events.part(_FITTED, 1.0))
        return done.facts | {"run": str(run), "seconds": round(time.monotonic() - started, 1)}
