"""The one entry point for building, running and testing WhyRay from a checkout.

    python3 build/make.py run [FILES...]      install what is missing, then open the window
    python3 build/make.py test [PYTEST ARGS]  install what is missing, then check and test it all
    python3 build/make.py installer [PART...] make what people install, into dist/; a part is
                                              whyray (when none is named), whyray-trainer or
                                              whyray-cuda
    python3 build/make.py clean               remove what these commands made (not the environment)

Needs Python 3.11 to 3.13 and nothing else: `uv` is brought where it is missing, and so are the
Linux libraries of Qt
where this user may install them (else they are named). Standard library only.
"""

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".work"
VENV = ROOT / ".venv"
UV_FLOOR = "0.9"

# Shared library that Qt's xcb platform loads -> Debian/Ubuntu package that holds it.
QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# Program that tests use as an independent reader -> Debian/Ubuntu package; they skip without it.
WITNESSES = {
    "dciodvfy": "dicom3tools",
    "storescp": "dcmtk",
    "pdftotext": "poppler-utils",
    "makensis": "nsis",
    "desktop-file-validate": "desktop-file-utils",
    "icupkg": "icu-devtools",
}
WITNESSES_WAIT_S = 120
# Program that packing needs on Linux -> Debian/Ubuntu package.
PACKERS = {
    "objdump": "binutils",
    "dpkg-deb": "dpkg",
    "zstd": "zstd",
    "cc": "gcc",
    "icupkg": "icu-devtools",
}
# A file of tests stays in one process; tests that watch the clock run afterwards, by themselves.
SIDE_BY_SIDE = ["-m", "pytest", "-m", "not bench and not alone", "-n", "auto",
                "--dist=loadfile", "--no-loadscope-reorder"]  # fmt: skip
ALONE = ["-m", "pytest", "-m", "alone and not bench"]
NO_TESTS = 5  # pytest's exit status when the arguments leave no test
GROUPS = {"run": (), "test": ("train", "test")}


def main() -> int:
    """Runs the command named on the command line; returns its exit status."""
    parser = argparse.ArgumentParser(prog="build/make.py", description=__doc__.split("\n")[0])
    parser.add_argument("command", choices=("run", "test", "installer", "clean"))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on")
    chosen = parser.parse_args()
    if chosen.command == "clean":
        return clean()
    install_qt_libraries()
    if chosen.command == "installer":
        return make_installers(chosen.arguments)
    if chosen.command == "test":
        install_witnesses()
    sync(GROUPS[chosen.command])
    return {"run": run, "test": test}[chosen.command](chosen.arguments)


def run(arguments: list[str]) -> int:
    """Opens the window, or does what the arguments say."""
    return subprocess.call([str(python()), "-m", "desktop", *arguments], env=environment())


def test(arguments: list[str]) -> int:
    """Style, borders between the packages, then the tests; stops at the first that fails."""
    checks = (
        ["-m", "ruff", "check", "."],
        ["-m", "ruff", "format", "--check", "."],
        ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    )
    for check in checks:
        if status := in_environment(check):
            return status
    return pytest(arguments)


def pytest(arguments: list[str]) -> int:
    """The tests side by side, then those that watch the clock; `-m` given runs one plain pytest."""
    if "-m" in arguments:
        return in_environment(["-m", "pytest", *arguments])
    together = in_environment([*SIDE_BY_SIDE, *arguments])
    if together not in (0, NO_TESTS):
        return together
    alone = in_environment([*ALONE, *arguments])
    return together if alone == NO_TESTS else alone


def make_installers(parts: list[str]) -> int:
    """Freezes, proves and packs; a package of Debian's that packing needs is brought or named."""
    missing = [] if not sys.platform.startswith("linux") else [
        package for program, package in PACKERS.items() if not _is_program(program)
    ]  # fmt: skip
    if missing:
        apt_install(missing, "Packing needs programs that are not installed")
    from installer.make_installers import make

    return make(parts, find_uv())


def _is_program(name: str) -> bool:
    """Whether a program can be found; Debian keeps some where a person's PATH does not lead."""
    return shutil.which(name, path=os.pathsep.join((os.environ["PATH"], "/usr/sbin"))) is not None


def in_environment(arguments: list[str]) -> int:
    """Runs the environment's Python with arguments from the project's root; its exit status."""
    return subprocess.call([str(python()), *arguments], cwd=ROOT, env=environment())


def clean() -> int:
    """Removes build output and caches."""
    for folder in (ROOT / "dist", WORK, ROOT / ".pytest_cache", ROOT / ".ruff_cache"):
        shutil.rmtree(folder, ignore_errors=True)
    return 0


def sync(groups: tuple[str, ...]) -> None:
    """Brings the environment to what `uv.lock` says; leaves other groups that are there alone."""
    wanted = [argument for group in groups for argument in ("--group", group)]
    command = [find_uv(), "sync", "--frozen", "--inexact", "--no-default-groups", *wanted]
    print("Installing what is missing ...", file=sys.stderr, flush=True)
    if subprocess.call(command, cwd=ROOT, env=environment()) != 0:
        sys.exit("The installation failed; the reason stands above.")


def find_uv() -> str:
    """Path of `uv`, brought into `.work/uv` through pip where the machine has none."""
    own = WORK / "uv" / ("Scripts/uv.exe" if os.name == "nt" else "bin/uv")
    if own.is_file():
        return str(own)
    if found := shutil.which("uv"):
        return found
    print("Bringing uv ...", file=sys.stderr, flush=True)
    make_bootstrap_environment()
    pip = [str(own.with_name("python.exe" if os.name == "nt" else "python")), "-m", "pip"]
    if subprocess.call([*pip, "install", "--quiet", f"uv>={UV_FLOOR}"]) != 0:
        sys.exit("uv could not be installed; is the network there?")
    return str(own)


def make_bootstrap_environment() -> None:
    """A virtual environment for uv alone; Debian keeps the module for it in a package."""
    command = [sys.executable, "-m", "venv", "--clear", str(WORK / "uv")]
    if subprocess.call(command, stdout=subprocess.DEVNULL) == 0:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    apt_install([package], "Python cannot make virtual environments here")
    subprocess.check_call(command)


def install_qt_libraries() -> None:
    """Installs the libraries that Qt needs on Linux, or names them and stops."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for library, package in QT_LIBRARIES.items() if not can_load(library)]
    if missing:
        apt_install(missing, "Qt needs libraries that are not installed")


def install_witnesses() -> None:
    """Installs independent programs that tests compare with, where this user may and it works."""
    missing = [package for program, package in WITNESSES.items() if not _is_program(program)]
    if not missing or not may_install():
        return
    try:
        apt_install(missing, "Tests compare with programs that are not installed", WITNESSES_WAIT_S)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        print(f"They could not be installed ({error}); those tests skip.", file=sys.stderr)


def can_load(library: str) -> bool:
    """Whether the dynamic loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def apt_install(packages: list[str], reason: str, timeout_s: float | None = None) -> None:
    """Installs Debian packages where this user may; stops with the exact command where not."""
    patience = [] if timeout_s is None else ["-o", "Acquire::Retries=0"]
    command = ["apt-get", *patience, "install", "--yes", "--no-install-recommends", *packages]
    if not may_install():
        names = " ".join(packages)
        sys.exit(
            f"{reason}. On Debian or Ubuntu run:\n    sudo apt-get install {names}\n"
            "and start this command again. On other systems install the packages that hold "
            "the same libraries."
        )
    print(f"{reason}; installing {' '.join(packages)} ...", file=sys.stderr, flush=True)
    quiet = {
        "stdout": subprocess.DEVNULL,
        "env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        "timeout": timeout_s,
    }
    prefix = _prefix()
    subprocess.check_call([*prefix, "apt-get", *patience, "update"], **quiet)
    subprocess.check_call([*prefix, *command], **quiet)


def may_install() -> bool:
    """Whether this user may install Debian packages."""
    return bool(shutil.which("apt-get")) and (not _prefix() or _sudo_works())


def _prefix() -> list[str]:
    return [] if os.name != "nt" and os.geteuid() == 0 else ["sudo", "-n"]


def _sudo_works() -> bool:
    if not shutil.which("sudo"):
        return False
    return subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0


def python() -> Path:
    """The interpreter of the project's environment."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment() -> dict[str, str]:
    """The caller's environment without what would lead into another checkout.

    Modules are kept compiled, whatever the caller says: they are the project's own environment's,
    and every child process would compile TensorFlow anew.
    """
    unwanted = ("VIRTUAL_ENV", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if k not in unwanted}
    return kept | {"UV_PROJECT_ENVIRONMENT": str(VENV)}


if __name__ == "__main__":
    sys.exit(main())
