"""ICU's tables of letters, without those that Qt never opens.

Qt asks ICU to compare strings by language, to convert encodings and for time zones (the symbols
that libQt6Core takes from it); names of currencies, units, regions and languages, transliteration
and the breaking of lines are Qt's own or unused. Every language's order of letters stays.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

_BREAKING = "brkitr"  # the breaking of lines: its root is of no use without its rules
_UNUSED_TREES = (_BREAKING, "curr", "lang", "rbnf", "region", "translit", "unit", "zone")
# A tree without these is no tree: ICU falls back to them.
_KEPT_OF_TREES = ("root.res", "pool.res", "res_index.res")
_ASSEMBLY = """\
.section .rodata
.balign 16
.globl {symbol}
.type {symbol}, %object
{symbol}:
.incbin "{file}"
.size {symbol}, . - {symbol}
.section .note.GNU-stack,"",%progbits
"""


def trim(inside: Path) -> None:
    """Writes the library of ICU's tables anew, with what is needed.

    Args:
        inside: the frozen folder's folder of libraries; of Linux.

    Raises:
        SystemExit: the tables are not where they were expected, or a tool is missing.
        subprocess.CalledProcessError: a tool failed.
    """
    found = list(inside.glob("PySide6/Qt/lib/libicudata.so.*"))
    # Debian keeps icupkg where a person's PATH does not lead.
    icupkg = shutil.which("icupkg", path=os.pathsep.join((os.environ["PATH"], "/usr/sbin")))
    if len(found) != 1 or icupkg is None:
        sys.exit(
            "ICU's tables in PySide6/Qt/lib and the program icupkg are needed"
            " (apt-get install icu-devtools)"
        )
    library = found[0]
    symbol = _symbol_of(library)
    package = f"{symbol.removesuffix('_dat')}l"  # little endian
    with tempfile.TemporaryDirectory(prefix="whyray-icu-") as scratch:
        whole, trimmed = Path(scratch, f"{package}.dat"), Path(scratch, "out", f"{package}.dat")
        trimmed.parent.mkdir()
        subprocess.check_call(
            ["objcopy", "-O", "binary", "--only-section=.rodata", str(library), str(whole)]
        )
        unused = [item for item in _items(icupkg, whole) if _is_unused(item)]
        removed = Path(scratch, "unused.txt")
        removed.write_text("\n".join(unused) + "\n", encoding="utf-8")
        subprocess.check_call([icupkg, "-r", str(removed), str(whole), str(trimmed)])
        source = Path(scratch, "data.s")
        source.write_text(_ASSEMBLY.format(symbol=symbol, file=trimmed), encoding="utf-8")
        library.unlink()
        subprocess.check_call(
            ["cc", "-shared", "-nostdlib", str(source), "-o", str(library),
             f"-Wl,-soname,{library.name}"]
        )  # fmt: skip


def _symbol_of(library: Path) -> str:
    told = subprocess.check_output(["nm", "-D", "--defined-only", str(library)], text=True)
    found = re.findall(r"\b(icudt\d+_dat)\b", told)
    if len(found) != 1:
        sys.exit(f"{library.name} holds no tables of ICU")
    return str(found[0])


def _items(icupkg: str, package: Path) -> list[str]:
    told = subprocess.check_output([icupkg, "-l", str(package)], text=True)
    return told.split()


def _is_unused(item: str) -> bool:
    tree, _, name = item.rpartition("/")
    is_kept = name in _KEPT_OF_TREES and tree != _BREAKING
    return tree in _UNUSED_TREES and not is_kept
