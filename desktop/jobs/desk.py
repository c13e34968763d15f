"""The desk: everything that commands and views may ask for, handed on to the workers.

files -> Opening -> ReadingRoom -> state -> views
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.administrator.vault import Vault
from desktop.jobs import tasks
from desktop.jobs.administration import Administration
from desktop.jobs.ahead import Ahead
from desktop.jobs.anatomy import Anatomy
from desktop.jobs.batching import Batching
from desktop.jobs.browsing import Browsing
from desktop.jobs.catching_up import CatchingUp
from desktop.jobs.catching_up_tasks import Bench
from desktop.jobs.comparing import Comparing
from desktop.jobs.delivery import Delivery
from desktop.jobs.exporting import Exporting
from desktop.jobs.failures import presentable
from desktop.jobs.greys import GreyCounting
from desktop.jobs.intake import Intake
from desktop.jobs.library import LibraryKeeping
from desktop.jobs.library_tasks import Home
from desktop.jobs.marks import MarkKeeping
from desktop.jobs.model_comparison import ModelComparison
from desktop.jobs.models import Models
from desktop.jobs.monitoring import Monitoring
from desktop.jobs.opening import Opening
from desktop.jobs.opinions import AskingTwo
from desktop.jobs.previews import Previews
from desktop.jobs.reading import ReadingRoom
from desktop.jobs.recalibrating import Recalibrating
from desktop.jobs.receiving import Receiving
from desktop.jobs.records import Records
from desktop.jobs.replies import Lane, Reply
from desktop.jobs.retraining import Retraining
from desktop.jobs.training_sources import TrainingSources
from desktop.jobs.watching import Watching
from desktop.paths import (
    decisions_folder,
    inbox_folder,
    library_folder,
    marks_folder,
    retraining_folder,
    scratch_folder,
)
from desktop.state.recent import Recent
from desktop.state.session import SessionState
from desktop.state.workspace import Item, Workspace
from desktop.system_facts import part_version
from engine.bundle.store import ModelStore
from engine.decisions import RecordStore
from engine.errors import UnreadableFile
from engine.images.decoder import Decoder
from engine.measure.store import SheetStore
from engine.registry.registry import Imported, Standing

if TYPE_CHECKING:  # this pulls in ONNX Runtime, which is loaded after the window is up
    from engine.explain.explanation import Method
    from engine.pipeline import Question

_METHODS = "methods"
_LOCALISATION, _CARD = "localisation", "card"
MOST_RECENT = 3  # of more files opened at once, their folder is remembered


class Desk(QObject):
    """Takes requests, owns the workers, and ends them.

    Args:
        state: the session's state.
        store: the models of this installation.
        make_decoder: gives a new decoder child.
        vault: the administrator's password and key; None: of this user.
    """

    error_raised = Signal(object)  # WhyRayError that belongs to no open file
    noted = Signal(str)  # one sentence for the status bar
    import_needs_answers = Signal(object, object)  # Path, ForeignModelError
    card_read = Signal(object, str)  # Manifest, Markdown
    activation_asked = Signal(str)  # id of the model that a person wants for all own files

    def __init__(
        self,
        state: SessionState,
        store: ModelStore,
        make_decoder: Callable[[], Decoder] = Decoder,
        vault: Vault | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.state = state
        self._store = store
        self.opening = Opening(state.workspace, make_decoder, self)
        self.reading = ReadingRoom(state, store, make_decoder(), self)
        self.previews = Previews(state, self.reading, self)
        self.browsing = Browsing(state, self.reading, make_decoder(), self)
        self.comparing = Comparing(state, self.reading, self)
        self.asking_two = AskingTwo(state, self.reading, make_decoder(), self)
        self.recent = Recent(state.settings, self)
        self.recent.set_masked(state.workspace.privacy.is_on)
        state.workspace.privacy.changed.connect(self.recent.set_masked)
        self.intake = Intake(state.workspace, scratch_folder(), self)
        self.watching = Watching(state.settings, self)
        state.settings.changed.connect(self._budget_memory)
        self._budget_memory("files/memory_mb")
        self.models_life = Models(state, store, self)
        self.model_comparison = ModelComparison(store, state.models, make_decoder, self)
        self.batching = Batching(store, state.settings, parent=self)
        bench = Bench(store, make_decoder())
        self.catching_up = CatchingUp(state, bench, self.reading, self.opening, self.batching, self)
        user = state.settings.folder
        decided = RecordStore(decisions_folder(user))
        self.delivery = Delivery(self)
        self.exporting = Exporting(self)
        self.receiving = Receiving(state.settings, inbox_folder(user), self)
        self.anatomy = Anatomy(state, store, self)
        self.greys = GreyCounting(self)
        self.retraining = Retraining(store, retraining_folder(user), self)
        self.records = Records(state, decided, self)
        sheets = SheetStore(marks_folder(user), f"WhyRay {part_version('whyray')}")
        self.marks = MarkKeeping(state.workspace, sheets, self)
        self.training_sources = TrainingSources(library_folder(user), self)
        home = Home(library_folder(user), decided, sheets, inbox_folder(user))
        self.library = LibraryKeeping(state, home, self.marks, self)
        self.monitoring = Monitoring(home.folder, self)
        self.recalibrating = Recalibrating(user, home.folder, self)
        self.administration = Administration(state.settings, vault, self)
        self._files = Lane("files", self)
        self._ahead = Ahead(state.inquiry, self)
        self.models_life.find_key = self.administration.site_signing_key
        self._connect()

    def _connect(self) -> None:
        self.models_life.stood.connect(self._open_active)
        self.models_life.refused.connect(self.error_raised)
        self.models_life.noticed.connect(self.error_raised)
        self.models_life.needs_answers.connect(self.import_needs_answers)
        self.models_life.imported.connect(self._tell_imported)
        self.models_life.promoted.connect(self._tell_promoted)
        self.intake.error_raised.connect(self.error_raised)
        self.intake.noted.connect(self.noted)
        self.watching.arrived.connect(self._arrived)
        self.watching.failed.connect(self.error_raised)
        self.catching_up.failed.connect(self.error_raised)
        self.exporting.saved.connect(self._tell_saved)
        self.exporting.failed.connect(self.error_raised)
        self.receiving.arrived.connect(self._received)
        self.receiving.failed.connect(self.error_raised)
        self.records.error_raised.connect(self.error_raised)
        self.marks.error_raised.connect(self.error_raised)
        self.library.error_raised.connect(self.error_raised)
        self.library.noted.connect(self.noted)
        self.library.forgotten.connect(self.recent.drop)
        self.records.decided.connect(self.library.chronicle.notice_decision)
        self.administration.told.connect(self.library.chronicle.notice_administrator)
        self.batching.scored.connect(self.library.chronicle.notice_file)
        self.delivery.told.connect(self.library.chronicle.notice_delivery)

    def open_paths(self, paths: Iterable[Path], *, is_dropped: bool = False) -> None:
        """Opens files, folders, archives and DICOMDIRs; the first image comes on screen.

        What a dropped folder or archive holds only joins the list where an image is open.
        """
        wanted = tuple(paths)
        self.recent.remember(wanted if len(wanted) <= MOST_RECENT else (wanted[0].parent,))
        self.intake.open(wanted, is_dropped=is_dropped)

    def open_sample(self, path: Path, title: str, model_id: str) -> None:
        """Opens a radiograph that came with the program; `model_id` scores it."""
        known = self.intake.find(path)
        if known is None:
            known = Item(path, model_id=model_id, title=title)
            self.state.workspace.add([known])
        self.state.workspace.select(known)

    def compare_with_prior(self) -> None:
        """Puts the prior of the current image beside it, or says that none is known."""
        if not self.state.panes.compare():
            self.noted.emit(
                self.tr("No other study of this patient in this view is among the open files.")
            )

    def show_twice(self, *, with_other_model: bool = False) -> None:
        """Shows the current image once more, to be asked in another way."""
        item = self.state.workspace.current
        if item is None:
            return
        asked = self.reading.model_id_for(item)
        others = [model.id for model in self.state.models.stored if model.id != asked]
        if with_other_model and not others:
            self.noted.emit(self.tr("There is only one model. Import another one first."))
            return
        inquiry = self.state.inquiry.of(item)
        companion = self.state.panes.show_twice()
        if companion is not None:
            self.state.inquiry.give_own(companion, inquiry)
            self.state.workspace.update(companion, asked_model=asked)
            if with_other_model:
                self.reading.use_model(companion, others[0])

    def ask_in_pane(self, model_id: str, question: Question) -> None:
        """Shows a question's map in the focused pane; that of another model beside it."""
        item = self.state.workspace.current
        if item is None:
            return
        if self.reading.model_id_for(item) != model_id:
            inquiry = self.state.inquiry.of(item)
            item = self._companion(item)
            self.state.inquiry.give_own(item, inquiry)
            self.reading.use_model(item, model_id)
        self.state.overlay.change(is_visible=True)
        self.state.inquiry.set_options(question.method, question.options)
        self.state.inquiry.change(
            method=question.method,
            target=question.target.name,
            against=None,
            also=frozenset(),
            layer=question.layer,
        )
        self.reading.want(item)

    def show_with_both(self, item: Item, one: str, other: str) -> None:
        """Shows an image in two panes, each scored by one of two models, the first one left."""
        panes, workspace = self.state.panes, self.state.workspace
        panes.focus(0)
        panes.arrange("1")
        workspace.select(item)
        if self.reading.model_id_for(item) != one:
            if item.is_sample:  # it is scored by the model that it came with
                one, other = self.reading.model_id_for(item), one
            else:
                self.reading.use_model(item, one)
        inquiry = self.state.inquiry.of(item)
        companion = panes.show_twice()
        if companion is not None:
            self.state.inquiry.give_own(companion, inquiry)
            self.reading.use_model(companion, other)

    def _companion(self, item: Item) -> Item:
        """The image beside itself: where it stands already, else in a pane of its own."""
        if item.twin_of is not None:
            return item
        beside = self.state.panes
        for number in beside.visible:
            known = beside.item(number)
            if known is not None and known.twin_of is item:
                beside.focus(number)
                return known
        return beside.show_twice()

    def choose_model(self, model_id: str) -> None:
        """A model for the current image where it is shown a second time, else for all own files.

        The latter makes it the active one: `activation_asked` asks for that to be decided.
        """
        current = self.state.workspace.current
        if current is not None and current.twin_of is not None:
            self.reading.use_model(current, model_id)
        else:
            self.activation_asked.emit(model_id)

    def step(self, by: int) -> None:
        """Goes `by` items on in the list, stopping at its ends."""
        workspace = self.state.workspace
        if workspace.items:
            index = min(len(workspace.items) - 1, max(0, workspace.current_index + by))
            workspace.select(workspace.items[index])

    def step_frame(self, by: int) -> None:
        """Goes `by` frames on in the image on screen, stopping at its ends; ends playing."""
        self.state.cine.stop()
        item = self.state.workspace.current
        if item is not None and item.radiograph is not None:
            last = item.radiograph.frame_count - 1
            self.reading.show_frame(min(last, max(0, item.frame + by)))

    def play_frames(self) -> None:
        """Plays the frames of the image on screen, or lets one stand, which is then scored."""
        if not self.state.cine.stop():
            self.state.cine.start()

    def close_current(self) -> None:
        """Closes the item on screen."""
        current = self.state.workspace.current
        if current is not None:
            self.reading.cancel()
            self.state.workspace.remove(current)

    def step_study(self, by: int) -> None:
        """Goes to the first image of the study `by` studies on, stopping at the ends."""
        workspace = self.state.workspace
        if workspace.current is None:
            return
        studies = _by_study(workspace)
        here = list(studies).index(_study_of(workspace, workspace.current))
        there = min(len(studies) - 1, max(0, here + by))
        if there != here:
            workspace.select(list(studies.values())[there][0])

    def close_study(self) -> None:
        """Closes all images of the study on screen."""
        workspace = self.state.workspace
        if workspace.current is not None:
            self.reading.cancel()
            for item in _by_study(workspace)[_study_of(workspace, workspace.current)]:
                workspace.remove(item)

    def forget_study(self) -> None:
        """Forgets the study on screen and closes its images."""
        self.reading.cancel()
        self.library.forget(items=self._study_on_screen())

    def mark_study_read(self) -> None:
        """Files that the study on screen was read."""
        if not self.library.keeps_history:
            self.noted.emit(self.tr("The history is off: it is not remembered what was read."))
        elif self._study_on_screen():
            self.library.mark(items=self._study_on_screen(), is_read=True)
            self.noted.emit(self.tr("Marked as read."))

    def _study_on_screen(self) -> tuple[Item, ...]:
        workspace = self.state.workspace
        if workspace.current is None:
            return ()
        return tuple(_by_study(workspace)[_study_of(workspace, workspace.current)])

    def retry(self) -> None:
        """Opens the item on screen again after a failure."""
        current = self.state.workspace.current
        if current is not None and current.error is not None:
            self.state.workspace.update(current, status=type(current.status).WAITING, error=None)
            self.opening.go_on()

    def cancel(self) -> bool:
        """Stops what is under way for the item on screen, and folder walks. False: nothing was."""
        if self.state.cine.stop():
            return True
        current = self.state.workspace.current
        stopped = [self.intake.cancel(), self.models_life.cancel(), self.reading.cancel()]
        if current is not None:
            stopped.append(self.opening.cancel(current))
        return any(stopped)

    def warm_up(self) -> None:
        """Loads the engine, the model list and the active model, while the window is usable."""
        self.opening.warm_up()
        reply = Reply(self._methods_listed, self._raise)
        self._files.start(_METHODS, tasks.list_methods, reply)
        reply = Reply(self.state.inquiry.set_localisation, self._raise)
        self._files.start(_LOCALISATION, tasks.list_localisation, reply)
        self.watching.start()
        self.receiving.start()
        self.library.start()
        self.retraining.follow()

    def list_models(self) -> None:
        """Reads the model list, then opens the active model ahead of its first use."""
        self.models_life.look()

    def read_card(self) -> None:
        """Fetches the card of the model that scores the current image, else of the active one."""
        item = self.state.workspace.current
        model_id = self.state.models.active_id if item is None else self.reading.model_id_for(item)
        if not model_id:
            self.noted.emit(self.tr("There is no model yet. Import one first."))
            return
        reply = Reply(lambda told: self.card_read.emit(*told), self._raise)
        self._files.start(_CARD, partial(tasks.read_card, self._store, model_id), reply)

    def import_model(self, path: Path, answers: dict[str, Any] | None = None) -> None:
        """Takes a bundle, ``.whyray`` or bare ``.onnx`` file in as a candidate."""
        self.noted.emit(self.tr("Importing {name} ...").format(name=path.name))
        self.models_life.import_candidate(path, answers)

    def close(self, timeout_s: float = 5.0) -> bool:
        """Cancels all work, ends children and threads. False when a thread did not end."""
        parts = (
            self.administration,
            self.training_sources,
            self.catching_up,
            self.batching,
            self.model_comparison,
            self.models_life,
            self.monitoring,
            self.recalibrating,
            self.receiving,
            self.retraining,
            self.delivery,
            self.exporting,
            self.watching,
            self.marks,
            self._files,
            self._ahead,
            self.anatomy,
            self.greys,
            self.previews,
            self.browsing,
            self.comparing,
            self.asking_two,
            self.reading,
            self.opening,
            self.intake,
            self.library,
        )
        ended = [part.close(timeout_s) for part in parts]
        return all(ended)

    def _arrived(self, paths: tuple[Path, ...]) -> None:
        self.catching_up.expect(paths)
        self.intake.open(paths, is_asked=False)
        text = self.tr("%n new file(s) in the watched folder.", "", len(paths))
        self.noted.emit(text)

    def _tell_saved(self, path: Path) -> None:
        self.noted.emit(self.tr("Saved {name}.").format(name=path.name))

    def _received(self, paths: tuple[Path, ...]) -> None:
        self.catching_up.expect(paths)
        self.intake.open(paths, is_asked=False)
        self.noted.emit(self.tr("%n image(s) received from the network.", "", len(paths)))

    def _budget_memory(self, name: str) -> None:
        if name == "files/memory_mb":
            self.opening.set_budget(int(float(self.state.settings.get(name))) * 2**20)

    def _methods_listed(self, methods: tuple[Method, ...]) -> None:
        """A model is opened when its scores can be explained."""
        self.state.inquiry.set_methods(methods)
        self.list_models()

    def _open_active(self, standing: Standing) -> None:
        if standing.active is not None:
            self.reading.open_model(standing.active.id)

    def _tell_imported(self, imported: Imported) -> None:
        text = self.tr("Imported {name}; it is a candidate until it is made active.")
        self.noted.emit(text.format(name=imported.model.name))

    def _tell_promoted(self, model_id: str) -> None:
        model = self.state.models.find(model_id)
        name = model_id if model is None else model.name
        self.noted.emit(self.tr("{name} is the active model now.").format(name=name))

    def _raise(self, error: BaseException) -> None:
        self.error_raised.emit(presentable(error))

    def refuse(self, names: tuple[str, ...]) -> None:
        """Reports dropped things that are no local files."""
        text = self.tr("only local files and folders can be opened. Received: {names}")
        hint = self.tr("Save the file on this computer first, then open it.")
        self.error_raised.emit(UnreadableFile(text.format(names=", ".join(names)), hint=hint))


def _by_study(workspace: Workspace) -> dict[tuple[str, str], list[Item]]:
    """The listed items by patient and study, in their order."""
    studies: dict[tuple[str, str], list[Item]] = {}
    for item in workspace.items:
        studies.setdefault(_study_of(workspace, item), []).append(item)
    return studies


def _study_of(workspace: Workspace, item: Item) -> tuple[str, str]:
    group = workspace.group(item.listed)
    return group.patient, group.study
