"""What the batch window says: states, counts, time left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import figure, in_words, translate
from engine.batch.page import STAGE_WORDS

if TYPE_CHECKING:  # pulls in ONNX Runtime
    from desktop.jobs.batch import Progress

_STATES = {
    "opening": QT_TRANSLATE_NOOP("Batch", "Opening the model ..."),
    "listing": QT_TRANSLATE_NOOP("Batch", "Looking for images ..."),
    "running": QT_TRANSLATE_NOOP("Batch", "Running"),
    "pausing": QT_TRANSLATE_NOOP("Batch", "Pausing: files under way are finished"),
    "paused": QT_TRANSLATE_NOOP("Batch", "Paused"),
    "stopping": QT_TRANSLATE_NOOP("Batch", "Stopping ..."),
    "writing": QT_TRANSLATE_NOOP("Batch", "Writing the tables ..."),
    "finished": QT_TRANSLATE_NOOP("Batch", "Finished"),
    "stopped": QT_TRANSLATE_NOOP("Batch", "Stopped: what is finished is kept"),
    "broken": QT_TRANSLATE_NOOP("Batch", "Could not go on"),
}


def state_words(progress: Progress | None) -> str:
    """What it is doing."""
    return translate("Batch", _STATES["opening" if progress is None else progress.state])


def count_words(progress: Progress) -> str:
    """How many of how many."""
    parts = [
        translate("Batch", "{done} of {found} done").format(
            done=progress.done, found=progress.found
        )
    ]
    if progress.earlier:
        parts.append(translate("Batch", "{count} of them earlier").format(count=progress.earlier))
    if progress.scored:
        parts.append(translate("Batch", "{count} scored").format(count=progress.scored))
    if progress.refused:
        parts.append(translate("Batch", "{count} refused").format(count=progress.refused))
    if progress.failed:
        parts.append(translate("Batch", "{count} failed").format(count=progress.failed))
    return ", ".join(parts)


def pace_words(progress: Progress) -> str:
    """How fast it is and how long it will take; empty while nobody knows."""
    if progress.state != "running" or progress.per_second is None or progress.seconds_left is None:
        return ""
    return translate("Batch", "{rate} files per second, {time} left").format(
        rate=figure(progress.per_second, ".1f"), time=time_words(progress.seconds_left)
    )


def stage_words(stage: str) -> str:
    """What was being done with a file when it failed: ``reading``, ``explaining grad-cam``."""
    name, _, rest = stage.partition(" ")
    return f"{in_words(STAGE_WORDS.get(name, name))} {rest}".rstrip()


def time_words(seconds: float) -> str:
    """``40 s``, ``3 min 20 s`` or ``2 h 05 min``."""
    whole = round(seconds)
    hours, minutes, rest = whole // 3600, whole % 3600 // 60, whole % 60
    if hours:
        return translate("Batch", "{hours} h {minutes:02d} min").format(
            hours=hours, minutes=minutes
        )
    if minutes:
        return translate("Batch", "{minutes} min {seconds:02d} s").format(
            minutes=minutes, seconds=rest
        )
    return translate("Batch", "{seconds} s").format(seconds=rest)
