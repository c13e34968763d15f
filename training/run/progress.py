"""What is known of a fit between two epochs: enough to go on after a kill, or to stop."""

import json
import math
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from engine.errors import RequestError
from engine.files import atomic_write
from training.config.sections import NetworkSection, ScheduleSection

_STATE = "state.json"


@dataclass(frozen=True)
class Epoch:
    """One epoch.

    Attributes:
        number: counted from 1.
        loss: mean training loss, with the side tasks and weight decay.
        val_loss: loss of the classification on the validation set.
        learning_rate: used in it.
        seconds: it took.
        figures: of the validation set, see `training.evaluate.watched_figures`.
    """

    number: int
    loss: float
    val_loss: float
    learning_rate: float
    seconds: float
    figures: dict[str, float | None]

    def worth(self, watch: str) -> float:
        """The watched figure, larger for better; minus infinity where it is undefined."""
        value = -self.val_loss if watch == "loss" else self.figures[watch]
        return -math.inf if value is None or not math.isfinite(value) else value


@dataclass
class Progress:
    """The epochs so far.

    Attributes:
        epochs: in order.
        best: number of the best one, 0 before the first.
    """

    epochs: list[Epoch] = field(default_factory=list)
    best: int = 0

    def add(self, epoch: Epoch, watch: str) -> bool:
        """Adds an epoch; whether it is the best so far (the first of equals is)."""
        self.epochs.append(epoch)
        is_best = not self.best or epoch.worth(watch) > self.epochs[self.best - 1].worth(watch)
        if is_best:
            self.best = epoch.number
        return is_best

    @property
    def stale(self) -> int:
        """Epochs since the best one."""
        return len(self.epochs) - self.best


def learning_rate(progress: Progress, schedule: ScheduleSection, network: NetworkSection) -> float:
    """The rate of the next epoch: a function of the epochs so far alone.

    ``plateau`` halves after each third of `patience` without progress; ``cosine`` falls to 0 over
    all epochs (Loshchilov, Hutter 2017, without restarts); ``step`` falls to a tenth after each
    third of the epochs. The epochs after a frozen base have a schedule of their own.
    """
    begun = network.frozen_epochs if len(progress.epochs) >= network.frozen_epochs > 0 else 0
    start = network.finetune_learning_rate if begun else schedule.learning_rate
    done = len(progress.epochs) - begun
    end = network.frozen_epochs if network.frozen_epochs and not begun else schedule.epochs - begun
    share = done / max(1, end)
    if schedule.decay == "cosine":
        return start * 0.5 * (1.0 + math.cos(math.pi * share))
    if schedule.decay == "step":
        return start * 0.1 ** math.floor(3.0 * share + 1e-9)
    if schedule.decay == "plateau":
        return start * 0.5 ** _plateaus(progress, begun, schedule)
    return start


def save_progress(progress: Progress, weights: Path, key: str, folder: Path) -> None:
    """Writes the state; the weights it names must be on disk already."""
    plain = {
        "key": key,
        "weights": weights.name,
        "best": progress.best,
        "epochs": [asdict(epoch) for epoch in progress.epochs],
    }
    atomic_write(folder / _STATE, json.dumps(plain, indent=1).encode("utf-8"))


def load_progress(key: str, folder: Path) -> tuple[Progress, Path] | None:
    """The epochs and the latest weights of a fit that was broken off; None where there is none.

    Raises:
        RequestError: the folder belongs to another configuration or other data.
    """
    file = folder / _STATE
    if not file.is_file():
        return None
    plain: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    if plain["key"] != key:
        raise RequestError(
            "a run of another configuration or of other data was begun here",
            hint="Give another folder with --run, or delete this one.",
            file=folder,
        )
    epochs = [Epoch(**entry) for entry in plain["epochs"]]
    return Progress(epochs, plain["best"]), folder / plain["weights"]


def _plateaus(progress: Progress, begun: int, schedule: ScheduleSection) -> int:
    """How often a third of the patience has passed without progress."""
    patience, halved, waited, best = max(1, schedule.patience // 3), 0, 0, -math.inf
    for epoch in progress.epochs[begun:]:
        worth = epoch.worth(schedule.watch)
        if worth > best:
            best, waited = worth, 0
            continue
        waited += 1
        if waited >= patience:
            halved, waited = halved + 1, 0
    return halved
