"""The macOS disk image: the bundle that PyInstaller made, beside a link to Applications."""

import shutil
import subprocess
from pathlib import Path

from installer import licences
from installer.parts import APP
from installer.places import DIST, WORK, version


def pack(bundle: Path, folder: Path) -> Path:
    """``whyray-<version>-macos.dmg`` in ``dist``.

    Its signature is made for the machine at hand ("ad hoc"): one that others trust needs the
    maker's certificate.

    Args:
        bundle: ``WhyRay.app``, as PyInstaller made it.
        folder: the frozen folder beside it, which holds the lists of licences.

    Raises:
        subprocess.CalledProcessError: ``codesign`` or ``hdiutil`` failed.
    """
    tree = WORK / "dmg"
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    shutil.copytree(bundle, tree / bundle.name, symlinks=True)
    for name in (licences.LIST, licences.BILL):
        shutil.copy2(folder / name, tree / bundle.name / "Contents" / "Resources" / name)
    sign = ["codesign", "--force", "--deep", "--sign", "-"]  # what is in it has changed
    subprocess.check_call([*sign, str(tree / bundle.name)])
    (tree / "Applications").symlink_to("/Applications")
    DIST.mkdir(exist_ok=True)
    file = DIST / f"{APP.name}-{version()}-macos.dmg"
    command = ["hdiutil", "create", "-volname", "WhyRay", "-srcfolder", str(tree), "-ov"]
    subprocess.check_call([*command, "-format", "ULFO", str(file)])
    return file
