"""Which of the open images are meant: the one on screen, its study, or all."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.jobs.delivery_tasks import NamedFile
from desktop.state.workspace import Item, Workspace
from desktop.views.widgets.chooser import Chooser
from desktop.views.widgets.plain_label import PlainLabel
from engine.errors import display_name

IMAGE, STUDY, ALL = "image", "study", "all"


class ScopePicker(QWidget):
    """The choice and what it comes to.

    Args:
        workspace: the open images; those are meant that are open when the dialog opens.
        more: a sentence under the choice; may be empty.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, more: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._masked = workspace.privacy.is_on
        self._files = {scope: _files(workspace, scope) for scope in (IMAGE, STUDY, ALL)}
        self.choice = Chooser()
        self.choice.setAccessibleName(self.tr("Which images"))
        texts = {
            IMAGE: self.tr("The image on screen"),
            STUDY: self.tr("%n open image(s) of this study", "", len(self._files[STUDY])),
            ALL: self.tr("All %n open image(s)", "", len(self._files[ALL])),
        }
        for scope, text in texts.items():
            self.choice.addItem(text, scope)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choice)
        if more:
            column.addWidget(PlainLabel(more, "warning", wraps=True))
        self.choice.currentIndexChanged.connect(lambda _place: self.changed.emit())

    def files(self) -> tuple[NamedFile, ...]:
        """What is meant; without names where patients are masked."""
        items = self._files[str(self.choice.currentData())]
        numbered = self.tr("Image {number}")
        return tuple(
            NamedFile(
                numbered.format(number=place)
                if self._masked
                else (item.title or display_name(item.shown_path)),
                item.path,
            )
            for place, item in enumerate(items, start=1)
        )


def _files(workspace: Workspace, scope: str) -> tuple[Item, ...]:
    current = workspace.current
    if scope == IMAGE:
        return () if current is None else (current.listed,)
    if scope == ALL or current is None:
        return workspace.items
    wanted = _study(workspace, current)
    return tuple(item for item in workspace.items if _study(workspace, item) == wanted)


def _study(workspace: Workspace, item: Item) -> tuple[str, str]:
    group = workspace.group(item.listed)
    return group.patient, group.study
