"""The macOS disk image: the bundle that PyInstaller made, beside a link to Applications."""

import shutil
import subprocess
from pathlib import Path

from installer.parts import APP
from installer.places import DIST, WORK, version


def pack(bundle: Path) -> Path:
    """``whyray-<version>-macos.dmg`` in ``dist``. Unsigned: signing needs the maker's certificate.

    Raises:
        subprocess.CalledProcessError: ``hdiutil`` failed.
    """
    tree = WORK / "dmg"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    shutil.copytree(bundle, tree / bundle.name, symlinks=True)
    (tree / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    file = DIST / f"{APP.name}-{version()}-macos.dmg"
    command = ["hdiutil", "create", "-volname", "WhyRay", "-srcfolder", str(tree), "-ov"]
    subprocess.check_call([*command, "-format", "ULFO", str(file)])
    return file
