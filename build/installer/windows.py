"""The Windows installer: NSIS, compiled with makensis on Windows or on Linux."""

import shutil
import subprocess
import sys
from pathlib import Path

from installer.parts import Part
from installer.places import DIST, ROOT, version

SCRIPT = ROOT / "build" / "windows" / "whyray.nsi"


def pack(part: Part, folder: Path, icons: Path) -> Path:
    """``<name>-<version>-windows-x86_64.exe`` in ``dist``.

    Args:
        part: what it is.
        folder: a frozen folder; one frozen on Windows, unless only the script is to be tried.
        icons: as `icons.py` made them.

    Raises:
        SystemExit: there is no makensis.
        subprocess.CalledProcessError: the script is wrong.
    """
    compiler = shutil.which("makensis")
    if compiler is None:
        sys.exit("makensis is needed: on Windows `choco install nsis`, on Debian the package nsis")
    DIST.mkdir(exist_ok=True)
    file = DIST / f"{part.name}-{version()}-windows-x86_64.exe"
    facts = {
        "NAME": part.name,
        "VERSION": version(),
        "PAYLOAD": str(folder),
        "ICON": str(icons / "whyray.ico"),
        "OUTPUT": str(file),
        "SIZE_KB": str(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) // 1024),
    }
    defined = [f"-D{name}={value}" for name, value in facts.items()]
    subprocess.check_call([compiler, "-V2", "-WX", *defined, str(SCRIPT)])
    return file
