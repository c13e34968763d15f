"""The same run with several seeds: how much chance matters, and the best of them by validation.

The split stays that of the configured seed; weights, order and augmentation differ. The best run
is chosen by validation figures in a stated order, then calibrated, exported and measured on the
test set, once.
"""

import math
from collections.abc import Sequence
from typing import Any

from engine.bundle.store import dump_json
from engine.errors import RequestError
from engine.files import atomic_write
from training.config import TrainingConfig, with_seed
from training.events import Events
from training.run.crossvalidate import spread_of, tell_spread
from training.run.finish import finish
from training.run.fit import Fitted, fit
from training.run.prepare import Folders, begun, prepare, write_split

RESULT = "runs.json"
PREFERENCES = ("auc", "recall", "precision", "f1", "loss")
_FITTED = 0.85


def repeat(
    folders: Folders,
    config: TrainingConfig,
    arguments: list[str],
    events: Events,
) -> dict[str, Any]:
    """Trains with every seed, keeps the best, and makes the bundle of it.

    Raises:
        RequestError: an unknown figure among the preferences.
    """
    _demand_known(config.repeat.prefer)
    run = folders.run
    with begun(folders, config, events):
        prepared = prepare(folders, config, events.part(0.0, 0.05))
        write_split(prepared.samples, run / "split.csv")
        seeds = [config.schedule.seed + number for number in range(config.repeat.runs)]
        fits: list[Fitted] = []
        for number, seed in enumerate(seeds):
            width = (_FITTED - 0.05) / len(seeds)
            part = events.part(0.05 + number * width, 0.05 + (number + 1) * width)
            own = with_seed(config, seed)
            folder = run / f"seed-{seed}"
            fits.append(fit(prepared.task, prepared.parts, own, folder, part, run=f"seed {seed}"))
        rows = [_row(seed, fitted) for seed, fitted in zip(seeds, fits, strict=True)]
        best = max(
            range(len(rows)), key=lambda index: preference(rows[index], config.repeat.prefer)
        )
        chosen = with_seed(config, seeds[best])
        done = finish(prepared, fits[best], chosen, folders, arguments, events.part(_FITTED, 1.0))
        summary = {
            "runs": rows,
            "over_runs": spread_of(rows),
            "prefer": list(config.repeat.prefer),
            "best_seed": seeds[best],
        }
        tell_spread(summary["over_runs"], f"validation, mean of {len(seeds)} seeds", events)
        atomic_write(run / RESULT, dump_json(summary))
        return done.facts | summary | {"run": str(run)}


def preference(row: dict[str, Any], prefer: Sequence[str]) -> tuple[float, ...]:
    """Larger for better, the first figure deciding; an undefined one is worst."""
    key = []
    for name in prefer:
        value = row[name]
        worst = value is None or not math.isfinite(value)
        key.append(-math.inf if worst else -value if name == "loss" else value)
    return tuple(key)


def _row(seed: int, fitted: Fitted) -> dict[str, Any]:
    best = fitted.epochs[fitted.best - 1]
    facts = {"seed": seed, "epochs": len(fitted.epochs), "best_epoch": fitted.best}
    return facts | {"loss": best.val_loss} | best.figures


def _demand_known(prefer: Sequence[str]) -> None:
    unknown = [name for name in prefer if name not in PREFERENCES]
    if unknown or not prefer:
        raise RequestError(
            f"runs cannot be compared by {', '.join(unknown) or 'nothing'}",
            hint=f"prefer in [repeat] takes: {', '.join(PREFERENCES)}.",
        )
