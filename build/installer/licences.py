"""Licences of everything in a frozen folder: a list for people, an SBOM for machines, a gate.

A component whose licence nobody has written down here, or that only the GPL or AGPL allows to
hand on, stops the build. Choices between licences are made here: Qt is used under the LGPL.
"""

import fnmatch
import hashlib
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from installer.parts import Part
from installer.places import version

LIST, BILL = "THIRD-PARTY-LICENCES.txt", "sbom.cyclonedx.json"

# Distribution (lower case) -> SPDX expression, where the package's own data are no such expression
# or leave a choice.
OF_DISTRIBUTIONS = {
    "cloudpickle": "BSD-3-Clause",
    "colorama": "BSD-3-Clause",
    "flatbuffers": "Apache-2.0",
    "lime": "BSD-2-Clause",
    "matplotlib": "PSF-2.0",
    "onnxruntime": "MIT",
    "onnxruntime-gpu": "MIT",
    "opencv-python-headless": "Apache-2.0",
    "protobuf": "BSD-3-Clause",
    "pydicom": "MIT",
    "pyjpegls": "MIT",
    "pylibjpeg": "MIT",
    "pylibjpeg-openjpeg": "MIT",
    "pynetdicom": "MIT",
    "pyqtgraph": "MIT",
    "pyside6_essentials": "LGPL-3.0-only",
    "scikit-image": "BSD-3-Clause",
    "scipy": "BSD-3-Clause",
    "shap": "MIT",
    "shiboken6": "LGPL-3.0-only",
    "slicer": "MIT",
    "tifffile": "BSD-3-Clause",
    "tqdm": "MPL-2.0 AND MIT",
    # of the trainer
    "absl-py": "Apache-2.0",
    "alembic": "MIT",
    "astunparse": "BSD-3-Clause AND PSF-2.0",
    "certifi": "MPL-2.0",
    "charset-normalizer": "MIT",
    "colorlog": "MIT",
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "fonttools": "MIT",
    "gast": "BSD-3-Clause",
    "google-pasta": "Apache-2.0",
    "greenlet": "MIT AND PSF-2.0",
    "grpcio": "Apache-2.0",
    "h5py": "BSD-3-Clause",
    "keras": "Apache-2.0",
    "kiwisolver": "BSD-3-Clause",
    "libclang": "Apache-2.0 WITH LLVM-exception",
    "mako": "MIT",
    "markdown": "BSD-3-Clause",
    "markdown-it-py": "MIT",
    "markupsafe": "BSD-3-Clause",
    "mdurl": "MIT",
    "namex": "Apache-2.0",
    "opt_einsum": "MIT",
    "optree": "Apache-2.0",
    "optuna": "MIT",
    "pygments": "BSD-2-Clause",
    "pyyaml": "MIT",
    "requests": "Apache-2.0",
    "rich": "MIT",
    "six": "MIT",
    "sqlalchemy": "MIT",
    "tensorboard": "Apache-2.0",
    "tensorboard-data-server": "Apache-2.0",
    "tensorflow": "Apache-2.0",
    "termcolor": "MIT",
    "tf2onnx": "Apache-2.0",
    "tf_keras": "Apache-2.0",
    "werkzeug": "BSD-3-Clause",
    "wheel": "MIT",
    "wrapt": "BSD-2-Clause",
}


@dataclass(frozen=True)
class Library:
    """A native library that is no Python extension.

    Attributes:
        pattern: of its place in the folder.
        name: of the component.
        expression: SPDX.
    """

    pattern: str
    name: str
    expression: str


_MICROSOFT = "LicenseRef-Microsoft-Redistributable"
_RUNTIME = "GPL-3.0-or-later WITH GCC-exception-3.1"
# The first pattern that fits counts.
LIBRARIES = (
    Library("PySide6/*icu*", "ICU", "Unicode-3.0"),
    Library("PySide6/*", "Qt", "LGPL-3.0-only"),
    Library("shiboken6/*", "Shiboken", "LGPL-3.0-only"),
    Library("libpython3*", "Python", "PSF-2.0"),
    Library("_gdcm/*", "GDCM", "BSD-3-Clause"),
    Library("onnxruntime/*", "ONNX Runtime", "MIT"),
    Library("tensorflow/*", "TensorFlow", "Apache-2.0"),
    Library("*libtensorflow*", "TensorFlow", "Apache-2.0"),
    Library("*libgfortran*", "GNU Fortran runtime", _RUNTIME),
    Library("*libgomp*", "GNU OpenMP runtime", _RUNTIME),
    Library("*libquadmath*", "GNU quad precision library", "LGPL-2.1-or-later"),
    Library("*libgcc_s*", "GCC runtime", _RUNTIME),
    Library("*libstdc++*", "GNU C++ library", _RUNTIME),
    Library("*openblas*", "OpenBLAS", "BSD-3-Clause"),
    Library("*libav[cfu]*", "FFmpeg", "LGPL-2.1-or-later"),
    Library("*libsw[rs]*", "FFmpeg", "LGPL-2.1-or-later"),
    Library("*libavif*", "libavif", "BSD-2-Clause"),
    Library("*libaom*", "AOM codec", "BSD-2-Clause"),
    Library("*libvpx*", "libvpx", "BSD-3-Clause"),
    Library("*libharfbuzz*", "HarfBuzz", "MIT"),
    Library("*libdrm*", "libdrm", "MIT"),
    Library("*libwebp*", "libwebp", "BSD-3-Clause"),
    Library("*libsharpyuv*", "libwebp", "BSD-3-Clause"),
    Library("*libtiff*", "LibTIFF", "libtiff"),
    Library("*libjpeg*", "libjpeg-turbo", "IJG AND BSD-3-Clause"),
    Library("*libopenjp2*", "OpenJPEG", "BSD-2-Clause"),
    Library("*libpng*", "libpng", "libpng-2.0"),
    Library("*liblcms2*", "Little CMS", "MIT"),
    Library("*libhdf5*", "HDF5", "BSD-3-Clause"),
    Library("*libsz*", "libaec", "BSD-2-Clause"),
    Library("*libaec*", "libaec", "BSD-2-Clause"),
    Library("*libcrypto*", "OpenSSL", "Apache-2.0 OR OpenSSL"),
    Library("*libssl*", "OpenSSL", "Apache-2.0 OR OpenSSL"),
    Library("*liblzma*", "XZ Utils", "0BSD"),
    Library("*libzstd*", "Zstandard", "BSD-3-Clause"),
    Library("*liblz4*", "LZ4", "BSD-2-Clause"),
    Library("*libbz2*", "bzip2", "bzip2-1.0.6"),
    Library("*libz.*", "zlib", "Zlib"),
    Library("*libbrotli*", "Brotli", "MIT"),
    Library("*libexpat*", "Expat", "MIT"),
    Library("*libffi*", "libffi", "MIT"),
    Library("*libsqlite3*", "SQLite", "blessing"),
    Library("*libuuid*", "libuuid of util-linux", "BSD-3-Clause"),
    Library("*libmount*", "libmount of util-linux", "LGPL-2.1-or-later"),
    Library("*libblkid*", "libblkid of util-linux", "LGPL-2.1-or-later"),
    Library("*libselinux*", "libselinux", "libselinux-1.0"),
    Library("*libpcre2*", "PCRE2", "BSD-3-Clause"),
    Library("*libg[limt]*-2.0*", "GLib", "LGPL-2.1-or-later"),
    Library("*libgobject-2.0*", "GLib", "LGPL-2.1-or-later"),
    Library("*libdbus-1*", "D-Bus", "AFL-2.1 OR GPL-2.0-or-later"),
    Library("*libsystemd*", "libsystemd", "LGPL-2.1-or-later"),
    Library("*libgcrypt*", "Libgcrypt", "LGPL-2.1-or-later"),
    Library("*libgpg-error*", "libgpg-error", "LGPL-2.1-or-later"),
    Library("*libcap*", "libcap", "BSD-3-Clause OR GPL-2.0-only"),
    Library("*libfontconfig*", "Fontconfig", "HPND"),
    Library("*libfreetype*", "FreeType", "FTL OR GPL-2.0-only"),
    Library("*libX*", "X11 libraries", "MIT"),
    Library("*libxcb*", "XCB", "MIT"),
    Library("*libxkbcommon*", "xkbcommon", "MIT"),
    Library("*libwayland*", "Wayland", "MIT"),
    Library("*libbsd*", "libbsd", "BSD-3-Clause"),
    Library("*libmd.*", "libmd", "BSD-3-Clause"),
    Library("*libgssapi*", "MIT Kerberos", "MIT"),
    Library("*libkrb5*", "MIT Kerberos", "MIT"),
    Library("*libk5crypto*", "MIT Kerberos", "MIT"),
    Library("*libcom_err*", "com_err of e2fsprogs", "MIT"),
    Library("*libkeyutils*", "keyutils", "LGPL-2.1-or-later"),
    # Windows
    Library("*vcruntime*", "Microsoft Visual C++ runtime", _MICROSOFT),
    Library("*msvcp*", "Microsoft Visual C++ runtime", _MICROSOFT),
    Library("*concrt*", "Microsoft Visual C++ runtime", _MICROSOFT),
    Library("*ucrtbase*", "Microsoft universal C runtime", _MICROSOFT),
    Library("*api-ms-win*", "Microsoft universal C runtime", _MICROSOFT),
    Library("python3*.dll", "Python", "PSF-2.0"),
    Library("*opencv_videoio_ffmpeg*", "FFmpeg", "LGPL-2.1-or-later"),
)
_GPL = re.compile(r"\bA?GPL-")
_NOTE_QT = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are shared
libraries of their own in the folder {place}: whoever wants to run WhyRay with a changed Qt of the
same version replaces the files there. Their source is at https://download.qt.io/official_releases/.
"""


def write(folder: Path, part: Part, found: dict[str, Any]) -> None:
    """Writes list and SBOM into a frozen folder.

    Args:
        folder: the frozen folder.
        part: what it is.
        found: as `components.py` prints it.

    Raises:
        SystemExit: a licence is unknown or forbids to hand it on in a closed program.
    """
    entries = [*_distributions(found), *_libraries(found)]
    refused = [f"  {e['name']}: {e['expression'] or 'licence unknown'}" for e in entries
               if not is_allowed(e["expression"])]  # fmt: skip
    if refused:
        sys.exit("\n".join(["What must not be handed on, or has no known licence:", *refused]))
    (folder / LIST).write_text(_list(entries, part), encoding="utf-8")
    bill = json.dumps(_bill(entries, part), indent=1, ensure_ascii=False)
    (folder / BILL).write_text(bill + "\n", encoding="utf-8")


def is_allowed(expression: str) -> bool:
    """Whether a component may be handed on: known, and not under the GPL or AGPL alone.

    The LGPL is no GPL, an exception lifts it, and of a choice (OR) one allowed side is enough.
    """
    if not expression:
        return False
    sides = [part.strip(" ()") for part in expression.split(" OR ")]
    return any(all(_is_term_allowed(term) for term in side.split(" AND ")) for side in sides)


def _is_term_allowed(term: str) -> bool:
    return not _GPL.search(term.strip(" ()")) or " WITH " in term


def _distributions(found: dict[str, Any]) -> list[dict[str, Any]]:
    entries = [
        {"name": "Python", "version": found["python"], "expression": "PSF-2.0",
         "texts": [found["python_licence"]], "purl": f"pkg:generic/python@{found['python']}"},
        {"name": "PyInstaller bootloader", "version": found["pyinstaller"],
         "expression": "GPL-2.0-or-later WITH Bootloader-exception", "texts": [],
         "purl": f"pkg:pypi/pyinstaller@{found['pyinstaller']}"},
    ]  # fmt: skip
    for entry in found["distributions"]:
        known = OF_DISTRIBUTIONS.get(entry["name"].lower(), entry["expression"])
        purl = f"pkg:pypi/{entry['name'].lower().replace('_', '-')}@{entry['version']}"
        entries.append(
            {"name": entry["name"], "version": entry["version"], "expression": known,
             "texts": entry["texts"], "purl": purl}
        )  # fmt: skip
    return entries


def _libraries(found: dict[str, Any]) -> list[dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    for place in found["libraries"]:
        known = next((k for k in LIBRARIES if fnmatch.fnmatch(place, k.pattern)), None)
        name = place if known is None else known.name
        expression = "" if known is None else known.expression
        blank = {"name": name, "version": "", "expression": expression, "texts": [], "files": []}
        entries.setdefault(name, blank)["files"].append(place)
    return list(entries.values())


def _list(entries: list[dict[str, Any]], part: Part) -> str:
    head = f"{part.name} {version()}: what others have written, and under which licence.\n"
    note = _NOTE_QT.format(place="_internal/PySide6") if any(
        e["name"] == "Qt" for e in entries) else ""  # fmt: skip
    table = "\n".join(
        f"{e['name']} {e['version']}".strip().ljust(44) + e["expression"] for e in entries
    )
    texts: dict[str, tuple[str, list[str]]] = {}
    for entry in entries:
        for text in entry["texts"]:
            key = hashlib.sha256(text.strip().encode()).hexdigest()
            texts.setdefault(key, (text.strip(), []))[1].append(entry["name"])
    bodies = [
        f"{'=' * 78}\n{', '.join(dict.fromkeys(names))}\n{'=' * 78}\n{text}\n"
        for text, names in texts.values()
    ]
    return "\n".join([head, note, table, "", *bodies])


def _bill(entries: list[dict[str, Any]], part: Part) -> dict[str, Any]:
    """CycloneDX 1.6, without serial number and time: the same folder gives the same bill."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": part.name, "version": version()}},
        "components": [_component(entry) for entry in entries],
    }


def _component(entry: dict[str, Any]) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "type": "library",
        "name": entry["name"],
        "licenses": [{"expression": entry["expression"]}],
    }
    for key in ("version", "purl"):
        if entry.get(key):
            plain[key] = entry[key]
    if entry.get("files"):
        plain["properties"] = [{"name": "whyray:file", "value": place} for place in entry["files"]]
    return plain
