"""Debian packages, by hand: a tree, a control file, ``dpkg-deb``."""

import shutil
import subprocess
from pathlib import Path

from installer.parts import APP, CUDA, TRAINER, Part
from installer.places import DIST, ROOT, WORK, version

_SOURCES = ROOT / "build" / "linux"
# What the frozen program takes from the system. The libraries of X that Qt loads lie in the folder.
_DEPENDS = {
    APP.name: "libc6 (>= {glibc}), libgl1, libegl1",
    TRAINER.name: f"libc6 (>= {{glibc}}), {APP.name} (>= {{version}})",
    CUDA.name: f"{APP.name} (= {{version}})",
}
_RECOMMENDS = {APP.name: "libcups2, shared-mime-info, desktop-file-utils, fonts-noto-cjk"}
_DESCRIPTIONS = {
    APP.name: """Explainable chest X-ray reader for the clinic's own workstation
 Scores chest radiographs with a local ONNX model and shows why: heatmaps, layers,
 and how far each explanation can be believed. Works offline. For research use.""",
    TRAINER.name: """Retraining for WhyRay
 The training side (TensorFlow) as a program of its own; WhyRay's dialogs find it.""",
    CUDA.name: """NVIDIA GPU support for WhyRay
 The CUDA provider of ONNX Runtime and NVIDIA's libraries. Needs an NVIDIA driver for CUDA 13.""",
}
_ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def pack(part: Part, folder: Path, icons: Path) -> Path:
    """Makes the package of a part and returns its file in ``dist``.

    Args:
        part: what it is.
        folder: holds what goes to ``/opt/<name>`` (for the add-on: into WhyRay's folder).
        icons: as `icons.py` made them.

    Raises:
        subprocess.CalledProcessError: ``dpkg-deb`` or ``objdump`` failed.
    """
    tree = WORK / "deb" / part.name
    shutil.rmtree(tree, ignore_errors=True)
    home = tree / "opt" / (APP.name if part is CUDA else part.name)
    home.parent.mkdir(parents=True)
    subprocess.check_call(["cp", "-a", "--link", str(folder), str(home)])
    if part.program:
        _link(tree / "usr" / "bin" / part.program, f"/opt/{part.name}/{part.program}")
    if part is APP:
        _put_desktop_entry(tree, icons)
    _put_documents(tree, part, folder)
    _put_control(tree, part)
    DIST.mkdir(exist_ok=True)
    file = DIST / f"{part.name}_{version()}_amd64.deb"
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zzstd",
        f"-z{part.level}",
        "--build",
        str(tree),
        str(file),
    ]
    subprocess.check_call(command, stdout=subprocess.DEVNULL)
    return file


def glibc_floor(folder: Path) -> str:
    """The newest version of glibc that any file of a folder asks for: it runs from there on."""
    newest = (2, 17)
    for file in folder.rglob("*"):
        if file.is_symlink() or not file.is_file() or not _is_elf(file):
            continue
        told = subprocess.check_output(["objdump", "-T", str(file)], text=True, errors="replace",
                                       stderr=subprocess.DEVNULL)  # fmt: skip
        for word in told.split("GLIBC_")[1:]:
            numbers = word.split(")")[0].split()[0].split(".")
            if all(n.isdigit() for n in numbers):
                newest = max(newest, tuple(map(int, numbers[:2])))
    return ".".join(map(str, newest))


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _put_desktop_entry(tree: Path, icons: Path) -> None:
    _copy(_SOURCES / "whyray.desktop", tree / "usr/share/applications/whyray.desktop")
    _copy(_SOURCES / "whyray.xml", tree / "usr/share/mime/packages/whyray.xml")
    themes = tree / "usr/share/icons/hicolor"
    for size in _ICON_SIZES:
        _copy(icons / f"whyray-{size}.png", themes / f"{size}x{size}/apps/whyray.png")
    _copy(ROOT / "resources/icons/whyray.svg", themes / "scalable/apps/whyray.svg")


def _put_documents(tree: Path, part: Part, folder: Path) -> None:
    documents = tree / "usr/share/doc" / part.name
    documents.mkdir(parents=True)
    third = folder / "THIRD-PARTY-LICENCES.txt"
    text = (
        f"{part.name} {version()}\n\nWhat others have written, and under which licence, stands in"
    )
    place = f"/opt/{part.name}/{third.name}" if third.is_file() else "the files of its packages"
    (documents / "copyright").write_text(f"{text}\n{place}.\n", encoding="utf-8")


def _put_control(tree: Path, part: Part) -> None:
    control = tree / "DEBIAN"
    control.mkdir()
    facts = {"version": version(), "glibc": glibc_floor(tree / "opt")}
    lines = [
        f"Package: {part.name}",
        f"Version: {version()}",
        "Architecture: amd64",
        "Section: science",
        "Priority: optional",
        "Maintainer: WhyRay <whyray@localhost>",
        f"Installed-Size: {_kilobytes(tree)}",
        f"Depends: {_DEPENDS[part.name].format(**facts)}",
    ]
    if part.name in _RECOMMENDS:
        lines.append(f"Recommends: {_RECOMMENDS[part.name]}")
    lines.append(f"Description: {_DESCRIPTIONS[part.name]}")
    (control / "control").write_text("\n".join(lines) + "\n", encoding="utf-8")
    scripts = ("postinst", "prerm", "postrm") if part is APP else ("prerm",)
    for name in scripts if part is not CUDA else ():
        text = (_SOURCES / name).read_text(encoding="utf-8").replace("@PACKAGE@", part.name)
        (control / name).write_text(text, encoding="utf-8")
        (control / name).chmod(0o755)


def _kilobytes(tree: Path) -> int:
    files = (f for f in tree.rglob("*") if f.is_file() and not f.is_symlink())
    return sum(f.stat().st_size for f in files) // 1024


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _link(place: Path, target: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(target)
