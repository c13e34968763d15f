"""Long engine work is a generator of `Step`s: a yield tells progress and may stop.

The caller that stops asking (``close()``) cancels the work at that place; a running ONNX Runtime
call is stopped through `engine.inference.session.Session.stop`, which makes the generator raise
`Cancelled`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


class Cancelled(Exception):
    """The work was stopped on request. Not shown to anybody."""


@dataclass(frozen=True)
class Step:
    """One yield of long work.

    Attributes:
        fraction: work done so far, 0..1, never decreasing.
        note: what is being done, for people; may be empty.
        partial: a preliminary result to show, or None.
        result: the final result; only the last step of the work carries one.
    """

    fraction: float
    note: str = ""
    partial: Any = None
    result: Any = None


def finish(work: Iterator[Step]) -> Any:
    """Runs the work to its end and returns the result of its last step."""
    result = None
    for step in work:
        result = step.result
    return result
