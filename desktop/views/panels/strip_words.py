"""What the strip of open files says about each of them."""

from desktop.findings import finding_text
from desktop.language import translate
from desktop.state.grouping import Group
from desktop.state.workspace import Item, Status
from desktop.views import theme, wording
from engine.errors import display_name
from engine.images.text import clean_text, person_name


def shown_name(item: Item, *, is_masked: bool = False) -> str:
    """The title of a sample or of a file of an archive, else the file name.

    Args:
        item: an open file.
        is_masked: only a number instead of names that may be those of patients.
    """
    if is_masked and not item.is_sample:
        return translate("Wording", "Image {number}").format(number=item.id)
    title = item.title
    if title is not None and item.is_sample:
        title = translate("Samples", title)
    return clean_text(title if title is not None else display_name(item.path))


def row_name(item: Item, *, is_masked: bool = False) -> str:
    """The view that the file says it holds, then its name."""
    name = shown_name(item, is_masked=is_masked)
    view = item.facts.view_position if item.facts is not None else None
    return name if view is None else f"{view}  {name}"


def group_texts(group: Group, *, is_masked: bool = False) -> tuple[str, str]:
    """Patient, or folder, and date of the study; either may be empty."""
    if group.patient == "samples":
        return translate("Wording", "Samples"), ""
    if is_masked:
        return (translate("Wording", "Patient"), "") if group.has_patient else ("", "")
    name = person_name(group.name) if group.has_patient else group.name
    return clean_text(name), group.date


def status_text(item: Item) -> str:
    """How far the item has come, in a few words; the highest score once there is one."""
    if item.status is Status.FAILED:
        return translate("Wording", "cannot be opened")
    if item.status is not Status.READY and item.reading is None:
        return (
            translate("Wording", "opening ...")
            if item.status is Status.LOADING
            else translate("Wording", "waiting")
        )
    if item.reading is None:
        return translate("Wording", "not scored yet")
    if item.is_hidden:
        return translate("Wording", "not looked at")
    if item.is_score_withheld:
        return translate("Wording", "refused")
    best = item.reading.prediction.best()
    score = f"{wording.percent(best.probability)} % {finding_text(best.target.name)}"
    if item.is_overridden:
        return translate("Wording", "refused: {score}").format(score=score)
    return score


def status_colour(item: Item) -> str:
    """The colour that goes with `status_text`."""
    if item.is_hidden:
        return theme.MUTED
    if item.status is Status.FAILED or item.is_score_withheld or item.is_overridden:
        return theme.STOP
    has_finding = item.reading is not None and item.reading.prediction.best().is_above is True
    return theme.ABOVE if has_finding else theme.MUTED
