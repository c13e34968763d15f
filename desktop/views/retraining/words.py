"""What the retrain window says: states, stages, presets, times."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale

from desktop.language import figure, translate
from desktop.retraining import run_folder
from desktop.retraining.plan import FINE_TUNE, QUICK, THOROUGH, USUAL

if TYPE_CHECKING:
    from desktop.retraining.run_folder import RunView

_STATES = {
    run_folder.QUEUED: QT_TRANSLATE_NOOP("Retraining", "Starting"),
    run_folder.RUNNING: QT_TRANSLATE_NOOP("Retraining", "Running"),
    run_folder.PAUSED: QT_TRANSLATE_NOOP("Retraining", "Paused"),
    run_folder.INTERRUPTED: QT_TRANSLATE_NOOP("Retraining", "Interrupted"),
    run_folder.FAILED: QT_TRANSLATE_NOOP("Retraining", "Failed"),
    run_folder.CANCELLED: QT_TRANSLATE_NOOP("Retraining", "Cancelled"),
    run_folder.FINISHED: QT_TRANSLATE_NOOP("Retraining", "Finished"),
}
_INKS = {
    run_folder.RUNNING: "ACCENT",
    run_folder.QUEUED: "ACCENT",
    run_folder.PAUSED: "ABOVE",
    run_folder.INTERRUPTED: "ABOVE",
    run_folder.FAILED: "STOP",
    run_folder.FINISHED: "GOOD",
}
_STAGES = {
    "starting": QT_TRANSLATE_NOOP("Retraining", "Starting the trainer ..."),
    "reading": QT_TRANSLATE_NOOP("Retraining", "Reading the images ..."),
    "fitting": QT_TRANSLATE_NOOP("Retraining", "Learning from the images"),
    "calibrating": QT_TRANSLATE_NOOP(
        "Retraining", "Making its percentages true, and choosing its operating points ..."
    ),
    "exporting": QT_TRANSLATE_NOOP(
        "Retraining", "Writing the model and proving that it computes the same ..."
    ),
    "measuring": QT_TRANSLATE_NOOP("Retraining", "Measuring on the untouched test images ..."),
    "writing": QT_TRANSLATE_NOOP("Retraining", "Writing the new model ..."),
}
LEAST_S = 60  # less is not told in figures
PRESET_NAMES = {
    QUICK: QT_TRANSLATE_NOOP("Retraining", "Quick try"),
    USUAL: QT_TRANSLATE_NOOP("Retraining", "Usual"),
    THOROUGH: QT_TRANSLATE_NOOP("Retraining", "Thorough"),
}
PRESET_WORDS = {
    QUICK: QT_TRANSLATE_NOOP(
        "Retraining", "Few rounds. Shows whether the images are any good; rarely the best model."
    ),
    USUAL: QT_TRANSLATE_NOOP(
        "Retraining", "As many rounds as help; stops by itself when nothing gets better."
    ),
    THOROUGH: QT_TRANSLATE_NOOP(
        "Retraining", "Many slow rounds with more variety of the images. For the night."
    ),
}


def state_words(state: str) -> str:
    """One word for what a run is."""
    return translate("Retraining", _STATES[state])


def state_ink(state: str) -> str:
    """Name of the colour of that word in the theme."""
    return _INKS.get(state, "MUTED")


def stage_words(run: RunView) -> str:
    """What a run is doing, or what has become of it."""
    if run.is_stopping:
        return translate("Retraining", "Stopping as soon as it can ...")
    if run.state == run_folder.PAUSED:
        return translate("Retraining", "Paused: it uses no processor until you go on.")
    if run.state == run_folder.INTERRUPTED:
        return translate(
            "Retraining",
            "Something ended the training: the computer was switched off, or the trainer was "
            "stopped. Go on continues after the last finished round.",
        )
    if run.state == run_folder.CANCELLED:
        return translate("Retraining", "You cancelled it. Go on continues where it stopped.")
    if run.state == run_folder.FINISHED:
        return translate(
            "Retraining",
            "The new model is ready. See the result: only who promotes it puts it to use.",
        )
    if run.state == run_folder.FAILED:
        return translate("Retraining", "The training could not go on.")
    stage = run.stage if run.stage in _STAGES else "starting"
    if run.fraction >= 1.0:  # it has told everything and is ending
        stage = "writing"
    return translate("Retraining", _STAGES[stage])


def epoch_words(run: RunView) -> str:
    """How many rounds are done; empty before the first has begun."""
    if not run.epochs_planned:
        return ""
    done = len(run.epochs)
    if run.state == run_folder.FINISHED or run.stage not in ("", "starting", "reading", "fitting"):
        return translate("Retraining", "{done} rounds (epochs), the best was {best}").format(
            done=done, best=run.best_epoch
        )
    current = min(done + 1, run.epochs_planned)
    return translate("Retraining", "Round (epoch) {current} of at most {planned}").format(
        current=current, planned=run.epochs_planned
    )


def left_words(run: RunView) -> str:
    """The time left; empty while nobody knows."""
    if run.state != run_folder.RUNNING or run.seconds_left is None or run.fraction >= 1.0:
        return ""
    if run.seconds_left < LEAST_S:
        return time_words(run.seconds_left)
    return translate("Retraining", "about {time} left, often less").format(
        time=time_words(run.seconds_left)
    )


def time_words(seconds: float) -> str:
    """Roughly: ``under a minute``, ``12 min``, ``2 h 05 min``, ``3 days``."""
    minutes = round(seconds / 60)
    if seconds < LEAST_S:
        return translate("Retraining", "under a minute")
    if minutes < 60:
        return translate("Retraining", "{minutes} min").format(minutes=minutes)
    if minutes < 48 * 60:
        return translate("Retraining", "{hours} h {minutes:02d} min").format(
            hours=minutes // 60, minutes=minutes % 60
        )
    return translate("Retraining", "{days} days").format(days=round(minutes / 1440))


def start_words(start: str) -> str:
    """How a run begins."""
    if start == FINE_TUNE:
        return translate("Retraining", "goes on from that model")
    return translate("Retraining", "learns everything anew")


def bytes_words(size: int) -> str:
    """``1.2 GB``."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def figure_words(value: float | None) -> str:
    """Three decimals, or a dash."""
    return "\u2013" if value is None else figure(value, ".3f")


def day_words(when: datetime | None) -> str:
    """Date and time, short, in the language in use."""
    if when is None:
        return ""
    return QLocale().toString(when, QLocale.FormatType.ShortFormat)
