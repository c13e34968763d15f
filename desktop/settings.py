"""The settings: one table of data; the file in the user's folder holds only what differs from it.

Values are read through `Settings.get`, which refuses what the table does not allow, so that a
damaged settings file means defaults, never a broken window.
"""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSettings

from engine.overlay.colour import COLOUR_MAPS, DEFAULT_MAP

Value = bool | float | str


@dataclass(frozen=True)
class Setting:
    """One setting.

    Attributes:
        name: key in the file.
        default: also fixes the type.
        description: for people.
        choices: allowed values; empty means any value of the type.
        bounds: (low, high), both included, for numbers.
    """

    name: str
    default: Value
    description: str
    choices: tuple[str, ...] = ()
    bounds: tuple[float, float] | None = None


_MODES = ("heat", "contour", "superpixels")
_COLOUR_MAPS = tuple(entry.name for entry in COLOUR_MAPS)

SETTINGS: tuple[Setting, ...] = (
    Setting("model/active", "", "Model for a person's own files; empty: the default"),
    Setting("model/wants_gpu", True, "Use a graphics processor where there really is one"),
    Setting("explain/automatic", True, "Explain at once when a score reaches its operating point"),
    Setting("overlay/colour_map", DEFAULT_MAP, "Colours of the heatmap", choices=_COLOUR_MAPS),
    Setting("overlay/opacity", 0.5, "Opacity of the heatmap", bounds=(0.0, 1.0)),
    Setting("overlay/threshold", 0.2, "Weaker evidence is not painted", bounds=(0.0, 1.0)),
    Setting("overlay/mode", "heat", "How the map is drawn", choices=_MODES),
    Setting("window/geometry", "", "Size and place of the window"),
    Setting("window/panes", "", "Widths of the panes"),
    Setting("files/last_folder", "", "Where the open dialog starts"),
)  # fmt: skip
_BY_NAME = {setting.name: setting for setting in SETTINGS}


class Settings:
    """The settings file of one user.

    Args:
        folder: the user's folder; made when something is first written.
    """

    def __init__(self, folder: Path) -> None:
        self._file = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)

    def get(self, name: str) -> Value:
        """The stored value if it is allowed, else the default. Raises KeyError on unknown names."""
        setting = _BY_NAME[name]
        stored = self._file.value(name, None)
        return setting.default if stored is None else _allowed(setting, stored)

    def set(self, name: str, value: Value) -> None:
        """Stores a value. Raises KeyError on unknown names."""
        setting = _BY_NAME[name]
        if value == setting.default:
            self._file.remove(name)
        else:
            self._file.setValue(name, value)

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
