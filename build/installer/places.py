"""Where the making of installers reads and writes, and which version it makes."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".work" / "installer"
DIST = ROOT / "dist"
ICONS = WORK / "icons"
SPECS = ROOT / "build" / "pyinstaller"


def version() -> str:
    """The project's version, as in ``pyproject.toml``."""
    plain = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return str(plain["project"]["version"])
