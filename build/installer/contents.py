"""What a frozen folder must hold and must not hold."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from installer.parts import APP, Part
from installer.places import SPECS

# Inside the folder of libraries; globs.
_MUST = {
    "whyray": (
        "resources/models/*/model.onnx", "resources/samples/*.dcm", "resources/translations/*.qm",
        "resources/icons/*.svg", "resources/checks/*/*", "resources/localisation.json",
        "scipy/stats/_sobol_direction_numbers.npz", "PySide6/QtCore*", "PIL/_webp*",
    ),
    "whyray-trainer": ("tensorflow/*", "keras/*"),
}  # fmt: skip
_MUST_NOT = {
    "whyray": ("tensorflow", "keras", "tf_keras", "tf2onnx", "torch", "training", "matplotlib",
               "numba.cuda", "llvmlite"),
    "whyray-trainer": ("PySide6", "torch", "desktop", "pyqtgraph"),
}  # fmt: skip


def problems_of(folder: Path, part: Part) -> list[str]:
    """Everything that is wrong with a frozen folder, in words; none where all is well."""
    inside = folder / "_internal"
    missing = [p for p in _MUST[part.name] if not any(inside.glob(p))]
    intruders = [name for name in _MUST_NOT[part.name] if (inside / name).exists()]
    unwanted = [] if part is not APP else _unwanted(inside)
    problems = [f"  missing: {pattern}" for pattern in missing]
    problems += [f"  not to be in it: {name}" for name in (*intruders, *unwanted)]
    size = size_mb(folder)
    if size > part.limit_mb and sys.platform.startswith("linux"):
        problems.append(f"  it has {size:.0f} MB, more than {part.limit_mb}")
    return problems


def size_mb(folder: Path) -> float:
    """Size of a folder's files in MB (10^6 bytes); links count nothing."""
    files = (f for f in folder.rglob("*") if f.is_file() and not f.is_symlink())
    return sum(f.stat().st_size for f in files) / 1e6


def _unwanted(inside: Path) -> list[str]:
    is_wanted = _tables().is_wanted
    places = (f.relative_to(inside).as_posix() for f in inside.rglob("*") if f.is_file())
    return [place for place in places if not is_wanted(place)]


def _tables() -> ModuleType:
    spec = importlib.util.spec_from_file_location("frozen_tables", SPECS / "frozen_tables.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
