"""Exceptions made presentable: every failure of a job becomes an error with words for people."""

import logging
import traceback
from pathlib import Path

from desktop.language import translate
from engine.errors import WhyRayError

_log = logging.getLogger(__name__)


def presentable(error: BaseException, file: Path | None = None) -> WhyRayError:
    """The error itself when it is meant for people, else one that carries the trace as details.

    Args:
        error: what was raised.
        file: named in front of the message when the error does not name one.
    """
    if isinstance(error, WhyRayError):
        return error
    _log.error("unexpected error", exc_info=error)
    trace = "".join(traceback.format_exception(error))
    return WhyRayError(
        translate("Failures", "something unexpected happened ({kind})").format(
            kind=type(error).__name__
        ),
        hint=translate(
            "Failures", "This is a fault of WhyRay. Copy the details and send them to its makers."
        ),
        file=file,
        details={"trace": trace[-4000:]},
    )
