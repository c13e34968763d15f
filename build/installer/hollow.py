"""Libraries that others are linked with and WhyRay never calls, replaced by small ones that say so.

Packages from the index carry them because they serve everybody: OpenCV is linked with FFmpeg for
films that move and with an OpenBLAS of its own, GDCM with OpenSSL for encrypted attributes. The
linker wants a library of that name with these symbols; each symbol here ends the program with a
sentence. Which functions of these packages WhyRay calls stands in a table of the tests
(`tests/build_checks/test_smaller_folders.py`), and the self-test of the frozen program decodes,
resizes and explains with what is left.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# Place inside the folder -> what of whom it served.
HOLLOWED = {
    "opencv_python_headless.libs/libavcodec-*.so*": "FFmpeg, of OpenCV's videoio",
    "opencv_python_headless.libs/libavformat-*.so*": "FFmpeg, of OpenCV's videoio",
    "opencv_python_headless.libs/libavutil-*.so*": "FFmpeg, of OpenCV's videoio",
    "opencv_python_headless.libs/libswscale-*.so*": "FFmpeg, of OpenCV's videoio",
    "opencv_python_headless.libs/libopenblas*.so*": "OpenBLAS, of OpenCV's linear algebra",
    "opencv_python_headless.libs/libssl-*.so*": "OpenSSL, of FFmpeg",
    "opencv_python_headless.libs/libcrypto-*.so*": "OpenSSL, of FFmpeg",
    "python_gdcm.libs/libssl-*.so*": "OpenSSL, of GDCM's network",
    "python_gdcm.libs/libcrypto-*.so*": "OpenSSL, of GDCM's encrypted attributes",
}
MARK = "whyray_hollow"  # a symbol of every hollow library: components.py knows them by it
_SOURCE = """\
#include <stdlib.h>
#include <unistd.h>
const char {mark}[] = "{name} was left out of this program ({what}); it ends here.\\n";
static void stop(void) {{ if (write(2, {mark}, sizeof {mark} - 1)) {{}} abort(); }}
{functions}
"""


def hollow(inside: Path) -> None:
    """Replaces what `HOLLOWED` names, and takes away what was asked for by these alone.

    Args:
        inside: the frozen folder's folder of libraries; of Linux.

    Raises:
        SystemExit: a library of the table is not there, offers data and not only functions, or
            there is no C compiler.
        subprocess.CalledProcessError: ``nm``, ``objdump`` or the compiler failed.
    """
    compiler = shutil.which("cc")
    if compiler is None:
        sys.exit("a C compiler is needed to leave out unused libraries: apt-get install gcc")
    hollowed = {_only(inside, pattern): what for pattern, what in HOLLOWED.items()}
    left = [file for file in _elf_files(inside) if file not in hollowed]
    asked = {file: _needed(file) for file in left}
    undefined = {file: _symbols(file, "--undefined-only") for file in left if asked[file]}
    for file, what in hollowed.items():
        users = [user for user in undefined if file.name in asked[user]]
        called = set().union(*(undefined[user] for user in users))
        _replace(file, what, called, compiler)
    for folder in {file.parent for file in hollowed}:
        _drop_unasked(inside, folder)
    for link in inside.rglob("*"):
        if link.is_symlink() and not link.exists():
            link.unlink()


def _only(inside: Path, pattern: str) -> Path:
    found = list(inside.glob(pattern))
    if len(found) != 1:
        names = ", ".join(file.name for file in found) or "nothing"
        sys.exit(f"{pattern}: one library was expected, {names} found")
    return found[0]


def _elf_files(inside: Path) -> list[Path]:
    return [f for f in inside.rglob("*.so*") if f.is_file() and not f.is_symlink() and _is_elf(f)]


def _is_elf(file: Path) -> bool:
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def _needed(file: Path) -> set[str]:
    told = subprocess.check_output(["objdump", "-p", str(file)], text=True)
    return set(re.findall(r"^\s*NEEDED\s+(\S+)", told, re.MULTILINE))


def _symbols(file: Path, which: str) -> set[tuple[str, str, str]]:
    """(name, version, kind) of dynamic symbols; the version is empty where there is none."""
    told = subprocess.check_output(
        ["nm", "-D", "--with-symbol-versions", which, str(file)], text=True, stderr=subprocess.PIPE
    )
    found = re.findall(r"^[0-9a-f ]*([A-Za-z]) ([^\s@]+)(?:@@?(\S+))?$", told, re.MULTILINE)
    return {(name, version, kind) for kind, name, version in found}


def _replace(file: Path, what: str, called: set[tuple[str, str, str]], compiler: str) -> None:
    names = {name for name, _, _ in called}
    offered = {entry for entry in _symbols(file, "--defined-only") if entry[0] in names}
    data = sorted(name for name, _, kind in offered if kind not in "TtWwi")
    if data:
        sys.exit(f"{file.name} offers data that are used and cannot be hollow: {', '.join(data)}")
    versions: dict[str, list[str]] = {}
    for name, version, _ in sorted(offered):
        versions.setdefault(version, []).append(name)
    functions = "\n".join(f"void {name}(void) {{ stop(); }}" for name, _, _ in sorted(offered))
    source = _SOURCE.format(mark=MARK, name=file.name, what=what, functions=functions)
    with tempfile.TemporaryDirectory(prefix="whyray-hollow-") as scratch:
        written, script = Path(scratch, "hollow.c"), Path(scratch, "hollow.map")
        written.write_text(source, encoding="utf-8")
        script.write_text(_version_script(versions), encoding="utf-8")
        versioned = [f"-Wl,--version-script={script}"] if any(versions) else []
        file.unlink()  # it may be one with the environment's
        subprocess.check_call(
            [compiler, "-shared", "-fPIC", "-Os", "-s", "-fno-builtin", "-w", str(written),
             "-o", str(file), f"-Wl,-soname,{file.name}", *versioned]
        )  # fmt: skip


def _version_script(versions: dict[str, list[str]]) -> str:
    named = {version: names for version, names in versions.items() if version}
    return "\n".join(f"{v} {{ global: {'; '.join(names)}; }};" for v, names in named.items())


def _drop_unasked(inside: Path, folder: Path) -> None:
    """Takes libraries out of a folder that none of the frozen folder's files asks for."""
    while True:
        asked = set().union(*(_needed(file) for file in _elf_files(inside)))
        unasked = [file for file in _elf_files(folder) if file.name not in asked]
        if not unasked:
            return
        for file in unasked:
            file.unlink()
