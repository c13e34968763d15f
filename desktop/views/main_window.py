"""The window: puts the panes together and passes drops, keys and errors on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QMenuBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.actions import Actions
from desktop.commands.context import Context, Prompts
from desktop.jobs.desk import Desk
from desktop.paths import SAMPLE_MODEL, SAMPLES
from desktop.samples import Sample, list_samples
from desktop.state.session import remember_habits
from desktop.state.workspace import Item
from desktop.views.administrator.gate import admits
from desktop.views.administrator.presence import Presence
from desktop.views.administrator.session_sign import SessionSign
from desktop.views.dialogs.model_form import ModelForm
from desktop.views.dialogs.prompts import FilePrompts
from desktop.views.dicom.receiving_sign import ReceivingSign
from desktop.views.drops import can_be_dropped, dropped_paths
from desktop.views.icons import icon
from desktop.views.image.hands import Hands
from desktop.views.image.image_view import ImageView
from desktop.views.image.links import Links
from desktop.views.image.marks.marking import Marking
from desktop.views.menus import fill_menu_bar
from desktop.views.models.questions import ActivationQuestions
from desktop.views.panels.explanation_panel import ExplanationPanel
from desktop.views.panels.facts_panel import FactsPanel
from desktop.views.panels.findings_panel import FindingsPanel
from desktop.views.panels.greys_panel import GreysPanel
from desktop.views.panels.marks_panel import MarksPanel
from desktop.views.panels.masks_panel import MasksPanel
from desktop.views.panels.model_bar import ModelBar
from desktop.views.panels.probe_bar import ProbeBar
from desktop.views.panels.rest_sign import RestSign
from desktop.views.panels.stage import Stage
from desktop.views.panels.thumbnail_strip import ThumbnailStrip
from desktop.views.panels.trust_panel import TrustPanel
from desktop.views.panels.welcome_page import WelcomePage
from desktop.views.recent_menu import RecentMenu
from desktop.views.retraining.retraining_sign import RetrainingSign
from desktop.views.tool_row import ToolRow
from desktop.views.widgets.drop_veil import DropVeil
from desktop.views.widgets.notice_bar import NoticeBar
from desktop.views.widgets.research_strip import ResearchStrip
from desktop.views.widgets.side_area import SideArea
from desktop.views.window_place import remember_place, restore_place
from desktop.views.window_shell import WindowShell
from desktop.views.window_title import WindowTitle

if TYPE_CHECKING:
    from engine.errors import ForeignModelError

NOTE_MS = 6000
START_SIZE, LEAST_SIZE = (1280, 820), (960, 620)
SIDE_PX, STRIP_PX = 348, 140


class MainWindow(QMainWindow):
    """Everything that a person sees.

    Args:
        desk: takes the requests.
        prompts: asks for files; None means the system's dialogs.
    """

    closed = Signal()

    def __init__(self, desk: Desk, prompts: Prompts | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._state = desk.state
        self.setWindowTitle("WhyRay")
        self.setWindowIcon(icon("whyray"))
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(*LEAST_SIZE).boundedTo(self.screen().availableSize()))
        self.prompts = prompts if prompts is not None else FilePrompts(self)
        context = Context(desk, self.find_image, WindowShell(self), self.prompts, self.admits)
        self.actions_by_id = Actions(self, context, icon)
        self._answers: dict[Path, dict] = {}
        self._hands = Hands(desk, self)
        self.marking = Marking(desk.state, self.prompts, self)
        self._build_menus()
        self._build_panes()
        self._build_toolbar()
        self._veil = DropVeil(self)
        self.activation = ActivationQuestions(self.desk, self.admits, self)
        self._connect()
        self._restore()
        self._offer(self._state.workspace.current)
        for chooser in self.findChildren(QComboBox):
            chooser.installEventFilter(self)

    def admits(self, what: str) -> bool:
        """The gate: whether an action of the administrator may run, after asking for the password.

        Args:
            what: its name.
        """
        return admits(self.desk.administration, self, what)

    def _offer_password(self) -> None:
        """The first page offers to set a password, until there is one or nobody wants it."""
        is_wanted = self._state.settings.get("administrator/is_offered") is True
        self.stage.welcome.offer.setVisible(is_wanted and self.desk.administration.lacks_password)

    def _decline_password(self) -> None:
        self._state.settings.set("administrator/is_offered", False)
        self._offer_password()

    def _build_menus(self) -> None:
        menus, top = QMenuBar(), QWidget()
        top.setObjectName("top")
        self._top_row = QHBoxLayout(top)
        self._top_row.setContentsMargins(0, 0, 0, 0)
        self._top_row.addWidget(menus, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setMenuWidget(top)
        filled = fill_menu_bar(menus, self.actions_by_id)
        self._recent = RecentMenu(filled["file/recent"], self.desk)
        self.addActions(self.actions_by_id.all())

    def _build_toolbar(self) -> None:
        bar = ToolRow(self.actions_by_id)
        import_menu = QMenu(self)
        for command_id in ("import-model-file", "import-model-folder"):
            import_menu.addAction(self.actions_by_id[command_id])
        self.model_bar = ModelBar(self._state, import_menu)
        self.model_bar.model_chosen.connect(self.desk.choose_model)
        # Beside the menus: a toolbar would hide it in small windows, and it must always be seen.
        self._top_row.addWidget(self.model_bar)
        self._toolbar = bar
        self.addToolBar(bar)

    def _build_panes(self) -> None:
        self.strip = ThumbnailStrip(self._state.workspace)
        self.strip.visible_items_changed.connect(self.desk.opening.prefer)
        self.stage = Stage(self._state, WelcomePage(list_samples(SAMPLES)))
        self.findings = FindingsPanel(self._state)
        self.explanation = ExplanationPanel(self._state, self.prompts)
        self.trust = TrustPanel(self._state)
        self.facts = FactsPanel(self._state)
        self.marks = MarksPanel(self._state, self.actions_by_id.__getitem__)
        self.masks = MasksPanel(self._state, self.actions_by_id.__getitem__)
        self.greys = GreysPanel(self.actions_by_id, self.desk.greys)
        self.greys.follow(self.stage.image)
        self.stage.view_focused.connect(self.greys.follow)
        self._side = SideArea(
            self.findings,
            self.explanation,
            self.trust,
            self.marks,
            self.masks,
            self.greys,
            self.facts,
        )
        self._splitter = QSplitter()
        self._splitter.setHandleWidth(4)
        for pane in (self.strip, self.stage, self._side):
            self._splitter.addWidget(pane)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([STRIP_PX, START_SIZE[0] - STRIP_PX - SIDE_PX, SIDE_PX])
        for place in range(3):
            self._splitter.setCollapsible(place, False)
        self.notice = NoticeBar()
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (ResearchStrip(), self.notice):
            column.addWidget(part)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(whole)
        self.probe = ProbeBar()
        self.stage.each_view(self._listen_to)
        self._links = Links(self.stage, self._state.panes, self)
        self.statusBar().addPermanentWidget(ReceivingSign(self.desk.receiving, self.statusBar()))
        self.statusBar().addPermanentWidget(SessionSign(self.desk.administration, self.statusBar()))
        self.statusBar().addPermanentWidget(RestSign(self.desk.catching_up, self.statusBar()))
        Presence(self.desk.administration, self)
        self.retraining = RetrainingSign(self.desk.retraining, self.statusBar())
        self.statusBar().addPermanentWidget(self.retraining)
        self.statusBar().addPermanentWidget(self.probe)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        workspace = self._state.workspace
        workspace.current_changed.connect(self._offer)
        workspace.item_changed.connect(self._offer_again)
        workspace.items_added.connect(self._show_panes)
        workspace.item_removed.connect(self._show_panes)
        welcome = self.stage.welcome
        welcome.open_files_asked.connect(self.actions_by_id["open-files"].trigger)
        welcome.open_folder_asked.connect(self.actions_by_id["open-folder"].trigger)
        welcome.sample_asked.connect(self._open_sample)
        welcome.password_asked.connect(self.actions_by_id["administrator-password"].trigger)
        welcome.password_declined.connect(self._decline_password)
        self.desk.administration.noted.connect(self.note)
        self.desk.administration.changed.connect(self._offer_password)
        self._offer_password()
        self.stage.retry_asked.connect(self.desk.retry)
        self.stage.close_asked.connect(self.desk.close_current)
        self.findings.override_asked.connect(self.actions_by_id["score-anyway"].trigger)
        self.findings.reveal_asked.connect(self.actions_by_id["looked"].trigger)
        self.findings.decided.connect(
            lambda name, word: self.desk.records.decide(name, verdict=word)
        )
        self.findings.card_asked.connect(self.actions_by_id["model-card"].trigger)
        self.findings.commented.connect(
            lambda name, text: self.desk.records.decide(name, comment=text)
        )
        self.explanation.explain_asked.connect(self.actions_by_id["explain"].trigger)
        self.explanation.cancel_asked.connect(self.desk.reading.cancel)
        self.trust.test_asked.connect(self.actions_by_id["test-map"].trigger)
        self.trust.thorough_test_asked.connect(self.actions_by_id["test-map-thoroughly"].trigger)
        self.trust.masks_asked.connect(self.actions_by_id["open-masks"].trigger)
        self.trust.cancel_asked.connect(self.desk.reading.cancel)
        self.explanation.step_asked.connect(self.desk.reading.step_class)
        self.retraining.asked.connect(self.actions_by_id["retrain"].trigger)
        self.retraining.ended.connect(self.note)
        self.desk.error_raised.connect(self.notice.show_error)
        self.desk.noted.connect(self.note)
        self.desk.import_needs_answers.connect(self._ask_about_model)
        tool = self._state.tool
        masks = self._state.masks.changed
        for changed in (tool.tool_changed, tool.magnifier_changed, self._state.cine.changed, masks):
            changed.connect(self.actions_by_id.tick)
        self.actions_by_id.tick()
        self.desk.marks.exported.connect(self._tell_exported)
        self.desk.marks.masks_exported.connect(self._tell_masks_exported)
        self.marks.words_asked.connect(
            lambda mark_id: self.marking.layer(self.image).edit_words(mark_id)
        )
        self._title = WindowTitle(self, self._state.workspace)
        self._state.workspace.privacy.changed.connect(self.notice.set_masked)
        self.notice.set_masked(self._state.workspace.privacy.is_on)
        self._show_panes()

    @property
    def image(self) -> ImageView:
        """The radiograph of the focused pane, which may change."""
        return self.stage.image

    def find_image(self) -> ImageView:
        """The radiograph that commands are meant for."""
        return self.stage.image

    def _listen_to(self, image: ImageView) -> None:
        """Connects the radiograph of one pane; called for every pane once."""
        self.probe.listen_to(image)
        self._hands.join(image)
        for used in (image.greys_changed, image.view_changed):
            used.connect(self.desk.catching_up.give_way)
        self.marking.join(image)
        self._state.workspace.privacy.changed.connect(image.set_masked)
        image.set_masked(self._state.workspace.privacy.is_on)
        image.maximise_requested.connect(self._maximise)
        image.context_menu_requested.connect(self._show_context_menu)

    def _maximise(self) -> None:
        """The pane before the others where there are several, else the image without the panels."""
        panes = self._state.panes
        if panes.layout == "1":
            self.toggle_panes()
        else:
            panes.maximise(not panes.is_maximised)

    def toggle_panes(self) -> None:
        """Only the image, or the image between its panes."""
        is_alone = not self._side.isVisibleTo(self)
        for pane in (self._side, self._toolbar):
            pane.setVisible(is_alone)
        self.strip.setVisible(is_alone and bool(self._state.workspace.items))

    def _offer(self, item: Item | None) -> None:
        self.actions_by_id.offer(item)

    def _offer_again(self, item: Item, _changed: frozenset) -> None:
        if item is self._state.workspace.current:
            self._offer(item)

    def _show_panes(self, _what: object = None) -> None:
        has_items = bool(self._state.workspace.items)
        self.strip.setVisible(has_items)
        self._side.setVisible(has_items)
        self.probe.setVisible(has_items)

    def note(self, text: str) -> None:
        """Says a sentence in the status bar."""
        self.statusBar().showMessage(text, NOTE_MS)

    def _tell_exported(self, path: Path) -> None:
        self.note(self.tr("Marks written to {name}.").format(name=path.name))

    def _tell_masks_exported(self, count: int, folder: Path) -> None:
        self.note(self.tr("%n mask(s) written to {name}.", "", count).format(name=folder.name))

    def _open_sample(self, sample: Sample) -> None:
        self.desk.open_sample(sample.path, sample.title, SAMPLE_MODEL)

    def _show_context_menu(self, place) -> None:  # noqa: ANN001 - QPoint, on the screen
        menu = QMenu(self)
        for command_id in (
            "fit",
            "one-to-one",
            "invert",
            "reset",
            "toggle-overlay",
            "copy-view",
            "save-view",
            "copy-details",
        ):
            menu.addAction(self.actions_by_id[command_id])
        menu.exec(place)

    def _ask_about_model(self, path: Path, error: ForeignModelError) -> None:
        form = ModelForm(path, error, self._answers.get(path, {}), self)
        if form.exec() == ModelForm.DialogCode.Accepted:
            self._answers[path] = form.answers()
            self.desk.import_model(path, self._answers[path])

    def _restore(self) -> None:
        settings = self._state.settings
        restore_place(self, settings, QSize(*START_SIZE))
        panes = str(settings.get("window/panes")).encode("ascii", "ignore")
        if panes:
            self._splitter.restoreState(QByteArray.fromBase64(panes))

    def remember(self) -> None:
        """Puts sizes, place and habits into the settings."""
        settings = self._state.settings
        remember_place(self, settings)
        settings.set("window/panes", bytes(self._splitter.saveState().toBase64().data()).decode())
        remember_habits(self._state)

    def take_over(self, before: MainWindow) -> None:
        """Appears in the place of the window before it and shows everything as that one did."""
        self.setGeometry(before.geometry())
        self.setWindowState(before.windowState())
        if before.has_side_hidden:
            self.toggle_panes()
        self.show()  # the views have their sizes from here on
        for number in self._state.panes.visible:
            look = before.stage.pane(number).image.look()
            if look is not None:
                self.stage.pane(number).image.show_look(look)

    def let_go(self) -> None:
        """Holds no pixels any more, even where Python keeps what is left of the window."""
        for image in self.stage.every_view:
            image.show_radiograph(None)

    @property
    def has_side_hidden(self) -> bool:
        """Whether only the image is shown though there are files."""
        return bool(self._state.workspace.items) and not self._side.isVisibleTo(self)

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers habits; the application then ends the workers."""
        self.remember()
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Anything with addresses may be dropped anywhere."""
        if can_be_dropped(event.mimeData()):
            event.acceptProposedAction()
            self._veil.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._veil.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens what was dropped."""
        self._veil.hide()
        dropped = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        if dropped.refused:
            self.desk.refuse(dropped.refused)
        if dropped.paths:
            self.desk.open_paths(dropped.paths, is_dropped=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hides the map while Q is held; keys come here from wherever they mean nothing."""
        if _is_peek_key(event):
            self.image.peek(True)
        elif _is_plain_space(event):
            self.image.hand.hold_space(True)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Shows it again."""
        if _is_peek_key(event):
            self.image.peek(False)
        elif _is_plain_space(event):
            self.image.hand.hold_space(False)
        else:
            super().keyReleaseEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes Q from the choosers, which would look for an entry of that letter."""
        if event.type() == QEvent.Type.KeyPress and _is_peek_key(event):
            self.image.peek(True)
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Shows the map again when the window loses the keyboard."""
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.image.peek(False)
        super().changeEvent(event)


def _is_plain_space(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Space and not event.modifiers() and not event.isAutoRepeat()


def _is_peek_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Q and not event.modifiers() and not event.isAutoRepeat()
