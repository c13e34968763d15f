"""Searching for a configuration with Optuna; several processes and machines can share one study.

Every trial is a fit measured on validation; the test set is never looked at. The study lies in a
journal file, which may be on a shared folder, or in a database. What a killed process left is
taken up again: its trial is queued once more, and its fit goes on from the last epoch.
"""

import csv
import hashlib
import io
import json
import os
import shutil
import socket
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import optuna
from optuna.trial import TrialState

from engine.bundle.store import dump_json
from engine.errors import RequestError, WhyRayError
from engine.files import atomic_write
from training.config import TrainingConfig, config_from, to_plain, with_seed
from training.events import Events
from training.run.fit import fit
from training.run.prepare import Folders, Prepared, begun, prepare

STUDY, BEST, TRIALS = "study.journal", "best.json", "trials.csv"
_NAME, _FOLDER = "search", "folder"
_READ = 0.05
# What a trial may vary: the images are indexed, divided and read once for all trials.
_VARIED = ("network", "schedule", "imbalance", "augmentation")
_FIXED = ("schedule.seed",)  # it divides the images; repeats count on from it
_HINT = (
    'Give [search.ranges] entries such as "network.dropout" = [0.0, 0.2, 0.4] or '
    '"schedule.learning_rate" = {low = 1e-5, high = 1e-3, log = true}.'
)


def search(
    folders: Folders, config: TrainingConfig, storage: str, events: Events
) -> dict[str, Any]:
    """Runs trials until the study has as many complete ones as asked for.

    Args:
        folders: data and the run's folder.
        config: what every trial starts from; ``[search]`` tells the rest.
        storage: URL of a database, path of a journal file, or empty for one in the run's folder.
        events: told of every trial.

    Returns:
        Facts for the last event: best value, its options, number of trials.

    Raises:
        RequestError: impossible ranges, or no trial succeeded.
    """
    ranges = read_ranges(config)
    with begun(folders, config, events):
        prepared = prepare(folders, config, events.part(0.0, _READ))
        optuna.logging.set_verbosity(optuna.logging.WARNING)
        study = open_study(storage or str(folders.run / STUDY), config, ranges)
        take_up(study)
        work = _Search(prepared, config, ranges, folders.run, events, _share_done(study, config))
        while _complete(study) < config.search.trials:
            study.optimize(work.objective, n_trials=1, catch=(WhyRayError,))
            work.tell(study)
            if _is_exhausted(study, config):
                break
        return _result(study, config, folders.run)


def read_ranges(config: TrainingConfig) -> dict[str, Any]:
    """The options that are varied, checked by building a configuration with the first of each.

    Raises:
        RequestError: no ranges, an unknown option, one that cannot be varied, or a value that does
            not fit.
    """
    ranges = dict(config.search.ranges)
    if not ranges:
        raise RequestError("nothing is to be varied", hint=_HINT)
    for name, wanted in ranges.items():
        is_span = isinstance(wanted, Mapping) and {"low", "high"} <= set(wanted)
        if not is_span and not (isinstance(wanted, list | tuple) and wanted):
            raise RequestError(f"[search.ranges] {name} is {wanted!r}", hint=_HINT)
        if is_span and config.search.sampler == "grid":
            raise RequestError(f"a grid needs a list of values for {name}", hint=_HINT)
        for value in (wanted["low"], wanted["high"]) if is_span else wanted:
            configured(config, {name: value})
        if name.partition(".")[0] not in _VARIED or name in _FIXED:
            raise RequestError(
                f"{name} cannot be varied: all trials share the same images and their division",
                hint=f"Ranges are for [{'], ['.join(_VARIED)}], {', '.join(_FIXED)} excepted. "
                "Start one search for each value of the others.",
            )
    return ranges


def configured(config: TrainingConfig, chosen: Mapping[str, Any]) -> TrainingConfig:
    """The configuration with options replaced, named ``section.option``. Raises RequestError."""
    plain = to_plain(config)
    for name, value in chosen.items():
        section, _, key = name.partition(".")
        if not key or not isinstance(plain.get(section), dict):
            raise RequestError(f"no option is called {name!r}", hint=_HINT)
        plain[section][key] = value
    return config_from(plain)


def open_study(storage: str, config: TrainingConfig, ranges: Mapping[str, Any]) -> optuna.Study:
    """The study in a journal file or a database, made if it is not there."""
    samplers = {
        "tpe": lambda: optuna.samplers.TPESampler(),
        "random": lambda: optuna.samplers.RandomSampler(),
        "grid": lambda: optuna.samplers.GridSampler(dict(ranges), seed=config.schedule.seed),
    }
    kept: Any = storage
    if "://" not in storage:
        backend = optuna.storages.journal.JournalFileBackend(storage)
        kept = optuna.storages.JournalStorage(backend)
    return optuna.create_study(
        storage=kept,
        study_name=_NAME,
        sampler=samplers[config.search.sampler](),
        direction="maximize",
        load_if_exists=True,
    )


def take_up(study: optuna.Study) -> list[int]:
    """Queues the trials again that dead processes of this machine left; their numbers."""
    left = [
        trial
        for trial in study.get_trials(states=(TrialState.RUNNING,))
        if trial.user_attrs.get("host") == socket.gethostname()
        and not _is_alive(trial.user_attrs.get("process", 0))
    ]
    taken = []
    for trial in left:
        try:
            study.tell(trial.number, state=TrialState.FAIL)
        except (ValueError, optuna.exceptions.UpdateFinishedTrialError):
            continue  # another process, begun at the same moment, has taken it up
        begun = {name: value for name, value in trial.user_attrs.items() if name == _FOLDER}
        study.enqueue_trial(trial.params, user_attrs=begun)
        taken.append(trial.number)
    return taken


class _Search:
    """What all trials of one process share."""

    def __init__(
        self,
        prepared: Prepared,
        config: TrainingConfig,
        ranges: Mapping[str, Any],
        run: Path,
        events: Events,
        share: float,
    ) -> None:
        self._prepared, self._config, self._ranges = prepared, config, ranges
        self._run, self._events = run, events
        self._share = share  # of the whole work, done before the present trial
        self._latest = -1  # number of this process's own latest trial

    def objective(self, trial: optuna.Trial) -> float:
        """The objective on validation at the epoch whose weights are kept, the mean over repeats.

        That is the network that training with these options gives; the best of all epochs would
        reward those that leap.
        """
        self._latest = trial.number
        trial.set_user_attr("host", socket.gethostname())
        trial.set_user_attr("process", os.getpid())
        chosen = {name: _suggest(trial, name, wanted) for name, wanted in self._ranges.items()}
        config = configured(self._config, chosen)
        folder = self._folder_of(trial, chosen)
        values = []
        width = (1.0 - _READ) / config.search.trials / config.search.repeats
        for number in range(config.search.repeats):
            start = min(1.0 - width, self._share + number * width)
            own = with_seed(config, config.schedule.seed + number)
            fitted = fit(
                self._prepared.task,
                self._prepared.parts,
                own,
                folder / f"seed-{own.schedule.seed}",
                self._events.part(start, start + width),
                run=f"trial {trial.number}",
            )
            value = fitted.epochs[fitted.best - 1].figures[config.search.objective]
            if value is None:
                raise RequestError(
                    f"{config.search.objective} is not defined on the validation set",
                    hint="Every class needs images with and without it there.",
                )
            values.append(value)
        shutil.rmtree(folder, ignore_errors=True)
        return float(np.mean(values))

    def _folder_of(self, trial: optuna.Trial, chosen: Mapping[str, Any]) -> Path:
        """Of the trial alone, though another process may try the same options just now.

        A trial that goes on after a kill has the folder of the one that was killed.
        """
        own = f"trial-{trial.number}-{_digest(chosen)}"
        name = trial.user_attrs.get(_FOLDER, own)
        trial.set_user_attr(_FOLDER, name)
        return self._run / name

    def tell(self, study: optuna.Study) -> None:
        """Reports the own latest trial and rewrites table and best configuration."""
        done = _complete(study)
        self._share = _share_done(study, self._config)
        last = study.get_trials(deepcopy=False)[self._latest]
        if last.state == TrialState.COMPLETE:
            self._events.metric(
                self._config.search.objective, last.value, on="validation",
                trial=last.number, options=last.params,
            )  # fmt: skip
        elif last.state == TrialState.FAIL:
            self._events.warning(f"trial {last.number} failed: {last.params}")
        self._events.progress(self._share, f"{done} of {self._config.search.trials} trials")
        write_trials(study, self._run / TRIALS)


def write_trials(study: optuna.Study, file: Path) -> None:
    """A table of all trials: number, state, value, options."""
    trials = study.get_trials(deepcopy=False)
    names = sorted({name for trial in trials for name in trial.params})
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["trial", "state", "value", "host", *names])
    for trial in trials:
        value = "" if trial.value is None else trial.value
        own = [trial.params.get(name, "") for name in names]
        host = trial.user_attrs.get("host", "")
        table.writerow([trial.number, trial.state.name.lower(), value, host, *own])
    atomic_write(file, text.getvalue().encode("utf-8"))


def _share_done(study: optuna.Study, config: TrainingConfig) -> float:
    return _READ + (1.0 - _READ) * min(1.0, _complete(study) / config.search.trials)


def _result(study: optuna.Study, config: TrainingConfig, run: Path) -> dict[str, Any]:
    if not _complete(study):
        raise RequestError(
            "no trial succeeded",
            hint=f"The reasons are among the warnings and in {TRIALS}. Narrow the ranges.",
        )
    write_trials(study, run / TRIALS)
    best = configured(config, study.best_params)
    atomic_write(run / BEST, dump_json(to_plain(best)))
    return {
        "objective": config.search.objective,
        "best": study.best_value,
        "options": study.best_params,
        "trials": _complete(study),
        "configuration": str(run / BEST),
        "run": str(run),
    }


def _suggest(trial: optuna.Trial, name: str, wanted: Any) -> Any:
    if not isinstance(wanted, Mapping):
        return trial.suggest_categorical(name, list(wanted))
    low, high, is_log = wanted["low"], wanted["high"], bool(wanted.get("log", False))
    if isinstance(low, int) and isinstance(high, int):
        return trial.suggest_int(name, low, high, log=is_log)
    return trial.suggest_float(name, low, high, log=is_log)


def _complete(study: optuna.Study) -> int:
    return len(study.get_trials(deepcopy=False, states=(TrialState.COMPLETE,)))


def _is_exhausted(study: optuna.Study, config: TrainingConfig) -> bool:
    """Whether a grid is done, or nothing but failures come."""
    sampler = study.sampler
    if isinstance(sampler, optuna.samplers.GridSampler) and sampler.is_exhausted(study):
        return True
    failed = study.get_trials(deepcopy=False, states=(TrialState.FAIL,))
    return len(failed) >= 3 * config.search.trials and not _complete(study)


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (OSError, OverflowError):
        return False
    return process > 0


def _digest(chosen: Mapping[str, Any]) -> str:
    text = json.dumps(chosen, sort_keys=True)
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]
