"""What is really in a frozen folder: distributions with their licences, and native libraries.

Run by the interpreter that froze it: ``python components.py FOLDER PROGRAM``; prints JSON.
"""

import importlib.metadata
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_LICENCE_NAMES = ("licen", "copying", "notice", "copyright", "authors")


def main() -> int:
    """Prints ``{"distributions": [...], "libraries": [...], "python": version}``."""
    folder, program = Path(sys.argv[1]), sys.argv[2]
    inside = folder / "_internal"
    modules = _frozen_modules(folder / program)
    found = [_described(d) for d in _distributions() if _is_in(d, inside, modules)]
    plain = {
        "python": ".".join(map(str, sys.version_info[:3])),
        "python_licence": _python_licence(),
        "pyinstaller": importlib.metadata.version("pyinstaller"),
        "distributions": sorted(found, key=lambda entry: entry["name"].lower()),
        "libraries": sorted(_libraries(inside)),
    }
    print(json.dumps(plain))
    return 0


def _frozen_modules(program: Path) -> set[str]:
    """Top-level names of the Python modules inside the program."""
    from PyInstaller.archive.readers import CArchiveReader

    names: set[str] = set()
    archive = CArchiveReader(str(program))
    for name, entry in archive.toc.items():
        if entry[-1] == "z":
            names |= {module.split(".")[0] for module in archive.open_embedded_archive(name).toc}
    return names


def _distributions() -> Iterator[importlib.metadata.Distribution]:
    for found in importlib.metadata.distributions():
        if found.metadata["Name"] not in ("whyray", "pyinstaller", "pyinstaller-hooks-contrib"):
            yield found


def _is_in(found: importlib.metadata.Distribution, inside: Path, modules: set[str]) -> bool:
    """Whether any file of a distribution, besides its metadata, is in the folder."""
    for file in found.files or ():
        place = file.as_posix()
        if ".dist-info/" in place or place.startswith("..") or "/__pycache__/" in place:
            continue
        top = place.split("/")[0]
        if top.removesuffix(".py") in modules and _is_module(place, top):
            return True
        if not place.endswith(".py") and (inside / place).is_file():
            return True
    return False


def _is_module(place: str, top: str) -> bool:
    return place.endswith(".py") and (place != top or top.endswith(".py"))


def _described(found: importlib.metadata.Distribution) -> dict[str, Any]:
    about = found.metadata
    classifiers = [c.split(" :: ")[-1] for c in about.get_all("Classifier") or ()
                   if c.startswith("License ::")]  # fmt: skip
    first_line = (about.get("License") or "").strip().split("\n")[0][:80]
    return {
        "name": about["Name"],
        "version": found.version,
        "expression": about.get("License-Expression") or "",
        "classifiers": classifiers,
        "licence": first_line,
        "page": about.get("Home-page") or _page(about.get_all("Project-URL") or []),
        "texts": list(_texts(found)),
    }


def _page(links: list[str]) -> str:
    return links[0].split(",", 1)[-1].strip() if links else ""


def _texts(found: importlib.metadata.Distribution) -> Iterator[str]:
    for file in found.files or ():
        is_text = any(word in file.name.lower() for word in _LICENCE_NAMES)
        if is_text and file.suffix.lower() in ("", ".txt", ".md", ".rst", ".apache", ".bsd"):
            place = Path(str(found.locate_file(file)))
            if place.is_file():
                yield place.read_text(encoding="utf-8", errors="replace")


def _libraries(inside: Path) -> Iterator[str]:
    """Places of native libraries that are no Python extension modules; links are not counted."""
    for file in inside.rglob("*"):
        is_library = ".so" in file.name or file.suffix.lower() in (".dll", ".dylib")
        is_extension = any(part in file.name for part in (".cpython-", ".abi3.so"))
        if not is_library or is_extension or file.is_symlink() or not file.is_file():
            continue
        if not _is_hollow(file):
            yield file.relative_to(inside).as_posix()


def _is_hollow(file: Path) -> bool:
    """Whether nothing of others is in it: `hollow.py` wrote it."""
    return file.stat().st_size < 2**17 and b"whyray_hollow" in file.read_bytes()


def _python_licence() -> str:
    for place in (Path(sys.base_prefix) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE",
                  *Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt")):  # fmt: skip
        if place.is_file():
            return place.read_text(encoding="utf-8", errors="replace")
    return ""


if __name__ == "__main__":
    sys.exit(main())
