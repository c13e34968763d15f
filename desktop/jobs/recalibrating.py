"""Site recalibration in the window: cases of the library or a table, and a child that fits.

The child is the trainer (`desktop.retraining.trainer`); what it made lies in a folder of the user's
until it is taken in as a candidate (`desktop.jobs.models`) or another one is made. The table of
cases of the library names files, so it is gone as soon as the child has ended.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from desktop.jobs.cases import CaseSource
from desktop.jobs.failures import presentable
from desktop.jobs.replies import Lane, Reply
from desktop.retraining.held_child import HeldChild
from desktop.retraining.trainer import find_trainer
from engine.bundle.store import StoredModel, read_manifest
from engine.errors import RequestError, WhyRayError
from engine.language import said
from engine.progress import Step

NO_TRAINER = "E_NO_TRAINER"
_FIT, _CASES = "fit", "cases.csv"


@dataclass(frozen=True)
class Refusal:
    """Why nothing was made.

    Attributes:
        code: of the trainer's error, or `NO_TRAINER`.
        facts: its figures and names.
        message: in English, for codes that nobody knows.
        hint: likewise.
    """

    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    message: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Recalibration:
    """What was made.

    Attributes:
        bundle: folder of the new bundle.
        facts: the trainer's ``done``: ``id``, ``version``, ``images``, ``patients``, ``classes``,
            ``verdict``, ``remarks`` (`training.recalibrate.recalibration`).
    """

    bundle: Path
    facts: Mapping[str, Any]


class Recalibrating(QObject):
    """One recalibration at a time; a new one replaces what was made before.

    Args:
        user: the user's folder.
        library: folder of the library.
    """

    progressed = Signal(float)  # 0..1
    made = Signal(object)  # Recalibration
    refused = Signal(object)  # Refusal
    failed = Signal(object)  # WhyRayError
    ended = Signal()  # nothing is under way any more

    def __init__(self, user: Path, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cases = CaseSource(library, self)
        self.found: Recalibration | None = None
        self._folder = user / "recalibration"
        self._drop_cases()
        self._lane = Lane("recalibration", self)
        self._model: StoredModel | None = None
        self.cases.written.connect(self._go_on)
        self.cases.checking.connect(lambda share: self.progressed.emit(0.2 * share))
        self.cases.failed.connect(self._fail)

    @property
    def is_running(self) -> bool:
        """Whether cases are checked or a child is at work."""
        return self._model is not None

    def count(self, model: StoredModel) -> None:
        """Asks the library for cases of what a model tells; `cases.counted` answers."""
        try:
            self.cases.count(read_manifest(model.path))
        except WhyRayError as error:
            self.failed.emit(error)

    def start(self, model: StoredModel, table: Path | None) -> None:
        """Recalibrates a model with a table; None: with the cases that were counted."""
        self._model, self.found = model, None
        if table is not None:
            self._go_on(table)
        else:
            self.cases.write(self._folder / _CASES, {}, "")

    def stop(self) -> None:
        """Gives it up; nothing is left."""
        if self._model is not None:
            self._model = None
            self._lane.cancel(_FIT)
            self._end()

    def close(self, timeout_s: float) -> bool:
        """Ends workers and child. False when one did not end in time."""
        ended = [self.cases.close(timeout_s), self._lane.close(timeout_s)]
        self._drop_cases()
        return all(ended)

    def _go_on(self, table: Path | None) -> None:
        if self._model is None:  # it was given up meanwhile
            self._drop_cases()
            return
        trainer = find_trainer()
        if trainer is None:
            self._refuse(Refusal(NO_TRAINER))
        elif table is None:
            self._refuse(Refusal("E_NO_CASE"))
        else:
            child = HeldChild(trainer)
            work = partial(fit, child, self._model.path, table, self._folder / "bundle")
            reply = Reply(self._take, self._fail, progressed=self._tell)
            self._lane.start(_FIT, work, reply, child.stop)

    def _tell(self, share: float, _note: str) -> None:
        self.progressed.emit(0.2 + 0.8 * share)

    def _take(self, found: Recalibration | Refusal) -> None:
        if isinstance(found, Refusal):
            self._refuse(found)
            return
        self._model, self.found = None, found
        self.made.emit(found)
        self._end()

    def _refuse(self, refusal: Refusal) -> None:
        self._model = None
        self.refused.emit(refusal)
        self._end()

    def _fail(self, error: BaseException) -> None:
        self._model = None
        self.failed.emit(presentable(error))
        self._end()

    def _end(self) -> None:
        self._drop_cases()
        self.ended.emit()

    def _drop_cases(self) -> None:
        with contextlib.suppress(OSError):  # a folder that nobody may write to holds no table
            (self._folder / _CASES).unlink(missing_ok=True)


def fit(child: HeldChild, model: Path, table: Path, out: Path) -> Iterator[Step]:
    """Fits; the last step's result is a `Recalibration` or a `Refusal`."""
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    yield Step(0.0)
    arguments = ("recalibrate", "--model", str(model), "--data", str(table), "--out", str(out))
    ending = yield from child.follow(arguments)
    yield Step(1.0, result=_result(ending.last, out, ending.status))


def _result(last: Mapping[str, Any], out: Path, status: int) -> Recalibration | Refusal:
    if last.get("event") == "done":
        return Recalibration(out, last)
    if last.get("event") == "error":
        return Refusal(
            str(last.get("code", "")), last.get("facts", {}), str(last.get("message", "")),
            str(last.get("hint", "")),
        )  # fmt: skip
    raise RequestError(said("the recalibration ended early (status {status})", status=status))
