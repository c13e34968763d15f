"""The environment and the repository keep the promises of the project file."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCK = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))


def _closure(names: set[str]) -> set[str]:
    """Every package that the lock installs for these on Linux, whatever the Python version."""
    wanted: dict[str, list[str]] = {}
    for package in LOCK["package"]:
        entries = package.get("dependencies", [])
        extras = package.get("optional-dependencies", {}).values()
        wanted.setdefault(package["name"], []).extend(
            entry["name"] for entry in (*entries, *(e for extra in extras for e in extra))
        )
    found: set[str] = set()
    while names:
        name = names.pop()
        if name not in found:
            found.add(name)
            names |= set(wanted.get(name, ()))
    return found


def _clinic_packages() -> set[str]:
    project = next(p for p in LOCK["package"] if p["name"] == "whyray")
    return _closure({entry["name"] for entry in project["dependencies"]})


def test_the_clinic_side_never_pulls_a_training_framework():
    assert not _clinic_packages() & {"tensorflow", "keras", "tf2onnx", "tf-keras", "torch"}


def test_no_gpl_decoder_and_no_second_qt_is_installed():
    packages = {package["name"] for package in LOCK["package"]}

    assert not packages & {
        "pylibjpeg-libjpeg",  # GPL-3.0
        "pyside6",  # the add-ons hold GPL-only parts
        "pyside6-addons",
        "opencv-python",  # bundles a Qt of its own
        "opencv-contrib-python",
        "pyqt5",
        "pyqt6",
        "pymupdf",  # AGPL
    }


def test_pyside_is_older_than_the_release_that_loses_references_to_true():
    major, minor = (int(part) for part in metadata.version("pyside6-essentials").split(".")[:2])

    assert (6, 8) <= (major, minor) < (6, 12)


@pytest.mark.parametrize("group", ["GPL", "AGPL"])
def test_no_installed_clinic_package_declares_a_strong_copyleft_licence(group):
    offenders = []
    for name in sorted(_clinic_packages() - {"whyray"}):
        try:
            facts = metadata.metadata(name)
        except metadata.PackageNotFoundError:
            continue  # for another system or Python version
        licence = " ".join([facts.get("License-Expression", ""), *facts.get_all("Classifier", [])])
        words = set(re.findall(r"[A-Za-z]+", licence))
        if group in words and not words & {"LGPL", "Lesser"}:
            offenders.append((name, licence[:80]))
    assert offenders == []


@pytest.mark.skipif(
    shutil.which("git") is None or not (ROOT / ".git").exists(),
    reason="asks git about a checkout; this is none, or git is not installed",
)
def test_git_ignores_nothing_in_the_build_folder():
    listed = [str(p.relative_to(ROOT)) for p in (ROOT / "build").rglob("*.py")]
    assert listed
    done = subprocess.run(
        ["git", "check-ignore", *listed, "build/pyinstaller/app.spec"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stdout == ""


def test_the_entry_point_explains_itself_with_the_standard_library_alone():
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "build" / "make.py"), "--help"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0
    assert "run" in done.stdout
    assert "test" in done.stdout
