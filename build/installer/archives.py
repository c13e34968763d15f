"""A frozen folder as one compressed file, for systems without a package of their own."""

import hashlib
import subprocess
import sys
from pathlib import Path

from installer.parts import Part
from installer.places import DIST, version


def pack(part: Part, folder: Path) -> Path:
    """``<name>-<version>-linux-x86_64.tar.zst`` in ``dist``; its first folder is the part's.

    Raises:
        subprocess.CalledProcessError: ``tar`` or ``zstd`` failed.
    """
    DIST.mkdir(exist_ok=True)
    file = DIST / f"{part.name}-{version()}-{_system()}.tar.zst"
    pack_command = ["tar", "--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-c", "-C",
                    str(folder.parent), folder.name]  # fmt: skip
    with subprocess.Popen(pack_command, stdout=subprocess.PIPE) as tar:
        squeeze = ["zstd", "-q", "-T0", f"-{part.level}", "-f", "-o", str(file)]
        subprocess.check_call(squeeze, stdin=tar.stdout)
    if tar.returncode != 0:
        raise subprocess.CalledProcessError(tar.returncode, pack_command)
    return file


def write_checksums() -> Path:
    """``SHA256SUMS`` of everything in ``dist``, as ``sha256sum --check`` reads it."""
    lines = []
    for file in sorted(DIST.iterdir()):
        if file.is_file() and file.name != "SHA256SUMS":
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            lines.append(f"{digest}  {file.name}\n")
    sums = DIST / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


def _system() -> str:
    import platform

    name = {"linux": "linux", "darwin": "macos", "win32": "windows"}[sys.platform]
    return f"{name}-{platform.machine().lower()}"
