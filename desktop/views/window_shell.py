"""What commands ask of the window: dialogs, full screen, the clipboard, the picture of the view."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog

from desktop.paths import log_folder
from desktop.state.session import remember_habits
from desktop.state.workspace import Item
from desktop.views.administrator.gate import admits as admits_administrator
from desktop.views.administrator.gate import change_password
from desktop.views.batch.batch_window import BatchWindow
from desktop.views.batch.question import CloseGuard
from desktop.views.compare.compare_window import CompareWindow
from desktop.views.compare.opinions_window import OpinionsWindow
from desktop.views.details import details_of
from desktop.views.dialogs.about import AboutDialog
from desktop.views.dialogs.help_sheet import HelpSheet
from desktop.views.dialogs.model_card import ModelCardDialog
from desktop.views.dialogs.palette import Palette
from desktop.views.dialogs.settings_dialog import SettingsDialog
from desktop.views.dialogs.shortcut_editor import ShortcutEditor
from desktop.views.dialogs.system import SystemDialog
from desktop.views.dicom.inbox_row import InboxRow
from desktop.views.exported_view import exported_view, save_picture
from desktop.views.layers.layer_window import LayerWindow
from desktop.views.models.models_window import ModelsWindow
from desktop.views.report.order import reading_of
from desktop.views.worklist.worklist_window import WorklistWindow
from engine.errors import OutputError

if TYPE_CHECKING:
    from desktop.views.dicom.delivery_dialog import DeliveryDialog
    from desktop.views.main_window import MainWindow
    from desktop.views.monitoring.monitoring_window import MonitoringWindow
    from desktop.views.monitoring.recalibration_window import RecalibrationWindow
    from desktop.views.retraining.retraining_window import RetrainingWindow
    from engine.bundle.manifest import Manifest


class WindowShell(QObject):
    """The `Shell` of the real window.

    Args:
        window: the window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._state = window.desk.state
        window.desk.card_read.connect(self.show_card)
        self._layers: LayerWindow | None = None
        self._comparison: CompareWindow | None = None
        self._opinions: OpinionsWindow | None = None
        self._models: ModelsWindow | None = None
        self._batch: BatchWindow | None = None
        self._retraining: RetrainingWindow | None = None
        self._close_guard = CloseGuard(window, window.desk.batching)
        self._worklist: WorklistWindow | None = None
        self._monitoring: MonitoringWindow | None = None
        self._recalibration: RecalibrationWindow | None = None

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._window.isFullScreen()

    def show_palette(self) -> None:
        """Every command by its name."""
        actions = self._window.actions_by_id
        actions.tick()
        palette = Palette(actions, self._window)
        # Once the palette is gone and the window has the keyboard again.
        palette.chosen.connect(lambda command_id: QTimer.singleShot(0, actions[command_id].trigger))
        palette.open_over(self._window)

    def show_settings(self) -> None:
        """The settings, changed at once."""
        remember_habits(self._state)
        administration = self._window.desk.administration
        action = self._window.actions_by_id["empty-inbox"]
        endings = {"network": InboxRow(self._window.desk.library, action)}
        self._show(SettingsDialog(self._state.settings, self._window, administration, endings))

    def show_shortcuts(self) -> None:
        """Which keys mean what, to be changed."""
        self._show(ShortcutEditor(self._window.actions_by_id.shortcuts, self._window))

    def show_help(self) -> None:
        """The sheet of keys and gestures."""
        self._show(HelpSheet(self._window.actions_by_id.shortcuts, self._window))

    def show_worklist(self) -> None:
        """Every study that the library knows, in a window of its own."""
        if self._worklist is None:
            self._worklist = WorklistWindow(self._window.desk, self._window.prompts, self._window)
            self._worklist.opened.connect(self._window.activateWindow)
        self._worklist.show()
        self._worklist.raise_()
        self._worklist.activateWindow()

    def show_layers(self) -> None:
        """What every layer of the network saw, in a window of its own."""
        if self._layers is None:
            self._layers = LayerWindow(self._window.desk, self._window.prompts, self._window)
        self._layers.show()
        self._layers.raise_()
        self._layers.activateWindow()

    def show_comparison(self) -> None:
        """Maps of the image on screen side by side, in a window of its own."""
        if self._comparison is None:
            self._comparison = CompareWindow(self._window.desk, self._window.prompts, self._window)
        self._comparison.show()
        self._comparison.raise_()
        self._comparison.activateWindow()

    def show_opinions(self) -> None:
        """Two models about all open images, in a window of its own."""
        if self._opinions is None:
            self._opinions = OpinionsWindow(self._window.desk, self._window)
        self._opinions.show()
        self._opinions.raise_()
        self._opinions.activateWindow()

    def show_models(self) -> None:
        """Every model and its life, in a window of its own."""
        if self._models is None:
            window = self._window

            def admits(what: str, with_key: bool) -> bool:
                parent = self._models if self._models is not None else window
                return admits_administrator(
                    window.desk.administration, parent, what, with_key=with_key
                )

            self._models = ModelsWindow(window.desk, window.prompts, admits, window)
        self._models.show()
        self._models.raise_()
        self._models.activateWindow()

    def show_batch(self) -> None:
        """Many files at once, in a window of its own."""
        if self._batch is None:
            self._batch = BatchWindow(self._window.desk, self._window.prompts, self._window)
        self._batch.show()
        self._batch.raise_()
        self._batch.activateWindow()

    def show_retraining(self) -> None:
        """A new model from images of this clinic, in a window of its own."""
        from desktop.views.retraining.retraining_window import RetrainingWindow  # when it is wanted

        if self._retraining is None:
            window = self._window
            self._retraining = RetrainingWindow(window.desk, window.prompts, window)
            self._retraining.seen.connect(window.retraining.look_away)
        self._retraining.show()
        self._retraining.raise_()
        self._retraining.activateWindow()

    def show_monitoring(self) -> None:
        """What models said month after month, in a window of its own."""
        from desktop.views.monitoring.monitoring_window import MonitoringWindow  # it loads charts

        if self._monitoring is None:
            self._monitoring = MonitoringWindow(
                self._window.desk, self._window.prompts, self.show_recalibration, self._window
            )
        self._monitoring.show()
        self._monitoring.raise_()
        self._monitoring.activateWindow()

    def show_recalibration(self) -> None:
        """Calibration and operating points fitted anew, in a window of its own."""
        from desktop.views.monitoring.recalibration_window import RecalibrationWindow

        if self._recalibration is None:
            show_models = self._window.actions_by_id["models"].trigger
            self._recalibration = RecalibrationWindow(
                self._window.desk, self._window.prompts, show_models, self._window
            )
        self._recalibration.show()
        self._recalibration.raise_()
        self._recalibration.activateWindow()

    def show_about(self) -> None:
        """Versions, licences, models."""
        self._show(AboutDialog(self._state, self._window))

    def show_card(self, manifest: Manifest, card: str) -> None:
        """What a model says of itself; everything else waits until it is closed."""
        ModelCardDialog(manifest, card, self._window).open()

    def show_system(self) -> None:
        """What this computer is and what computes on it."""
        self._show(SystemDialog(self._state, self._window))

    def open_log_folder(self) -> None:
        """Shows the folder of the log files in the system's file manager."""
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.note(self.tr("The log files are in {folder}").format(folder=folder))

    def show_report(self) -> None:
        """The report of the image on screen; what is written is kept beside the image."""
        from desktop.views.report.dialog import ReportDialog  # printing loads when it is wanted

        item = self._state.workspace.current
        reading = None if item is None else reading_of(self._state, item)
        if reading is None:
            hidden = self.tr("Look at the image first; then its report can be written.")
            early = self.tr("There is nothing to report yet: this image has no score.")
            self.note(hidden if item is not None and item.is_hidden else early)
            return
        written, keep = _impression_of(item), self._window.desk.records.write_impression
        dialog = ReportDialog(self._state, reading, self._window.prompts, written, self._window)
        dialog.finished.connect(lambda: keep(item, dialog.impression))
        dialog.written.connect(partial(self._window.desk.library.chronicle.notice_report, item))
        dialog.open()

    def save_result(self, path: Path) -> None:
        """Score and maps of the image on screen as JSON."""
        item = self._state.workspace.current
        reading = None if item is None else reading_of(self._state, item)
        if reading is not None:
            self._window.desk.exporting.save_result(item, reading, path)

    def save_map(self, path: Path) -> None:
        """The map on screen as NPY."""
        item = self._state.workspace.current
        if item is not None and item.explanation is not None:
            self._window.desk.exporting.save_map(item.explanation, path)

    def show_dicom_results(self) -> None:
        """Results as DICOM objects, to be saved and sent."""
        from desktop.views.dicom.results_dialog import results_dialog  # brings printing

        item = self._state.workspace.current
        reading = None if item is None else reading_of(self._state, item)
        if reading is not None:
            written = _impression_of(item)
            desk, prompts = self._window.desk, self._window.prompts
            self._deliver(
                results_dialog(self._state, reading, desk.delivery, prompts, written, self._window)
            )

    def show_send_images(self) -> None:
        """Open images, to be sent to a DICOM node."""
        from desktop.views.dicom.image_dialogs import SENDING, images_dialog

        desk, prompts = self._window.desk, self._window.prompts
        self._deliver(images_dialog(SENDING, self._state, desk.delivery, prompts, self._window))

    def show_deidentify(self) -> None:
        """De-identified copies of open images."""
        from desktop.views.dicom.image_dialogs import DEIDENTIFYING, images_dialog

        desk, prompts = self._window.desk, self._window.prompts
        self._deliver(
            images_dialog(DEIDENTIFYING, self._state, desk.delivery, prompts, self._window)
        )

    def _deliver(self, dialog: DeliveryDialog) -> None:
        """Shows a dialog that sends; who wants to change the nodes in it goes through the gate."""
        dialog.nodes_asked.connect(partial(self._edit_nodes, dialog))
        dialog.open()

    def _edit_nodes(self, dialog: DeliveryDialog) -> None:
        what = self.tr("DICOM nodes")
        if admits_administrator(self._window.desk.administration, dialog, what):
            dialog.edit_nodes()

    def show_nodes(self) -> None:
        """The DICOM nodes that may be sent to."""
        from desktop.views.dicom.nodes_dialog import NodesDialog

        NodesDialog(self._state.settings, self._window.desk.delivery, self._window).open()

    def show_password(self) -> None:
        """The administrator password, to be set or changed."""
        if change_password(self._window.desk.administration, self._window):
            self.note(self.tr("The administrator password is set."))

    def copy_details(self) -> None:
        """Facts of what is on screen as text in the clipboard, without patient data."""
        item = self._state.workspace.current
        if item is not None:
            QGuiApplication.clipboard().setText(details_of(item))
            self.note(self.tr("Details copied."))

    def copy_view(self, *, is_clean: bool) -> None:
        """The view as a picture in the clipboard."""
        item = self._state.workspace.current
        if item is not None:
            picture = exported_view(self._window.image, item, is_clean=is_clean)
            QGuiApplication.clipboard().setImage(picture)
            self.note(self.tr("The view was copied."))

    def save_view(self, path: Path, *, is_clean: bool) -> None:
        """The view as a PNG or JPEG file."""
        item = self._state.workspace.current
        if item is None:
            return
        try:
            save_picture(exported_view(self._window.image, item, is_clean=is_clean), path)
        except OutputError as error:
            self._window.notice.show_error(error)
        else:
            self.note(self.tr("Saved {name}.").format(name=path.name))

    def _show(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def note(self, text: str) -> None:
        """One sentence in the status bar."""
        self._window.note(text)

    def close(self) -> bool:
        """Ends the program."""
        return self._window.close()


def _impression_of(item: Item) -> str:
    """What a reader wrote about an image until now."""
    return "" if item.record.impression is None else item.record.impression.text
