"""A retraining on the disk, and what can be seen of it at any moment: `RunView`.

One folder per run under ``retraining/runs`` of the user's folder::

    plan.json       what was asked for, see `desktop.retraining.plan`
    control         one word of the window to the trainer: run, pause or cancel
    lock            held by the trainer as long as it lives
    process.json    its process id and when that process began
    events.jsonl    what it says, see `training.events`; trainer.log: everything else it writes
    base/           a copy of the bundle that it starts from
    work/           its state, logs and summary page
    test.csv        images of the site's test set on which two models may be compared
    bundle/         the new model, when it is done
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.retraining.plan import Plan

QUEUED, RUNNING, PAUSED = "queued", "running", "paused"
INTERRUPTED, FAILED, CANCELLED = "interrupted", "failed", "cancelled"
FINISHED = "finished"
STATES = (QUEUED, RUNNING, PAUSED, INTERRUPTED, FAILED, CANCELLED, FINISHED)
# What a trainer is busy with, in their order; the window has words for each.
STAGES = ("starting", "reading", "fitting", "calibrating", "exporting", "measuring", "writing")


@dataclass(frozen=True)
class Notice:
    """Something that people must know: a code with its figures, which the window words itself.

    Attributes:
        code: stable, such as ``W_FEW_IMAGES`` or ``E_EMPTY_CLASS``.
        facts: its figures and names.
        message: the trainer's own English sentence, for codes that the window does not know.
        hint: what to do, in English.
    """

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class EpochView:
    """One epoch.

    Attributes:
        number: counted from 1.
        loss: of training.
        val_loss: of validation.
        auc: of validation, mean over classes; None where undefined.
        recall: sensitivity on validation at 0.5, likewise.
        figures: all figures of validation by name, these two among them.
        learning_rate: used in it.
        seconds: it took.
    """

    number: int
    loss: float
    val_loss: float | None = None
    auc: float | None = None
    recall: float | None = None
    figures: Mapping[str, float | None] = field(default_factory=dict)
    learning_rate: float | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class RunView:
    """A run as it is now; a new one is made whenever something has changed.

    Attributes:
        id: name of its folder; sorts by time.
        name: of the new model, for people.
        state: one of `STATES`. Interrupted: it was begun, is not done, and no trainer lives.
        plan: what was asked for.
        folder: of the run.
        stage: one of `STAGES`, or empty.
        fraction: 0..1 of the whole work.
        note: what it is doing, the trainer's own English words.
        is_stopping: whether a pause or the end was asked for and has not come yet.
        epochs: those that are done, in order.
        epochs_planned: at most so many; 0: not known yet.
        best_epoch: number of the best one so far, 0: none.
        seconds_left: None: not known.
        warnings: what people must know.
        error: why it failed.
        log: the last lines, oldest first.
        bundle: folder of the new model, when it is finished.
        test_table: table of the images on which it may be compared with its base model.
        summary: page of the run, when it is finished.
        result: facts of the trainer's last event, when it is finished.
    """

    id: str
    name: str
    state: str
    plan: Plan
    folder: Path
    stage: str = ""
    fraction: float = 0.0
    note: str = ""
    is_stopping: bool = False
    epochs: tuple[EpochView, ...] = ()
    epochs_planned: int = 0
    best_epoch: int = 0
    seconds_left: float | None = None
    warnings: tuple[Notice, ...] = ()
    error: Notice | None = None
    log: tuple[str, ...] = ()
    bundle: Path | None = None
    test_table: Path | None = None
    summary: Path | None = None
    result: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_alive(self) -> bool:
        """Whether a trainer works for it, or is being started."""
        return self.state in (QUEUED, RUNNING, PAUSED)

    @property
    def may_go_on(self) -> bool:
        """Whether `Retraining.go_on` would do something."""
        return self.state in (PAUSED, INTERRUPTED, FAILED, CANCELLED)
