"""The questions that the system's own dialogs ask; replaced as a whole in tests."""

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

from desktop.views.dialogs.override import OverrideDialog
from engine.images.admission import Admission


class FilePrompts(QObject):
    """File and folder dialogs over a window.

    Args:
        window: the window that waits for the answer.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_files(self, folder: Path) -> tuple[Path, ...]:
        """Files to open; empty when refused."""
        images = self.tr(
            "Radiographs (*.dcm *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.zip DICOMDIR)"
        )
        every = self.tr("All files (*)")
        filters = f"{every};;{images}"
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open radiographs"), str(folder), filters
        )
        return tuple(Path(name) for name in names)

    def ask_folder(self, folder: Path) -> Path | None:
        """A folder to open."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open folder"), str(folder))
        return Path(name) if name else None

    def ask_picture_to_save(self, folder: Path) -> Path | None:
        """Where to write a PNG or JPEG picture; None when refused."""
        png, jpeg = self.tr("PNG picture (*.png)"), self.tr("JPEG picture (*.jpg *.jpeg)")
        kinds = f"{png};;{jpeg}"
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Save the view"), str(folder / "view.png"), kinds
        )
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(".jpg" if "*.jpg" in kind else ".png")

    def ask_report_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a report as PDF; None when refused."""
        chosen, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the report"),
            str(folder / name),
            self.tr("PDF document (*.pdf)"),
        )
        path = Path(chosen)
        return (path if path.suffix else path.with_suffix(".pdf")) if chosen else None

    def ask_result_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a result as JSON; None when refused."""
        return self._ask_to_save(
            self.tr("Save the result"), folder / name, self.tr("Result (*.json)"), ".json"
        )

    def ask_map_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a map as NPY; None when refused."""
        return self._ask_to_save(
            self.tr("Save the map"), folder / name, self.tr("NumPy array (*.npy)"), ".npy"
        )

    def ask_table(self, folder: Path) -> Path | None:
        """A table (CSV) to read; None when refused."""
        kinds = self.tr("Table (*.csv)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Choose a table"), str(folder), kinds
        )
        return Path(name) if name else None

    def ask_table_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a table as CSV; None when refused."""
        return self._ask_to_save(
            self.tr("Save the table"), folder / name, self.tr("Table (*.csv)"), ".csv"
        )

    def ask_target_folder(self, folder: Path) -> Path | None:
        """A folder to write to; None when refused."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder to write to"), str(folder)
        )
        return Path(name) if name else None

    def _ask_to_save(self, title: str, offered: Path, kinds: str, suffix: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self._window, title, str(offered), kinds)
        path = Path(name)
        return (path if path.suffix else path.with_suffix(suffix)) if name else None

    def ask_marks_to_save(self, folder: Path) -> Path | None:
        """Where to write marks as JSON; None when refused."""
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Export marks"),
            str(folder / "marks.json"),
            self.tr("Marks (*.json)"),
        )
        path = Path(name)
        return (path if path.suffix else path.with_suffix(".json")) if name else None

    def ask_millimetres(self) -> float | None:
        """How long the drawn length is in truth; None when refused."""
        known_mm, is_given = QInputDialog.getDouble(
            self._window,
            self.tr("Calibrate"),
            self.tr("True length of what was drawn, in millimetres:"),
            100.0,
            0.1,
            2000.0,
            1,
        )
        return known_mm if is_given else None

    def ask_picture(self, folder: Path) -> Path | None:
        """An image file to use as a baseline."""
        images = self.tr(
            "Images (*.dcm *.dicom *.jpg *.jpeg *.png *.tif *.tiff *.bmp *.webp *.npy)"
        )
        every = self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Own image"), str(folder), f"{images};;{every}"
        )
        return Path(name) if name else None

    def ask_array(self, folder: Path) -> Path | None:
        """A ``.npy`` file of network inputs."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Network inputs"), str(folder), self.tr("Arrays (*.npy)")
        )
        return Path(name) if name else None

    def ask_masks(self, folder: Path) -> tuple[Path, ...]:
        """Mask files of the image on screen; empty when refused."""
        kinds = self.tr("Masks (*.png *.tif *.tiff *.bmp *.nii *.nii.gz *.dcm)")
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open masks"), str(folder), kinds
        )
        return tuple(Path(name) for name in names)

    def ask_masks_folder(self, folder: Path) -> Path | None:
        """Where to write masks; None when refused."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder for the masks"), str(folder)
        )
        return Path(name) if name else None

    def ask_model_file(self, folder: Path) -> Path | None:
        """A ``.whyray`` or ``.onnx`` file to import."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Import model"), str(folder), self.tr("Models (*.whyray *.onnx)")
        )
        return Path(name) if name else None

    def ask_override(self, admission: Admission) -> str | None:
        """Why a refused image is to be scored; None when it is not."""
        dialog = OverrideDialog(admission, self._window)
        return dialog.reason() if dialog.exec() == OverrideDialog.DialogCode.Accepted else None

    def ask_forget(self, count: int) -> bool:
        """Whether everything known of that many studies shall be removed."""
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Forget"))
        box.setText(self.tr("Forget %n study(s)?", "", count))
        box.setInformativeText(
            self.tr(
                "Its place in the worklist, scores, marks, decisions and comments are removed for "
                "good, and its images are closed. Files that came from the network are deleted; "
                "all other image files stay where they are. "
                "The audit keeps that an image with this key was forgotten."
            )
        )
        go = box.addButton(self.tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go

    def ask_empty_inbox(self) -> bool:
        """Whether received images that somebody has read shall be deleted."""
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Received images"))
        box.setText(self.tr("Delete the received images that were read?"))
        box.setInformativeText(
            self.tr(
                "Their files are deleted and their images are closed; the worklist keeps what is "
                "known of them. What nobody has marked as read or reported stays. Make sure that "
                "the images are in the archive."
            )
        )
        go = box.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is go

    def ask_model_folder(self, folder: Path) -> Path | None:
        """A bundle folder to import."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import model folder"), str(folder)
        )
        return Path(name) if name else None
