"""How open files are grouped in lists: by patient, then study, newest study first.

Files that name no patient stay together by the folder they lie in. Two files belong to one patient
only where both the ID and the name agree: an ID alone may have been given twice, or been blanked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.state.workspace import Item


@dataclass(frozen=True)
class Group:
    """What an item has in common with its neighbours in a list.

    Attributes:
        patient: equal for files of one patient; never shown.
        study: equal for files of one study; never shown.
        date: of the study, YYYY-MM-DD; empty when unknown.
        name: the patient's name or ID, or the folder's name; for people.
        has_patient: whether `name` is that of a patient.
    """

    patient: str
    study: str
    date: str
    name: str
    has_patient: bool


def group_of(item: Item) -> Group:
    """The group that an item belongs to, by what is known of it so far."""
    facts, folder = item.facts, item.shown_path.parent
    patient_id = (facts.patient_id or "") if facts is not None else ""
    name = (facts.patient_name or "") if facts is not None else ""
    study = (facts.study_uid or "") if facts is not None else ""
    date = (facts.study_date or "") if facts is not None else ""
    if item.is_sample:
        return Group("samples", "", "", "", False)
    if patient_id or name:
        patient = f"patient {patient_id.casefold()}\n{name.casefold()}"
        return Group(patient, study or date, date, name or patient_id, True)
    if study:
        return Group(f"study {study}", study, date, folder.name, False)
    return Group(f"folder {folder}", "", "", folder.name, False)


def in_groups(items: Iterable[Item], groups: dict[Item, Group]) -> list[Item]:
    """Items of one study side by side, studies of one patient newest first.

    Patients keep the order in which they were opened, and so do the files of a study.
    """
    patients: dict[str, dict[str, list[Item]]] = {}
    for item in items:
        group = groups[item]
        patients.setdefault(group.patient, {}).setdefault(group.study, []).append(item)
    ordered: list[Item] = []
    for studies in patients.values():
        newest_first = studies.values()
        if len(studies) > 1:
            newest_first = sorted(
                studies.values(), key=lambda found: groups[found[0]].date, reverse=True
            )
        for found in newest_first:
            ordered.extend(found)
    return ordered
