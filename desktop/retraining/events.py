"""The trainer's events, read as they come and folded into what a `RunView` shows.

Read from a file that the trainer appends to: from where the last reading ended, whole lines only.
A line that a full disk or a kill has cut off is passed over.
"""

import json
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desktop.retraining.run_folder import EpochView, Notice

MOST_LINES = 400  # of the log
_MOST_BYTES = 32 << 20  # at one reading
_ALREADY = "E_ALREADY_RUNNING"  # said by a second trainer, which then leaves
_OWN = {"event", "run", "number", "of", "loss", "val_loss", "learning_rate", "seconds", "best",
        "is_again"}  # fmt: skip
_FINISH_S = 45.0  # after the last epoch, until something better is known


@dataclass
class Told:
    """Everything that has been told since the run began.

    Attributes:
        is_begun: a trainer has taken it up.
        is_resting: it has paused.
        stage: what it is busy with.
        fraction: 0..1 of the whole.
        note: in the trainer's words.
        epochs: by number.
        planned: epochs at most.
        best: number of the best one.
        step: (done, of) within the present epoch.
        warnings: each once.
        error: of the last attempt.
        result: facts of the end.
        log: the last lines.
    """

    is_begun: bool = False
    is_resting: bool = False
    stage: str = ""
    fraction: float = 0.0
    note: str = ""
    epochs: dict[int, EpochView] = field(default_factory=dict)
    planned: int = 0
    best: int = 0
    step: tuple[int, int] = (0, 0)
    warnings: list[Notice] = field(default_factory=list)
    error: Notice | None = None
    result: Mapping[str, Any] | None = None
    log: deque[str] = field(default_factory=lambda: deque(maxlen=MOST_LINES))

    def take(self, event: Mapping[str, Any]) -> None:
        """One more event."""
        act = getattr(self, f"_on_{event.get('event')}", None)
        if act is not None:
            act(event)

    def seconds_left(self) -> float | None:
        """From the mean of the last epochs; None before the first."""
        if not self.epochs or not self.planned:
            return None
        last = [self.epochs[number].seconds for number in sorted(self.epochs)[-3:]]
        left = self.planned - len(self.epochs)
        done, of = self.step
        inside = done / of if of and left > 0 else 0.0
        is_over = self.stage not in ("", "starting", "reading", "fitting")
        fitting = 0.0 if is_over else max(0.0, left - inside) * sum(last) / len(last)
        return fitting + (_FINISH_S * (1.0 - self.fraction) / 0.15 if is_over else _FINISH_S)

    def _on_begin(self, event: Mapping[str, Any]) -> None:
        self.is_begun, self.is_resting = True, False
        self.error, self.result, self.stage = None, None, "starting"
        self.log.append("going on" if event.get("is_resumed") else "begun")

    def _on_stage(self, event: Mapping[str, Any]) -> None:
        self.stage = str(event.get("name", ""))

    def _on_resting(self, event: Mapping[str, Any]) -> None:
        self.is_resting = event.get("is_resting") is True
        self.log.append("paused" if self.is_resting else "going on")

    def _on_progress(self, event: Mapping[str, Any]) -> None:
        self.fraction, self.note = float(event["fraction"]), str(event.get("note", ""))
        if self.note and (not self.log or self.log[-1] != self.note):
            self.log.append(self.note)

    def _on_step(self, event: Mapping[str, Any]) -> None:
        steps = event.get("steps")
        self.step = (int(event["step"]), int(steps) if steps else 0)

    def _on_epoch(self, event: Mapping[str, Any]) -> None:
        number = int(event["number"])
        figures = {name: value for name, value in event.items() if name not in _OWN}
        self.epochs[number] = EpochView(
            number=number,
            loss=float(event["loss"]),
            val_loss=event.get("val_loss"),
            auc=figures.get("auc"),
            recall=figures.get("recall"),
            figures=figures,
            learning_rate=event.get("learning_rate"),
            seconds=float(event.get("seconds", 0.0)),
        )
        self.planned, self.best = int(event.get("of", 0)), int(event.get("best", 0))
        self.step = (0, 0)

    def _on_warning(self, event: Mapping[str, Any]) -> None:
        notice = notice_of(event)
        if notice not in self.warnings:
            self.warnings.append(notice)
            self.log.append(notice.message)

    def _on_error(self, event: Mapping[str, Any]) -> None:
        notice = notice_of(event)
        if notice.code != _ALREADY:
            self.error = notice
            self.log.append(notice.message)

    def _on_done(self, event: Mapping[str, Any]) -> None:
        self.result = {name: value for name, value in event.items() if name != "event"}
        self.fraction, self.stage = 1.0, ""
        self.log.append("finished")


class EventFile:
    """A growing file of events.

    Args:
        file: may not be there yet.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._offset = file, 0
        self.told = Told()

    def read(self) -> bool:
        """Takes what is new; whether something was."""
        try:
            with self._file.open("rb") as handle:
                handle.seek(self._offset)
                fresh = handle.read(_MOST_BYTES)
        except OSError:  # not there yet
            return False
        whole = fresh[: fresh.rfind(b"\n") + 1]
        self._offset += len(whole)
        for line in whole.splitlines():
            event = _parsed(line)
            if event is not None:
                self.told.take(event)
        return bool(whole)


def notice_of(plain: Mapping[str, Any]) -> Notice:
    """A warning or an error as it was told."""
    facts = plain.get("facts")
    return Notice(
        code=str(plain.get("code", "")),
        facts=facts if isinstance(facts, dict) else {},
        message=str(plain.get("message", "")),
        hint=str(plain.get("hint", "")),
    )


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None
