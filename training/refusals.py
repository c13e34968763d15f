"""Errors of a retraining with a code and figures of their own, so that a window can word them."""

from typing import Any

from engine.errors import OutputError, RequestError

DISK_FULL, UNEXPECTED = "E_DISK_FULL", "E_UNEXPECTED"
DISK_HINT = "Free room on the disk, then let the run go on: it continues after its last epoch."


class Refused(RequestError):
    """A run that must not begin, or cannot.

    Args:
        code: stable, such as ``E_EMPTY_CLASS``.
        message: one sentence.
        hint: what to do.
        facts: the sentence's figures and names.
    """

    def __init__(self, code: str, message: str, *, hint: str = "", **facts: Any) -> None:
        super().__init__(message, hint=hint)
        self.code = code
        self.facts = facts


class DiskFull(OutputError):
    """Too little room on the disk; what is there already is whole."""

    code = DISK_FULL

    def __init__(self, message: str, **facts: Any) -> None:
        super().__init__(message, hint=DISK_HINT)
        self.facts = facts
