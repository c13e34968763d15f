"""The trainer's notices in plain words, by their codes; unknown ones stay in its own English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

from desktop.language import figure, in_words, translate
from desktop.retraining.run_folder import Notice
from engine.batch.cells import printable

_NOT_COMPARED = QT_TRANSLATE_NOOP(
    "Retraining", "A model with other classes cannot be compared with the active one."
)
# code -> what is so, and what can be done about it; both filled in from the notice's figures.
_WORDS: dict[str, tuple[str, str]] = {
    # What forbids a start.
    "E_NOTHING_FOUND": (
        QT_TRANSLATE_NOOP("Retraining", "No labelled radiographs were found."),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Choose a folder that holds one folder per class, or a table with the columns path "
            "and label.",
        ),
    ),
    "E_NO_LABELS": (
        QT_TRANSLATE_NOOP("Retraining", "No image has a label."),
        QT_TRANSLATE_NOOP("Retraining", "Give a table that names the class of every image."),
    ),
    "E_ONE_CLASS": (
        QT_TRANSLATE_NOOP("Retraining", "All images are {label}: there is nothing to tell apart."),
        QT_TRANSLATE_NOOP("Retraining", "Add images of the other class."),
    ),
    "E_EMPTY_CLASS": (
        QT_TRANSLATE_NOOP("Retraining", "No image shows {label}."),
        QT_TRANSLATE_NOOP("Retraining", "Add images of that class."),
    ),
    "E_FEW_IMAGES": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Only {images} images of {patients} patients show {label}."
        ),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "At least {least_images} images of {least_patients} patients are needed to learn and "
            "to measure anything; some hundreds are better. Add images of that class.",
        ),
    ),
    "E_SPLIT_WITHOUT_CLASS": (
        QT_TRANSLATE_NOOP("Retraining", "No image of the {split} part shows {label}."),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Every class needs patients for training, validation and test; add images of it.",
        ),
    ),
    "E_TWO_LABELS": (
        QT_TRANSLATE_NOOP("Retraining", "The same picture stands in two classes: {files}."),
        QT_TRANSLATE_NOOP("Retraining", "Decide which is right, and remove the other file."),
    ),
    "E_PATIENT_IN_TWO_SPLITS": (
        QT_TRANSLATE_NOOP(
            "Retraining", "A patient has images both for training and for measuring."
        ),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The figures would be too good. Keep all images of a patient in one part.",
        ),
    ),
    "E_ALL_UNREADABLE": (
        QT_TRANSLATE_NOOP("Retraining", "None of the {count} images can be read."),
        QT_TRANSLATE_NOOP(
            "Retraining", "Check that these are radiographs, and that you may read the folder."
        ),
    ),
    "E_UNREADABLE": (
        QT_TRANSLATE_NOOP("Retraining", "Files that cannot be read: {count}."),
        QT_TRANSLATE_NOOP("Retraining", "Remove or mend them."),
    ),
    "E_TASK_UNCLEAR": (
        QT_TRANSLATE_NOOP("Retraining", "It is not clear what is to be told apart: {labels}."),
        QT_TRANSLATE_NOOP("Retraining", "Go back and choose which class is the finding."),
    ),
    "E_OTHER_NETWORK": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Going on from a model keeps its network; another one was chosen."
        ),
        QT_TRANSLATE_NOOP("Retraining", "Begin from nothing to change the network."),
    ),
    "E_BASE_NOT_REBUILT": (
        QT_TRANSLATE_NOOP(
            "Retraining", "The trainer cannot go on from this model: it does not know its network."
        ),
        QT_TRANSLATE_NOOP("Retraining", "Begin from nothing, or choose another model."),
    ),
    "E_NO_BASE": (
        QT_TRANSLATE_NOOP("Retraining", "There is no model to go on from."),
        QT_TRANSLATE_NOOP("Retraining", "Choose a model, or begin from nothing."),
    ),
    "E_TEST_SET_CHANGED": (
        QT_TRANSLATE_NOOP("Retraining", "The locked test set was altered."),
        QT_TRANSLATE_NOOP("Retraining", "Restore it from a backup."),
    ),
    # What ends a training.
    "E_DISK_FULL": (
        QT_TRANSLATE_NOOP("Retraining", "There is too little room on the disk."),
        QT_TRANSLATE_NOOP("Retraining", "Free some room. What was learned so far is safe."),
    ),
    "E_ALREADY_RUNNING": (
        QT_TRANSLATE_NOOP("Retraining", "Another training is running on this computer."),
        QT_TRANSLATE_NOOP("Retraining", "Wait for its end, or cancel it, then go on."),
    ),
    "E_INTERRUPTED": (
        QT_TRANSLATE_NOOP("Retraining", "The last words of the trainer: {output}"),
        "",
    ),
    "E_STOPPED": (
        QT_TRANSLATE_NOOP("Retraining", "The trainer was stopped."),
        "",
    ),
    "E_CANCELLED": (
        QT_TRANSLATE_NOOP("Retraining", "The training was cancelled."),
        "",
    ),
    "E_NO_SOURCES": (
        QT_TRANSLATE_NOOP("Retraining", "No images were chosen."),
        QT_TRANSLATE_NOOP("Retraining", "Add a folder or a table."),
    ),
    # What must be known.
    "W_TASK_UNCLEAR": (
        QT_TRANSLATE_NOOP("Retraining", "It is not clear what is to be told apart."),
        QT_TRANSLATE_NOOP("Retraining", "Go back and choose which class is the finding."),
    ),
    "W_UNREADABLE": (
        QT_TRANSLATE_NOOP("Retraining", "Files that cannot be read and are left out: {count}."),
        QT_TRANSLATE_NOOP("Retraining", "The check names them."),
    ),
    "W_ROWS": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Rows of the tables that cannot be used and are left out: {count}."
        ),
        QT_TRANSLATE_NOOP("Retraining", "The check names them."),
    ),
    "W_PATIENTS_IN_TWO_SPLITS": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Patients with images in several parts: {count}. The figures would be too good.",
        ),
        "",
    ),
    "W_DOUBLES_IN_TWO_SPLITS": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images that are, or nearly are, in two parts: {count}. The figures would be too good.",
        ),
        "",
    ),
    "W_DOUBLES_WITH_OTHER_LABELS": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Pairs of equal or nearly equal images in different classes: {count}."
        ),
        QT_TRANSLATE_NOOP("Retraining", "Decide which class is right."),
    ),
    "W_DOUBLES_OF_TWO_PATIENTS": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Pairs of equal or nearly equal images of different patients: {count}. Perhaps "
            "one person under two ids.",
        ),
        "",
    ),
    "W_DOUBLES_LEFT_OUT": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Images that are there more than once and are used once: {images}."
        ),
        "",
    ),
    "W_NO_LABEL": (QT_TRANSLATE_NOOP("Retraining", "Images without a label: {count}."), ""),
    "W_FEW_IMAGES": (
        QT_TRANSLATE_NOOP("Retraining", "Few images show {label}: {images}."),
        QT_TRANSLATE_NOOP(
            "Retraining", "That is too few to learn it well or to measure it; {least} are few."
        ),
    ),
    "W_FEW_IMAGES_IN_SPLIT": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Only {images} images of the {split} part show {label}: the sensitivity moves by "
            "{points} points with every single one.",
        ),
        "",
    ),
    "W_ONE_VALUE": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Shortcut: classes with one {fact} only, where others have others: {classes}.",
        ),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The model may learn that instead of the disease. Add images that break the link.",
        ),
    ),
    "W_TELLING_FACT": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Shortcut: the {fact} alone tells the class of {guessed} % of the images (the most "
            "frequent class: {always} %).",
        ),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The model may learn that instead of the disease. Add images that break the link.",
        ),
    ),
    "W_TEST_KEPT_OUT": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images that are not learned from, because their patients are in the locked "
            "test set: {images}.",
        ),
        "",
    ),
    "W_TRAINED_BEFORE": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images that are called test but were learned from before: {images}. They "
            "cannot measure anything and are learned from again.",
        ),
        "",
    ),
    "W_TEST_FILES_GONE": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Images of the locked test set that are not where they were: {images}."
        ),
        QT_TRANSLATE_NOOP(
            "Retraining", "Bring them back, or the new model is measured on fewer images."
        ),
    ),
    "W_TEST_LOCKED": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images in the locked test set of this clinic: {images}. Images of new patients "
            "that join it: {fresh}.",
        ),
        "",
    ),
    "W_TEST_OTHER_LABELS": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images of the locked test set that have other classes and are left out: {images}.",
        ),
        "",
    ),
    "W_BASE_KNOWS": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Images that the starting model has learned from already: {images}."
        ),
        QT_TRANSLATE_NOOP("Retraining", "They are never used to measure."),
    ),
    "W_BASE_UNKNOWN": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The starting model does not tell which images it has learned from; some of them may "
            "be in the test set.",
        ),
        QT_TRANSLATE_NOOP("Retraining", "Its own figures may then be too good."),
    ),
    "W_PATIENTS_UNKNOWN": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Images of which it is not known whose they are: {images}. Each counts as "
            "another patient.",
        ),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "If patients have several images, some are learned from and measured on, and the "
            "figures are too good. Name the patients in a table, column patient_id.",
        ),
    ),
    "W_VIEWS_LEFT_OUT": (
        QT_TRANSLATE_NOOP(
            "Retraining", "Images that are left out for their view ({views}): {images}."
        ),
        "",
    ),
    "W_NAMED_TWICE": (
        QT_TRANSLATE_NOOP("Retraining", "Files that are named more than once: {count} ({files})."),
        "",
    ),
    "E_SOURCE": (
        QT_TRANSLATE_NOOP("Retraining", "A folder or table of images cannot be used: {file}"),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Check that it is there and may be read; a table needs the columns path and label.",
        ),
    ),
    "E_UNEXPECTED": (
        QT_TRANSLATE_NOOP("Retraining", "Something unexpected happened in the trainer ({kind})."),
        QT_TRANSLATE_NOOP(
            "Retraining",
            "Letting it go on may help; the last lines of the log tell more.",
        ),
    ),
    "W_OTHER_NAMES": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The classes are others than those of the starting model ({before}): {now}. Its last "
            "layer goes on from what it knows of those.",
        ),
        _NOT_COMPARED,
    ),
    "W_OTHER_CLASSES": (
        QT_TRANSLATE_NOOP(
            "Retraining",
            "The classes are others than those of the starting model ({before}): {now}. Its last "
            "layer starts anew.",
        ),
        _NOT_COMPARED,
    ),
}
_STARTS = frozenset(("E_OTHER_NETWORK", "E_BASE_NOT_REBUILT", "E_NO_BASE"))
_NAMES = {
    "train": QT_TRANSLATE_NOOP("Retraining", "training"),
    "val": QT_TRANSLATE_NOOP("Retraining", "validation"),
    "test": QT_TRANSLATE_NOOP("Retraining", "test"),
    "source": QT_TRANSLATE_NOOP("Retraining", "source"),
    "view": QT_TRANSLATE_NOOP("Retraining", "view"),
    "sex": QT_TRANSLATE_NOOP("Retraining", "sex"),
    "age group": QT_TRANSLATE_NOOP("Retraining", "age"),
    "file format": QT_TRANSLATE_NOOP("Retraining", "kind of file"),
    "size": QT_TRANSLATE_NOOP("Retraining", "size of the image"),
    "colour": QT_TRANSLATE_NOOP("Retraining", "colour"),
}
_TRANSLATED = ("split", "fact")
_SHARES = ("guessed", "always")
_PATHS = ("file", "files")
_MOST_NAMED = 4


def notice_words(notice: Notice, *, is_masked: bool = False) -> tuple[str, str]:
    """What is so, and what to do about it; the latter may be empty.

    Args:
        notice: of the trainer.
        is_masked: whether names of files are left out.
    """
    known = _WORDS.get(notice.code)
    if known is None:
        return in_words(notice.message), in_words(notice.hint)
    fields = {
        name: _field(name, value, is_masked=is_masked) for name, value in notice.facts.items()
    }
    try:
        what, hint = (
            translate("Retraining", text).format_map(fields) if text else "" for text in known
        )
    except KeyError:  # of a trainer of another version
        return in_words(notice.message), in_words(notice.hint)
    return what, hint


def is_about_start(notice: Notice) -> bool:
    """Whether a refusal is about where the training starts from, not about its images."""
    return notice.code in _STARTS


def _field(name: str, value: Any, *, is_masked: bool) -> str:
    if name in _PATHS and is_masked:
        return translate("Retraining", "(hidden while patients are masked)")
    if name in _TRANSLATED and value in _NAMES:
        return translate("Retraining", _NAMES[value])
    if name in _SHARES:
        return figure(round(100 * value), "d")
    if isinstance(value, int | float) and not isinstance(value, bool):
        return figure(round(value), ",d")
    if isinstance(value, list | tuple):
        return _listed(value)
    return printable(str(value))


def _listed(values: list[Any] | tuple[Any, ...]) -> str:
    texts = [
        printable(str(value.get("file", value) if isinstance(value, Mapping) else value))
        for value in values
    ]
    more = len(texts) - _MOST_NAMED
    shown = ", ".join(texts[:_MOST_NAMED])
    return f"{shown}, +{more}" if more > 0 else shown
