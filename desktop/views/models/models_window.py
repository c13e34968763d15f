"""The window of models: what is here, how it stands, and what was done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.context import Prompts
from desktop.jobs.desk import Desk
from desktop.jobs.model_tasks import Described, Overview
from desktop.language import shown_words, translate
from desktop.settings import last_folder
from desktop.views.dialogs.model_card import ModelCardDialog
from desktop.views.drops import can_be_dropped, dropped_paths
from desktop.views.models import words
from desktop.views.models.model_table import ModelTable, PlainTable
from desktop.views.models.reason_dialog import ReasonDialog
from desktop.views.widgets.flow import FlowLayout
from desktop.views.widgets.layout import fit_screen
from desktop.views.widgets.plain_label import PlainLabel
from desktop.views.wording import error_text
from engine.bundle.signature import BY_UNKNOWN
from engine.bundle.store import SUFFIX, StoredModel
from engine.errors import WhyRayError
from engine.images.text import clean_text

_SIZE = (1160, 700)
_HISTORY_WIDTHS_PX = (150, 210, 130, 300)
_SHARES = (3, 2)
_ALIVE = frozenset({"candidate", "former", ""})


class ModelsWindow(QDialog):
    """Every model, its history, and the administrator's ways with it.

    Args:
        desk: takes the requests.
        prompts: asks for files.
        admits: the administrator's gate; takes an action's name and whether the key is wanted.
    """

    def __init__(
        self,
        desk: Desk,
        prompts: Prompts,
        admits: Callable[[str, bool], bool],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._prompts, self._admits = desk, prompts, admits
        self._life = desk.models_life
        self._previous: StoredModel | None = None
        self.setWindowTitle(self.tr("Models"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.setAcceptDrops(True)
        fit_screen(self, *_SIZE)
        self.intro = PlainLabel(
            self.tr(
                "The active model scores all images of your own. An imported model is a candidate: "
                "it changes nothing until somebody makes it active."
            ),
            "muted",
            wraps=True,
        )
        self.table = ModelTable()
        headings = (self.tr("When"), self.tr("What"), self.tr("Who"), self.tr("Why"))
        self.history = PlainTable(headings, _HISTORY_WIDTHS_PX)
        self.history.setAccessibleName(self.tr("History"))
        self.history_title = PlainLabel(self.tr("History"), "heading")
        self.message = PlainLabel("", "warning", wraps=True)
        self.note = PlainLabel("", "muted", wraps=True)
        self._buttons = self._made_buttons()
        self._arrange()
        self._connect()
        self._offer()

    def _made_buttons(self) -> dict[str, QPushButton]:
        texts = {
            "import": (self.tr("Import..."), self.tr("Import a model file as a candidate")),
            "activate": (self.tr("Make active..."), self.tr("Try it and use it from now on")),
            "roll-back": (
                self.tr("Go back..."),
                self.tr("Make the model active again that the active one replaced"),
            ),
            "retire": (self.tr("Retire..."), self.tr("Take it out of use; its files stay")),
            "delete": (self.tr("Delete..."), self.tr("Delete its files; results stay readable")),
            "export": (self.tr("Export..."), self.tr("Write it as one file")),
            "sign": (self.tr("Sign..."), self.tr("This site vouches for it with its key")),
            "trust": (
                self.tr("Trust its key..."),
                self.tr("Models that are signed with the same key may become active"),
            ),
            "card": (self.tr("Model card..."), self.tr("What it is for and how it was measured")),
        }
        made = {}
        for name, (text, tip) in texts.items():
            button = QPushButton(text)
            button.setToolTip(tip)
            button.setAutoDefault(False)
            made[name] = button
        made["activate"].setProperty("role", "primary")
        return made

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.intro)
        column.addWidget(self.message)
        below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 6, 0, 0)
        lower.addWidget(self.history_title)
        lower.addWidget(self.history, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for part, share in zip((self.table, below), _SHARES, strict=True):
            halves.addWidget(part)
            halves.setStretchFactor(halves.count() - 1, share)
        column.addWidget(halves, 1)
        column.addWidget(self.note)
        row = FlowLayout()
        for button in self._buttons.values():
            row.addWidget(button)
        column.addLayout(row)

    def _connect(self) -> None:
        life = self._life
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.doubleClicked.connect(lambda _index: self._show_card())
        life.described.connect(self._show)
        life.changed.connect(self.look)
        life.progressed.connect(self._tell_progress)
        life.imported.connect(lambda _imported: self._tell(""))
        life.promoted.connect(self._tell_promoted)
        life.ended.connect(self._tell_ended)
        life.refused.connect(self._tell_refusal)
        life.card_read.connect(self._open_card)
        acts = {
            "import": self._import,
            "activate": self._activate,
            "roll-back": self._roll_back,
            "retire": partial(self._end, "retire"),
            "delete": partial(self._end, "delete"),
            "export": self._export,
            "sign": self._sign,
            "trust": self._trust,
            "card": self._show_card,
        }
        for name, act in acts.items():
            self._buttons[name].clicked.connect(lambda _checked=False, act=act: act())

    def button(self, name: str) -> QPushButton:
        """By its key in `_made_buttons`."""
        return self._buttons[name]

    def look(self) -> None:
        """Looks at the models again, where anybody sees it."""
        if self.isVisible():
            self._life.describe()

    def _show(self, overview: Overview) -> None:
        self._previous = overview.previous
        self.table.show_models(overview.rows)
        self._offer()

    def _offer(self) -> None:
        """What can be done with the model that is chosen."""
        row, buttons = self.table.chosen, self._buttons
        state = "" if row is None else row.model.state
        is_here = row is not None and row.is_here
        is_whole = is_here and row.problem is None
        is_own = row is not None and not row.model.is_shipped
        is_active = state == "active"
        buttons["activate"].setEnabled(is_whole and not is_active)
        buttons["roll-back"].setEnabled(self._previous is not None)
        buttons["retire"].setEnabled(is_here and state in _ALIVE)
        buttons["delete"].setEnabled(is_here and is_own and not is_active)
        buttons["export"].setEnabled(is_whole)
        buttons["sign"].setEnabled(is_whole and is_own and row.signature != "site")
        buttons["trust"].setEnabled(is_whole and row.signature == BY_UNKNOWN)
        buttons["card"].setEnabled(is_whole)
        changes = () if row is None else row.history
        self.history.show_rows([words.change_cells(change) for change in reversed(changes)])
        problem = None if row is None else row.problem
        # Its folder has the name of its digest, which tells nobody anything.
        self.message.setText("" if problem is None else error_text(problem, is_masked=True))
        self.message.setVisible(problem is not None)

    def _import(self) -> None:
        path = self._prompts.ask_model_file(last_folder(self._desk.state.settings))
        if path is not None:
            self._take_in(path)

    def _take_in(self, path: Path) -> None:
        if self._admits(self.tr("Import a model"), False):
            self._desk.import_model(path)

    def _activate(self) -> None:
        row = self.table.chosen
        if row is not None:
            self._desk.activation_asked.emit(row.model.id)

    def _roll_back(self) -> None:
        target = self._previous
        if target is None or not self._admits(self.tr("Go back to the model before"), False):
            return
        text = self.tr("{name} becomes the active model again. It is tried first.")
        self._ask(
            self.tr("Go back"), text.format(name=words.named(target)), self.tr("Go back"),
            self._life.roll_back,
        )  # fmt: skip

    def _end(self, way: str) -> None:
        row = self.table.chosen
        if row is None:
            return
        if way == "retire":
            title, act = self.tr("Retire a model"), self.tr("Retire")
            text = self.tr("{name} is not offered any more. Its files and results stay.")
            work = self._life.retire
        else:
            title, act = self.tr("Delete a model"), self.tr("Delete")
            text = self.tr("The files of {name} are deleted. Results it gave stay readable.")
            work = self._life.delete
        if self._admits(title, False):
            self._ask(
                title, text.format(name=words.named(row.model)), act, partial(work, _key(row)),
                is_dangerous=True,
            )  # fmt: skip

    def _sign(self) -> None:
        row = self.table.chosen
        if row is not None and self._admits(self.tr("Sign a model"), True):
            text = self.tr("This site vouches for {name}: whoever trusts its key may use it.")
            self._ask(
                self.tr("Sign a model"), text.format(name=words.named(row.model)), self.tr("Sign"),
                partial(self._life.sign, _key(row)),
            )  # fmt: skip

    def _trust(self) -> None:
        row = self.table.chosen
        title = self.tr("Trust a key")
        if row is None or row.signed is None or not self._admits(title, False):
            return
        text = self.tr(
            "{owner} signed this model, as its signature says. Compare the key with what they tell "
            "you on another way before you trust it."
        )
        owner = clean_text(row.signed.name) or self.tr("An unnamed maker")
        work = partial(self._life.trust_key, row.signed.key, owner)
        facts = [(self.tr("Key"), row.signed.key)]
        self._ask(title, text.format(owner=owner), self.tr("Trust"), work, facts)

    def _export(self) -> None:
        row = self.table.chosen
        if row is None or not self._admits(self.tr("Export a model"), False):
            return
        start = last_folder(self._desk.state.settings) / f"{row.model.id}{SUFFIX}"
        kinds = self.tr("Model (*.whyray)")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export a model"), str(start), kinds)
        if chosen:
            path = Path(chosen)
            self._life.export(_key(row), path if path.suffix else path.with_suffix(SUFFIX))

    def _ask(
        self,
        title: str,
        text: str,
        act: str,
        work: Callable[[str], None],
        facts: Sequence[tuple[str, str]] = (),
        *,
        is_dangerous: bool = False,
    ) -> None:
        dialog = ReasonDialog(title, text, act, facts, parent=self)
        if is_dangerous:
            dialog.beware()
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: work(dialog.reason.text()))
        dialog.open()

    def _show_card(self) -> None:
        row = self.table.chosen
        if row is not None and row.problem is None and row.is_here:
            self._life.read_card(_key(row))

    def _open_card(self, manifest: object, card: str) -> None:
        if self.isVisible():
            ModelCardDialog(manifest, card, self).open()

    def _tell(self, text: str) -> None:
        self.note.setText(text)

    def _tell_progress(self, _fraction: float, note: str) -> None:
        self._tell(shown_words(note))

    def _tell_promoted(self, model_id: str) -> None:
        self._tell(self.tr("{name} is the active model now.").format(name=self._named(model_id)))

    def _tell_ended(self, model_id: str, what: str) -> None:
        text = translate(words.CONTEXT, words.ENDED[what])
        self._tell(text.format(name=self._named(model_id)))

    def _named(self, model_id: str) -> str:
        """What people call it; a key's owner and what is gone stay as they are told."""
        found = [row.model for row in self.table.rows if row.model.id == model_id]
        return words.named(found[0]) if found else model_id

    def _tell_refusal(self, error: WhyRayError) -> None:
        self._tell("")
        self.message.setText(error_text(error))
        self.message.show()

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        """Looks at the models when it appears."""
        super().showEvent(event)
        self._life.describe()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files are welcome."""
        if can_be_dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A model that is dropped is taken in."""
        paths = dropped_paths(event.mimeData()).paths
        event.acceptProposedAction()
        if paths:
            self._take_in(paths[0])


def _key(row: Described) -> str:
    """What names it beyond doubt."""
    return row.model.digest
