"""The settings: one table of data; the file in the user's folder holds only what differs from it.

Values are read through `Settings.get`, which refuses what the table does not allow, so that a
damaged settings file means defaults, never a broken window.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, QSettings, Signal

from desktop.language import LANGUAGES, SYSTEM
from engine.overlay.colour import COLOUR_MAPS, DEFAULT_MAP

Value = bool | float | str
CONTEXT = "Settings"


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: key in the file; what stands before the slash is its group in the dialog.
        default: also fixes the type.
        description: one short line for people, English; translated when shown.
        choices: allowed values; empty means any value of the type.
        bounds: (low, high), both included, for numbers.
        choice_texts: what to show for each of the choices, English; empty: the choices themselves.
        is_shown: whether the settings dialog offers it; others are remembered by the way.
        is_folder: for texts: whether it is the path of a folder.
        is_picture: for texts: whether it is the path of a picture.
        is_file: for texts: whether it is the path of a PEM file.
        is_whole: for numbers: whether the dialog offers whole ones only.
        is_of_record: whether it says what is recorded or whom this computer talks to; changed in a
            session of the administrator only, and told in the audit.
    """

    name: str
    default: Value
    description: str
    choices: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None
    choice_texts: tuple[str, ...] = ()
    is_shown: bool = True
    is_folder: bool = False
    is_picture: bool = False
    is_file: bool = False
    is_whole: bool = False
    is_of_record: bool = False

    @property
    def group(self) -> str:
        """Its group, a key of `GROUPS`."""
        return self.name.partition("/")[0]


# Groups of the dialog, in its order.
GROUPS: dict[str, str] = {
    "look": QT_TRANSLATE_NOOP("Settings", "Appearance"),
    "view": QT_TRANSLATE_NOOP("Settings", "Image and mouse"),
    "overlay": QT_TRANSLATE_NOOP("Settings", "Heatmap"),
    "explain": QT_TRANSLATE_NOOP("Settings", "Explanation"),
    "reading": QT_TRANSLATE_NOOP("Settings", "Reading"),
    "model": QT_TRANSLATE_NOOP("Settings", "Model"),
    "report": QT_TRANSLATE_NOOP("Settings", "Report"),
    "files": QT_TRANSLATE_NOOP("Settings", "Files"),
    "history": QT_TRANSLATE_NOOP("Settings", "Worklist and history"),
    "network": QT_TRANSLATE_NOOP("Settings", "DICOM network"),
    "administrator": QT_TRANSLATE_NOOP("Settings", "Administrator"),
}

_MODES = ("heat", "contour", "boxes", "superpixels")
_MODE_TEXTS = (
    QT_TRANSLATE_NOOP("Settings", "Colours"),
    QT_TRANSLATE_NOOP("Settings", "Contour"),
    QT_TRANSLATE_NOOP("Settings", "Boxes"),
    QT_TRANSLATE_NOOP("Settings", "Superpixels"),
)
_COLOUR_MAPS = tuple(entry.name for entry in COLOUR_MAPS)
_THEMES = ("dark", "light", "system")
_THEME_TEXTS = (
    QT_TRANSLATE_NOOP("Settings", "Dark"),
    QT_TRANSLATE_NOOP("Settings", "Light"),
    QT_TRANSLATE_NOOP("Settings", "As the system"),
)
_TEXT_SIZES = ("90", "100", "115", "130", "150")
_TEXT_SIZE_TEXTS = (
    QT_TRANSLATE_NOOP("Settings", "Small"),
    QT_TRANSLATE_NOOP("Settings", "Normal"),
    QT_TRANSLATE_NOOP("Settings", "Large"),
    QT_TRANSLATE_NOOP("Settings", "Larger"),
    QT_TRANSLATE_NOOP("Settings", "Largest"),
)

SETTINGS: tuple[Setting, ...] = (
    Setting(
        "look/language", SYSTEM, QT_TRANSLATE_NOOP("Settings", "Language"),
        choices=(SYSTEM, *(language.code for language in LANGUAGES)),
        choice_texts=(
            QT_TRANSLATE_NOOP("Settings", "As the system"),
            *(language.name for language in LANGUAGES),
        ),
    ),
    Setting(
        "look/theme", "dark", QT_TRANSLATE_NOOP("Settings", "Theme"),
        choices=_THEMES, choice_texts=_THEME_TEXTS,
    ),
    Setting(
        "look/text_size", "100", QT_TRANSLATE_NOOP("Settings", "Text size"),
        choices=_TEXT_SIZES, choice_texts=_TEXT_SIZE_TEXTS,
    ),
    Setting(
        "look/privacy_at_start", False,
        QT_TRANSLATE_NOOP("Settings", "Start with names and dates masked"),
    ),
    Setting(
        "view/wheel", "zoom", QT_TRANSLATE_NOOP("Settings", "Wheel over an image of one frame"),
        choices=("zoom", "next image"),
        choice_texts=(
            QT_TRANSLATE_NOOP("Settings", "Zooms"),
            QT_TRANSLATE_NOOP("Settings", "Goes to the next image"),
        ),
    ),
    Setting(
        "view/link_place", True, QT_TRANSLATE_NOOP("Settings", "Zoom and move all panes together")
    ),
    Setting(
        "view/link_window", False, QT_TRANSLATE_NOOP("Settings", "Window all panes together")
    ),
    Setting(
        "view/is_level_inverted", False,
        QT_TRANSLATE_NOOP("Settings", "Dragging up brightens instead of darkens"),
    ),
    Setting(
        "view/keeps_mark_tool", True,
        QT_TRANSLATE_NOOP("Settings", "Measuring tools stay in hand after a mark"),
    ),
    Setting(
        "view/lens_factor", 2.0, QT_TRANSLATE_NOOP("Settings", "Enlargement of the magnifier"),
        bounds=(1.5, 8.0),
    ),
    Setting(
        "view/frames_per_second", 10.0,
        QT_TRANSLATE_NOOP("Settings", "Frames per second where the file does not say"),
        bounds=(0.5, 60.0),
    ),
    Setting(
        "overlay/colour_map", DEFAULT_MAP, QT_TRANSLATE_NOOP("Settings", "Colours of the heatmap"),
        choices=_COLOUR_MAPS, choice_texts=tuple(entry.title for entry in COLOUR_MAPS),
    ),
    Setting(
        "overlay/opacity", 0.5, QT_TRANSLATE_NOOP("Settings", "Opacity of the heatmap"),
        bounds=(0.0, 1.0),
    ),
    Setting(
        "overlay/threshold", 0.2, QT_TRANSLATE_NOOP("Settings", "Weaker evidence is not painted"),
        bounds=(0.0, 1.0),
    ),
    Setting(
        "overlay/mode", "heat", QT_TRANSLATE_NOOP("Settings", "How the map is drawn"),
        choices=_MODES, choice_texts=_MODE_TEXTS,
    ),
    Setting(
        "explain/automatic", True,
        QT_TRANSLATE_NOOP("Settings", "Explain at once when a score reaches its operating point"),
    ),
    Setting(
        "reading/second_reader", False,
        QT_TRANSLATE_NOOP("Settings", "Hide what the model says until I have looked"),
    ),
    Setting(
        "reading/scores_rest", "all",
        QT_TRANSLATE_NOOP("Settings", "Score in the background what nobody looks at"),
        choices=("all", "received", "none"),
        choice_texts=(
            QT_TRANSLATE_NOOP("Settings", "All open images"),
            QT_TRANSLATE_NOOP("Settings", "Received images only"),
            QT_TRANSLATE_NOOP("Settings", "Nothing"),
        ),
    ),
    Setting(
        "reading/finds_fields", True,
        QT_TRANSLATE_NOOP("Settings", "Find lung and heart fields, with a model for masks"),
    ),
    Setting(
        "model/wants_gpu", True,
        QT_TRANSLATE_NOOP("Settings", "Use a graphics processor where there really is one"),
    ),
    Setting(
        "model/needs_signature", False,
        QT_TRANSLATE_NOOP("Settings", "Only activate models that are signed by a trusted key"),
        is_of_record=True,
    ),
    Setting(
        "report/paper", "A4", QT_TRANSLATE_NOOP("Settings", "Paper of reports"),
        choices=("A4", "Letter"),
        choice_texts=(QT_TRANSLATE_NOOP("Settings", "A4"), QT_TRANSLATE_NOOP("Settings", "Letter")),
    ),
    Setting(
        "report/clinic", "", QT_TRANSLATE_NOOP("Settings", "Name of the clinic on reports")
    ),
    Setting(
        "report/logo", "", QT_TRANSLATE_NOOP("Settings", "Logo on reports (PNG or JPEG)"),
        is_picture=True,
    ),
    Setting("report/reader", "", QT_TRANSLATE_NOOP("Settings", "Name of the reader")),
    Setting("report/role", "", QT_TRANSLATE_NOOP("Settings", "Role of the reader")),
    Setting(
        "report/is_contour", False,
        QT_TRANSLATE_NOOP("Settings", "Lines instead of colours, safe on grey printers"),
    ),
    Setting(
        "report/has_details", False,
        QT_TRANSLATE_NOOP("Settings", "Add pages of details to reports"),
    ),
    Setting(
        "files/watched_folder", "",
        QT_TRANSLATE_NOOP("Settings", "Folder whose new images are opened; empty: none"),
        is_folder=True,
    ),
    Setting(
        "files/remembers_recent", True,
        QT_TRANSLATE_NOOP("Settings", "Remember the files that were opened last"),
    ),
    Setting(
        "files/memory_mb", 512.0,
        QT_TRANSLATE_NOOP("Settings", "Memory for decoded images, in MB"),
        bounds=(64.0, 8192.0), is_whole=True,
    ),
    Setting(
        "history/keeps", True,
        QT_TRANSLATE_NOOP("Settings", "Remember studies for the worklist, and log what is done"),
        is_of_record=True,
    ),
    Setting(
        "history/days", 0.0,
        QT_TRANSLATE_NOOP(
            "Settings",
            "Days after which a study that was not opened again is forgotten at the next start, "
            "with its marks and decisions; 0: never",
        ),
        bounds=(0.0, 36500.0), is_whole=True, is_of_record=True,
    ),
    Setting(
        "network/title", "WHYRAY",
        QT_TRANSLATE_NOOP("Settings", "Our own title (AE title), as DICOM peers know us"),
        is_of_record=True,
    ),
    Setting(
        "network/nodes", "",
        QT_TRANSLATE_NOOP(
            "Settings",
            "DICOM nodes to send to, as TITLE@HOST:PORT, with /tls at the end where they speak "
            "TLS; several with a blank between",
        ),
        is_of_record=True,
    ),
    Setting(
        "network/receives", False,
        QT_TRANSLATE_NOOP("Settings", "Receive images from DICOM peers while the window is open"),
        is_of_record=True,
    ),
    Setting(
        "network/address", "127.0.0.1",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Address to receive at; 127.0.0.1: from this computer only, 0.0.0.0: from the network",
        ),
        is_of_record=True,
    ),
    Setting(
        "network/port", 11112.0, QT_TRANSLATE_NOOP("Settings", "Port to receive at"),
        bounds=(0.0, 65535.0), is_whole=True, is_of_record=True,
    ),
    Setting(
        "network/callers", "",
        QT_TRANSLATE_NOOP(
            "Settings", "Titles that may connect to us, with commas between; empty: any"
        ),
        is_of_record=True,
    ),
    Setting(
        "administrator/group", "",
        QT_TRANSLATE_NOOP(
            "Settings",
            "Group of the operating system whose members need no administrator password; "
            "empty: none",
        ),
        is_of_record=True,
    ),
    Setting("administrator/is_offered", True, "Offer to set a password", is_shown=False),
    Setting(
        "network/receives_tls", False,
        QT_TRANSLATE_NOOP("Settings", "Receive over encrypted connections (TLS) only"),
        is_of_record=True,
    ),
    Setting(
        "network/tls_asks", True,
        QT_TRANSLATE_NOOP(
            "Settings", "Peers that send to us over TLS must show a certificate of the authority"
        ),
        is_of_record=True,
    ),
    Setting(
        "network/tls_ca", "",
        QT_TRANSLATE_NOOP(
            "Settings",
            "TLS: authority that vouches for peers (PEM file); empty: those of the system, "
            "where we call",
        ),
        is_file=True, is_of_record=True,
    ),
    Setting(
        "network/tls_cert", "",
        QT_TRANSLATE_NOOP("Settings", "TLS: our own certificate (PEM file)"),
        is_file=True, is_of_record=True,
    ),
    Setting(
        "network/tls_key", "",
        QT_TRANSLATE_NOOP(
            "Settings", "TLS: its key, without a password (PEM file); empty: in the same file"
        ),
        is_file=True, is_of_record=True,
    ),
    Setting("files/recent", "", "What was opened last", is_shown=False),
    Setting("files/last_folder", "", "Where the open dialog starts", is_shown=False),
    Setting("window/places", "", "Sizes and places of the window by screen", is_shown=False),
    Setting("window/geometry", "", "Size and place of the window", is_shown=False),
    Setting("worklist/columns", "", "Widths and order of the columns", is_shown=False),
    Setting("window/panes", "", "Widths of the panes", is_shown=False),
    Setting("shortcuts/changed", "", "Keys that a person chose", is_shown=False),
    Setting("consent/accepted", "", "When which research-use text was accepted", is_shown=False),
)  # fmt: skip
_BY_NAME = {setting.name: setting for setting in SETTINGS}
# Where earlier versions kept which model is active; a row of the library tells it now.
FORMER_CHOICE = "model/active"


class Settings(QObject):
    """The settings file of one user.

    Args:
        folder: the user's folder; made when something is first written.
    """

    changed = Signal(str)  # name of the setting that has another value now

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.folder = folder

    def get(self, name: str) -> Value:
        """The stored value if it is allowed, else the default. Raises KeyError on unknown names."""
        setting = _BY_NAME[name]
        stored = self._file.value(name, None)
        return setting.default if stored is None else _allowed(setting, stored)

    def set(self, name: str, value: Value) -> None:
        """Stores a value and tells it when it is another one. Raises KeyError on unknown names."""
        setting = _BY_NAME[name]
        before = self.get(name)
        if value == setting.default:
            self._file.remove(name)
        else:
            self._file.setValue(name, value)
        if self.get(name) != before:
            self.changed.emit(name)

    def former(self, name: str) -> str:
        """What an earlier version stored under a name that is no setting any more; else empty."""
        stored = self._file.value(name, None)
        return "" if stored is None else str(stored)

    def forget_former(self, name: str) -> None:
        """Lets go of what an earlier version stored."""
        self._file.remove(name)

    def save(self) -> bool:
        """Writes the file; False when the disk refuses (settings are then lost, nothing else)."""
        self._file.sync()
        return self._file.status() == QSettings.Status.NoError


def last_folder(settings: Settings) -> Path:
    """Where the person opened files last; else the home folder."""
    stored = str(settings.get("files/last_folder"))
    folder = Path(stored) if stored else Path.home()
    return folder if folder.is_dir() else Path.home()


def _allowed(setting: Setting, stored: object) -> Value:
    value = _converted(setting, stored)
    if value is None or (setting.choices and value not in setting.choices):
        return setting.default
    if setting.bounds is not None and not setting.bounds[0] <= float(value) <= setting.bounds[1]:
        return setting.default
    return value


def _converted(setting: Setting, stored: object) -> Value | None:
    text = str(stored)
    if isinstance(setting.default, bool):
        return {"true": True, "false": False}.get(text.lower())
    if isinstance(setting.default, float):
        try:
            return float(text)
        except ValueError:
            return None
    return text
