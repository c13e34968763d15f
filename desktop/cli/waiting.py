"""What a command says while it works: the expected cost, then a line of progress on a terminal."""

import sys
from collections.abc import Iterator
from typing import Any, TextIO

from engine.explain.cost import Estimate
from engine.progress import Step

# Work that takes less is not announced.
ANNOUNCED_FROM_S = 1.0
_WIDTH = 78


def announce(estimate: Estimate, what: str, stream: TextIO | None = None) -> None:
    """One line about the expected cost, where it is worth one."""
    if estimate.high >= ANNOUNCED_FROM_S:
        print(f"{what}: {estimate.words()}", file=_or_stderr(stream))


def finish_visibly(work: Iterator[Step], what: str, stream: TextIO | None = None) -> Any:
    """Runs the work to its end and returns its result; a terminal sees how far it has come."""
    shown = _or_stderr(stream)
    result = None
    for step in work:
        if shown.isatty():
            line = f"{what}: {100 * step.fraction:3.0f} % {step.note}"
            print(f"\r{line[:_WIDTH]:<{_WIDTH}}", end="", file=shown, flush=True)
        result = step.result
    if shown.isatty():
        print(f"\r{'':<{_WIDTH}}\r", end="", file=shown, flush=True)
    return result


def _or_stderr(stream: TextIO | None) -> TextIO:
    return sys.stderr if stream is None else stream
