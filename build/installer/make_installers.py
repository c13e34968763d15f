"""The whole way from sources to what can be installed on the system that this runs on."""

import sys
from pathlib import Path

from installer import archives, cuda, debian, freeze, macos, smoke, windows
from installer.parts import APP, CUDA, PARTS, Part
from installer.places import ICONS, ROOT


def make(names: list[str], uv: str) -> int:
    """Makes the installers of some parts, of WhyRay itself where none is named.

    Args:
        names: of `PARTS`.
        uv: path of the program.

    Returns:
        The exit status.
    """
    unknown = [name for name in names if name not in PARTS]
    if unknown:
        sys.exit(f"there is no part {', '.join(unknown)}; there are {', '.join(PARTS)}")
    chosen = [PARTS[name] for name in names] or [APP]
    made = [file for part in chosen for file in _make(part, uv)]
    made.append(archives.write_checksums())
    for file in made:
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size / 1e6:.1f} MB")
    return 0


def _make(part: Part, uv: str) -> list[Path]:
    if part is CUDA:
        if not sys.platform.startswith("linux"):
            sys.exit("the GPU add-on is packed on Linux alone")
        return [debian.pack(CUDA, cuda.gather(uv), ICONS)]
    folder = freeze.freeze(part, uv)
    smoke.prove(part, folder)
    if sys.platform == "win32":
        return [windows.pack(part, folder, ICONS)]
    if sys.platform == "darwin":
        if part is not APP:
            return [archives.pack(part, folder)]
        bundle = folder.parent / "WhyRay.app"
        smoke.prove(part, bundle / "Contents" / "MacOS")
        return [macos.pack(bundle, folder)]
    return [debian.pack(part, folder, ICONS), archives.pack(part, folder)]
