"""What a command is, and what must be on screen for it. The table itself: `registry`."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from desktop.commands.context import Context
from desktop.state.workspace import Item

CONTEXT = "Commands"


class Needs(Enum):
    """What must be on screen for a command to make sense."""

    NOTHING = QT_TRANSLATE_NOOP("Commands", "nothing")
    ITEM = QT_TRANSLATE_NOOP("Commands", "an open file")
    FAILURE = QT_TRANSLATE_NOOP("Commands", "a file that could not be opened")
    IMAGE = QT_TRANSLATE_NOOP("Commands", "an image")
    FRAMES = QT_TRANSLATE_NOOP("Commands", "an image with several frames")
    WINDOWS = QT_TRANSLATE_NOOP("Commands", "a file that offers a window")
    TWO_WINDOWS = QT_TRANSLATE_NOOP("Commands", "a file that offers two windows")
    THREE_WINDOWS = QT_TRANSLATE_NOOP("Commands", "a file that offers three windows")
    SCORE = QT_TRANSLATE_NOOP("Commands", "a score")
    DICOM_SCORE = QT_TRANSLATE_NOOP("Commands", "a score of an image from a DICOM file")
    REFUSAL = QT_TRANSLATE_NOOP("Commands", "an image that the input checks refused")
    HIDDEN = QT_TRANSLATE_NOOP("Commands", "an image whose scores wait until the reader has looked")
    MAP = QT_TRANSLATE_NOOP("Commands", "a heatmap")
    REGIONS = QT_TRANSLATE_NOOP("Commands", "a map made of superpixels")


@dataclass(frozen=True)
class Command:
    """Something that a person can ask for.

    Attributes:
        id: stable name.
        menu: menu that holds it, a key of `registry.MENUS`.
        text: as in menus, English; translated with `translated`.
        tip: one sentence, English.
        run: does it.
        keys: shortcuts in Qt's portable notation, the first one is shown; a person may change them.
        needs: what must be on screen.
        icon: file name in ``resources/icons`` without suffix; commands with one stand in the
            toolbar.
        starts_group: whether a line is drawn above it.
        is_on: for commands that switch something: whether it is on, shown as a tick.
        is_for_administrator: runs in an open session of the administrator only; where none is
            open, one is asked for first.
    """

    id: str
    menu: str
    text: str
    tip: str
    run: Callable[[Context], None]
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    icon: str = ""
    starts_group: bool = False
    is_on: Callable[[Context], bool] | None = None
    is_for_administrator: bool = False


@dataclass(frozen=True)
class Gesture:
    """Something that is done with the mouse or by holding a key; told in the help sheet."""

    keys: str
    text: str


def translated(english: str) -> str:
    """A text of the table of commands in the language in use."""
    return QCoreApplication.translate(CONTEXT, english)


def plain_text(command: Command) -> str:
    """Its text where no menu is: without mnemonic and without the dots of a coming question."""
    return translated(command.text).replace("&", "").rstrip(".")


def is_possible(needs: Needs, item: Item | None) -> bool:
    """Whether what a command needs is there."""
    return needs in all_met(item)


def all_met(item: Item | None) -> frozenset[Needs]:
    """Everything that a command may need and that is there now."""
    radiograph = None if item is None else item.radiograph
    explanation = None if item is None else item.explanation
    windows = 0 if radiograph is None else len(radiograph.grey.vois)
    has_score = item is not None and item.reading is not None and not item.is_score_withheld
    is_met = {
        Needs.NOTHING: True,
        Needs.ITEM: item is not None,
        Needs.FAILURE: item is not None and item.error is not None,
        Needs.IMAGE: radiograph is not None,
        Needs.FRAMES: radiograph is not None and radiograph.frame_count > 1,
        Needs.WINDOWS: windows >= 1,
        Needs.TWO_WINDOWS: windows >= 2,
        Needs.THREE_WINDOWS: windows >= 3,
        Needs.SCORE: radiograph is not None and has_score,
        Needs.DICOM_SCORE: radiograph is not None and radiograph.kind == "dicom" and has_score,
        Needs.REFUSAL: item is not None
        and item.is_refused
        and not item.is_overridden
        and not item.is_hidden,
        Needs.HIDDEN: item is not None and item.is_hidden and radiograph is not None,
        Needs.MAP: explanation is not None,
        Needs.REGIONS: explanation is not None and explanation.regions is not None,
    }
    return frozenset(needs for needs, met in is_met.items() if met)
