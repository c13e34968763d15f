"""What a command may reach: the desk, the image on screen, the window and its dialogs.

The views are known here only by what commands ask of them, so that commands can be tried without
any window.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop.jobs.desk import Desk
from engine.images.admission import Admission
from engine.images.radiograph import Lut, Radiograph, Window


class Surface(Protocol):
    """The radiograph on screen."""

    def fit(self) -> None:
        """Shows all of it."""

    def one_to_one(self) -> None:
        """One image pixel per screen pixel."""

    def zoom_by(self, factor: float) -> None:
        """Magnifies about the middle of the view."""

    def turn(self, quarter_turns: int) -> None:
        """Turns the image, clockwise when positive."""

    def flip_across(self) -> None:
        """Swaps left and right."""

    def flip_down(self) -> None:
        """Swaps top and bottom."""

    def next_text_density(self) -> None:
        """The corners say less, or all again."""

    def escape(self) -> bool:
        """Ends what is being drawn or dragged. False: there was nothing."""

    def reset(self) -> None:
        """The window, inversion and place that the file asks for."""

    def set_inverted(self, is_inverted: bool) -> None:
        """Swaps light and dark on screen."""

    def is_inverted(self) -> bool:
        """Whether light and dark are swapped on screen."""

    def radiograph(self) -> Radiograph | None:
        """The image; None while there is none."""

    def frame(self) -> int:
        """The frame shown, from 0."""

    def set_voi(self, voi: Window | Lut) -> None:
        """Shows the greys through that window or LUT."""

    def is_equalised(self) -> bool:
        """Whether local contrast is equalised on screen."""

    def set_equalised(self, is_on: bool) -> None:
        """Equalises local contrast on screen, or shows the true greys."""


class Shell(Protocol):
    """The window around it."""

    def toggle_full_screen(self) -> None:
        """Fills the screen, or goes back."""

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def show_palette(self) -> None:
        """Every command by its name."""

    def show_settings(self) -> None:
        """The settings, changed at once."""

    def show_shortcuts(self) -> None:
        """Which keys mean what, to be changed."""

    def show_help(self) -> None:
        """The sheet of keys and gestures."""

    def show_worklist(self) -> None:
        """Every study that the library knows."""

    def show_layers(self) -> None:
        """What every layer of the network saw."""

    def show_comparison(self) -> None:
        """Maps of the image on screen side by side."""

    def show_opinions(self) -> None:
        """What two models say of all open images."""

    def show_models(self) -> None:
        """Every model and its life."""

    def show_batch(self) -> None:
        """Many files at once."""

    def show_retraining(self) -> None:
        """A new model from images of this clinic."""

    def show_monitoring(self) -> None:
        """What models said month after month, and how far readers agreed."""

    def show_recalibration(self) -> None:
        """Calibration and operating points fitted anew to cases of this site."""

    def show_about(self) -> None:
        """Versions, licences, models."""

    def show_system(self) -> None:
        """What this computer is and what computes on it."""

    def open_log_folder(self) -> None:
        """Shows the folder of the log files."""

    def copy_view(self, *, is_clean: bool) -> None:
        """The view as a picture in the clipboard; clean: without map, marks and words."""

    def save_view(self, path: Path, *, is_clean: bool) -> None:
        """The view as a PNG or JPEG file."""

    def show_report(self) -> None:
        """The report of the image on screen, to be written, saved and printed."""

    def save_result(self, path: Path) -> None:
        """Score and maps of the image on screen as JSON."""

    def save_map(self, path: Path) -> None:
        """The map on screen as NPY."""

    def show_dicom_results(self) -> None:
        """Results as DICOM objects, to be saved and sent."""

    def show_send_images(self) -> None:
        """Open images, to be sent to a DICOM node."""

    def show_deidentify(self) -> None:
        """De-identified copies of open images."""

    def show_nodes(self) -> None:
        """The DICOM nodes that may be sent to."""

    def show_password(self) -> None:
        """The administrator password, to be set or changed."""

    def copy_details(self) -> None:
        """Facts of what is on screen as text in the clipboard."""

    def close(self) -> bool:
        """Ends the program."""


class Prompts(Protocol):
    """Questions to the person."""

    def ask_files(self, folder: Path) -> tuple[Path, ...]:
        """Files to open; empty when refused."""

    def ask_folder(self, folder: Path) -> Path | None:
        """A folder to open."""

    def ask_picture_to_save(self, folder: Path) -> Path | None:
        """Where to write a PNG or JPEG picture; None when refused."""

    def ask_report_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a report as PDF, offering that name; None when refused."""

    def ask_result_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a result as JSON, offering that name; None when refused."""

    def ask_map_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a map as NPY, offering that name; None when refused."""

    def ask_table(self, folder: Path) -> Path | None:
        """A table (CSV) to read; None when refused."""

    def ask_table_to_save(self, folder: Path, name: str) -> Path | None:
        """Where to write a table as CSV, offering that name; None when refused."""

    def ask_target_folder(self, folder: Path) -> Path | None:
        """A folder to write to; None when refused."""

    def ask_marks_to_save(self, folder: Path) -> Path | None:
        """Where to write marks as JSON; None when refused."""

    def ask_millimetres(self) -> float | None:
        """How long the drawn length is in truth; None when refused."""

    def ask_picture(self, folder: Path) -> Path | None:
        """An image file to use as a baseline."""

    def ask_array(self, folder: Path) -> Path | None:
        """A ``.npy`` file of network inputs."""

    def ask_masks(self, folder: Path) -> tuple[Path, ...]:
        """Mask files of the image on screen; empty when refused."""

    def ask_masks_folder(self, folder: Path) -> Path | None:
        """Where to write masks; None when refused."""

    def ask_model_file(self, folder: Path) -> Path | None:
        """A ``.whyray`` or ``.onnx`` file to import."""

    def ask_override(self, admission: Admission) -> str | None:
        """Why a refused image is to be scored; None when it is not."""

    def ask_empty_inbox(self) -> bool:
        """Whether received images that were read shall be deleted."""

    def ask_forget(self, count: int) -> bool:
        """Whether everything known of that many studies shall be removed."""

    def ask_model_folder(self, folder: Path) -> Path | None:
        """A bundle folder to import."""


@dataclass(frozen=True)
class Context:
    """Everything that a command may use.

    Attributes:
        desk: takes requests.
        find_surface: gives the radiograph that commands are meant for: the focused pane's.
        shell: the window.
        prompts: asks the person.
        admits_administrator: the gate: whether an action of the administrator may run now, after
            asking where no session is open; takes the action's name.
    """

    desk: Desk
    find_surface: Callable[[], Surface]
    shell: Shell
    prompts: Prompts
    admits_administrator: Callable[[str], bool]

    @property
    def surface(self) -> Surface:
        """The radiograph of the focused pane."""
        return self.find_surface()
