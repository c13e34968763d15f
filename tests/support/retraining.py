"""A stand-in for the trainer: the same signals and questions, answers when a test wants them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop.retraining import run_folder
from desktop.retraining.looks import Estimate, Look, Options
from desktop.retraining.plan import Plan
from desktop.retraining.run_folder import EpochView, Notice, RunView

OPTIONS = {
    "schedule.epochs": {"default": 60, "help": "at most", "allowed": "1 to 100000", "kind": "int",
                        "low": 1, "high": 100000, "choices": [], "unit": ""},
    "schedule.learning_rate": {"default": 0.001, "help": "at the begin", "allowed": "0 to 10",
                               "kind": "float", "low": 0, "high": 10, "choices": [], "unit": ""},
    "schedule.optimizer": {"default": "adam", "help": "optimizer", "allowed": "adam, sgd",
                           "kind": "text", "low": None, "high": None, "choices": ["adam", "sgd"],
                           "unit": ""},
    "augmentation.horizontal_flip": {"default": False, "help": "mirror left and right",
                                     "allowed": "true, false", "kind": "bool", "low": None,
                                     "high": None, "choices": [], "unit": ""},
    "data.views": {"default": [], "help": "keep these projections only", "allowed": "",
                   "kind": "list", "low": None, "high": None, "choices": [], "unit": ""},
    "search.trials": {"default": 20, "help": "of another command", "allowed": "", "kind": "int",
                      "low": 1, "high": None, "choices": [], "unit": ""},
}  # fmt: skip
PRESETS = {
    preset: {
        "fine-tune": {"schedule.epochs": epochs, "schedule.learning_rate": 0.0001},
        "from scratch": {"schedule.epochs": 2 * epochs},
    }
    for preset, epochs in (("quick", 5), ("usual", 20), ("thorough", 60))
}
ARCHITECTURES = ({"id": "pneumonia-cnn", "parameters": 1_600_000, "smallest": 32, "source": ""},)


class FakeRetraining(QObject):
    """What the window needs of `desktop.jobs.retraining.Retraining`."""

    changed = Signal(object)
    listed = Signal(object)
    started = Signal(str)
    looking = Signal(float, str)
    looked = Signal(object)
    estimated = Signal(object)
    options_read = Signal(object)
    failed = Signal(object)

    def __init__(self, folder: Path, *, is_installed: bool = True) -> None:
        super().__init__()
        self.is_installed, self.folder = is_installed, folder
        self.asked: list[tuple] = []
        self.known: dict[str, RunView] = {}

    def advice(self) -> str:
        return "" if self.is_installed else "Install the trainer beside WhyRay."

    def runs(self) -> tuple[RunView, ...]:
        return tuple(sorted(self.known.values(), key=lambda run: run.id, reverse=True))

    def run(self, run_id: str) -> RunView | None:
        return self.known.get(run_id)

    def read_options(self) -> None:
        self.options_read.emit(Options(OPTIONS, PRESETS))
        self.options_read.emit(Options(OPTIONS, PRESETS, ARCHITECTURES))

    def look(self, plan: Plan) -> None:
        self.asked.append(("look", plan))

    def stop_looking(self) -> None:
        self.asked.append(("stop looking",))

    def estimate(self, plan: Plan) -> None:
        self.asked.append(("estimate", plan))

    def start(self, plan: Plan) -> None:
        self.asked.append(("start", plan))
        run_id = f"20261121-2130{len(self.known):02d}-abcd"
        run = RunView(run_id, plan.name, run_folder.QUEUED, plan, self.folder / run_id)
        self.started.emit(run_id)
        self.put(run, is_new=True)

    def pause(self, run_id: str) -> None:
        self.asked.append(("pause", run_id))

    def go_on(self, run_id: str) -> None:
        self.asked.append(("go on", run_id))

    def cancel(self, run_id: str) -> None:
        self.asked.append(("cancel", run_id))

    def delete(self, run_id: str) -> None:
        self.asked.append(("delete", run_id))
        del self.known[run_id]
        self.listed.emit(self.runs())

    # What tests say.

    def put(self, run: RunView, *, is_new: bool = False) -> None:
        """A run as it is now."""
        self.known[run.id] = run
        if is_new:
            self.listed.emit(self.runs())
        self.changed.emit(run)

    def asked_for(self, what: str) -> list[tuple]:
        """The questions of that kind, in their order."""
        return [entry for entry in self.asked if entry[0] == what]


def some_epochs(count: int) -> tuple[EpochView, ...]:
    """Epochs that get better and then learn by heart."""
    return tuple(
        EpochView(
            number,
            loss=0.7 * 0.86**number,
            val_loss=0.68 * 0.9**number + max(0, number - 8) * 0.012,
            auc=min(0.97, 0.62 + 0.035 * number),
            recall=min(0.93, 0.40 + 0.05 * number),
            learning_rate=0.001,
            seconds=12.0,
        )
        for number in range(1, count + 1)
    )


def a_run(folder: Path, state: str, epochs: int = 0, **more: object) -> RunView:
    """A run in some state."""
    run_id = str(more.pop("id", "20261121-201500-abcd"))
    run = RunView(
        run_id,
        "Pneumonia (paediatric), retrained",
        state,
        Plan("Pneumonia (paediatric), retrained", (folder,), "tiny-1"),
        folder / run_id,
        stage="fitting",
        fraction=0.42,
        epochs=some_epochs(epochs),
        epochs_planned=20,
        best_epoch=min(epochs, 8),
        seconds_left=1500.0 if state == run_folder.RUNNING else None,
        log=tuple(f"epoch {number}: loss 0.5, validation 0.4" for number in range(1, epochs + 1)),
    )
    return replace(run, **more)


def a_look(plan: Plan, *, refusals: tuple[Notice, ...] = (), **more: object) -> Look:
    """What is found of a plan's images."""
    facts = {
        "images": 204, "readable": 200, "patients": {"count": 150, "in_several_splits": {}},
        "doubles": [
            {"files": ["/data/a.png", "/data/b.png"], "correlation": 1.0, "exact": True,
             "crosses": ["labels"]},
        ],
    }  # fmt: skip
    parts = {
        "train": {"NORMAL": 70, "PNEUMONIA": 70},
        "val": {"NORMAL": 15, "PNEUMONIA": 15},
        "test": {"NORMAL": 15, "PNEUMONIA": 15},
    }
    look = Look(
        plan,
        facts,
        parts,
        refusals,
        (Notice("W_UNKNOWN", {}, "Something that the window has no words for."),),
        tuple((Path(f"/data/broken-{n}.dcm"), "the file is cut off") for n in range(4)),
    )
    return replace(look, **more)


def an_estimate(plan: Plan) -> Estimate:
    """A time for a plan."""
    return Estimate(plan, 1260.0, 6.0, 10, 20, 140, 1_200_000_000, 2.1, 6.0)
