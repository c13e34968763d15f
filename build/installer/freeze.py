"""A part frozen into one folder: environment, PyInstaller, symbols off, licences, proof."""

import fnmatch
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import contents, hollow, icu, licences
from installer.parts import APP, Part
from installer.places import ICONS, ROOT, SPECS, WORK

# Built with symbols for debuggers; without them they are a fraction of the size. Other libraries
# are left as they are: what patchelf has touched, strip can break.
_STRIPPED = ("libpython3*.so*", "_CharLS*.so", "_openjpeg*.so", "_rust.abi3.so")


def freeze(part: Part, uv: str) -> Path:
    """Freezes a part and returns its folder.

    Args:
        part: what to freeze.
        uv: path of the program.

    Raises:
        SystemExit: something is in it that must not be, or is missing; all of it is named.
        subprocess.CalledProcessError: a step failed; its reason stands above.
    """
    interpreter = _environment(part, uv)
    _draw_icons(interpreter)
    out = WORK / "frozen"
    shutil.rmtree(out / part.name, ignore_errors=True)
    _say(f"Freezing {part.name} ...")
    command = [str(interpreter), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    places = ["--workpath", str(WORK / "pyinstaller"), "--distpath", str(out)]
    subprocess.check_call([*command, *places, str(SPECS / part.spec)], cwd=ROOT)
    folder = out / part.name
    _take_symbols_off(folder)
    _pack_tables(folder / "_internal")
    if sys.platform.startswith("linux"):
        _keep_one_of_each(folder / "_internal")
    if part is APP and sys.platform.startswith("linux"):
        hollow.hollow(folder / "_internal")
        icu.trim(folder / "_internal")
    _tell_licences(folder, part, interpreter)
    problems = contents.problems_of(folder, part)
    if problems:
        sys.exit("\n".join([f"{part.name} is not as it must be:", *problems]))
    _say(f"{part.name}: {contents.size_mb(folder):.0f} MB in {folder}")
    return folder


def _environment(part: Part, uv: str) -> Path:
    """An environment with what the part needs and nothing else; its interpreter."""
    place = WORK / f"{part.name}-env"
    groups = [argument for group in part.groups for argument in ("--group", group)]
    left_out = [argument for name in part.left_out for argument in ("--no-install-package", name)]
    command = [uv, "sync", "--frozen", "--no-default-groups", *groups, *left_out]
    kept = {k: v for k, v in os.environ.items() if k not in ("VIRTUAL_ENV", "PYTHONPATH")}
    subprocess.check_call(command, cwd=ROOT, env=kept | {"UV_PROJECT_ENVIRONMENT": str(place)})
    return place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _draw_icons(interpreter: Path) -> None:
    """The icon in all forms that systems want, before it is frozen in."""
    script = Path(__file__).with_name("icons.py")
    drawing = ROOT / "resources" / "icons" / "whyray.svg"
    subprocess.check_call([str(interpreter), str(script), str(drawing), str(ICONS)])


def _take_symbols_off(folder: Path) -> None:
    strip = shutil.which("strip")
    if not sys.platform.startswith("linux") or strip is None:
        return
    for file in folder.rglob("*.so*"):
        if not file.is_symlink() and any(fnmatch.fnmatch(file.name, p) for p in _STRIPPED):
            subprocess.check_call([strip, "--strip-unneeded", str(file)])


def _pack_tables(inside: Path) -> None:
    """Tables written for people to read, without their blanks."""
    for file in inside.glob("highdicom/_standard/*.json"):
        plain = json.loads(file.read_text(encoding="utf-8"))
        packed = json.dumps(plain, separators=(",", ":"), ensure_ascii=False)
        file.unlink()  # it may be one with the environment's
        file.write_text(packed, encoding="utf-8")


def _keep_one_of_each(inside: Path) -> None:
    """Libraries that several packages bring, alike to the last bit, become one with links to it."""
    known: dict[tuple[str, str], Path] = {}
    for file in sorted(inside.rglob("*.so*")):
        if file.is_symlink() or not file.is_file():
            continue
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        first = known.setdefault((file.name, digest), file)
        if first is not file:
            file.unlink()
            file.symlink_to(os.path.relpath(first, file.parent))


def _tell_licences(folder: Path, part: Part, interpreter: Path) -> None:
    """Lists what is really in the folder, with licences; the list goes into the folder."""
    script = Path(__file__).with_name("components.py")
    told = subprocess.check_output([str(interpreter), str(script), str(folder), part.program])
    found = json.loads(told)
    licences.write(folder, part, found)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
