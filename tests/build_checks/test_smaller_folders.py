"""What is left out of a frozen folder is not missed, and says so where it is."""

import ast
import ctypes
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "build"))  # as `python build/make.py` has it

from installer import hollow, icu  # noqa: E402

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of Linux alone")
needs_compiler = pytest.mark.skipif(shutil.which("cc") is None, reason="needs a C compiler")
_PATH = os.pathsep.join((os.environ["PATH"], "/usr/sbin"))


def compiled(file: Path, source: str, *options: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    text = file.with_suffix(".c")
    text.write_text(source, encoding="utf-8")
    subprocess.check_call(["cc", "-shared", "-fPIC", str(text), "-o", str(file), *options])
    text.unlink()
    return file


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A user of a library of video, versioned as FFmpeg's, that asks for a codec of its own."""
    libs = tmp_path / "video.libs"
    codec = compiled(libs / "libcodec-1.so", "int codec(void) { return 1; }",
                     "-Wl,-soname,libcodec-1.so")  # fmt: skip
    script = tmp_path / "versions.map"
    script.write_text("VIDEO_7 { global: play; stopped; local: *; };")
    compiled(
        libs / "libvideo-7.so",
        "int codec(void); int play(void) { return codec(); } int stopped(void) { return 0; }",
        "-Wl,-soname,libvideo-7.so", f"-Wl,--version-script={script}", str(codec),
    )  # fmt: skip
    compiled(
        tmp_path / "user.so",
        "int play(void); int add(int a, int b) { return a + b; } int film(void) { return play(); }",
        str(libs / "libvideo-7.so"), "-Wl,-rpath,$ORIGIN/video.libs",
    )  # fmt: skip
    (tmp_path / "libcodec-1.so").symlink_to("video.libs/libcodec-1.so")
    monkeypatch.setattr(hollow, "HOLLOWED", {"video.libs/libvideo-*.so*": "films that move"})
    return tmp_path


@needs_compiler
def test_a_hollow_library_lets_its_user_work_and_stops_who_calls_it(folder):
    hollow.hollow(folder)

    assert ctypes.CDLL(str(folder / "user.so")).add(2, 3) == 5
    code = f"import ctypes; ctypes.CDLL({str(folder / 'user.so')!r}).film()"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode < 0
    assert "libvideo-7.so was left out of this program (films that move)" in ended.stderr
    assert "no version information" not in ended.stderr
    assert hollow.MARK.encode() in (folder / "video.libs/libvideo-7.so").read_bytes()


@needs_compiler
def test_what_only_the_hollow_library_asked_for_is_gone(folder):
    hollow.hollow(folder)

    assert [f.name for f in (folder / "video.libs").iterdir()] == ["libvideo-7.so"]
    assert not (folder / "libcodec-1.so").is_symlink()


@needs_compiler
def test_a_library_that_offers_data_is_not_made_hollow(folder):
    compiled(folder / "video.libs/libvideo-7.so", "int play = 3;", "-Wl,-soname,libvideo-7.so")

    with pytest.raises(SystemExit, match="offers data"):
        hollow.hollow(folder)


@needs_compiler
def test_a_library_that_is_not_there_stops_the_build(folder):
    (folder / "video.libs/libvideo-7.so").unlink()

    with pytest.raises(SystemExit, match="one library was expected"):
        hollow.hollow(folder)


# What WhyRay calls of packages whose libraries are hollow in part. Before a name is added: does it
# reach linear algebra (BLAS, LAPACK) or films that move in OpenCV, digests or encryption in GDCM?
CALLED = {
    "cv2": {
        "FontFace", "GaussianBlur", "LUT", "Sobel", "applyColorMap", "approxPolyDP", "boundingRect",
        "calcHist", "connectedComponentsWithStats", "contourArea", "createCLAHE", "dilate",
        "distanceTransform", "findContours", "flip", "getStructuringElement", "getTextSize",
        "imdecode", "imencode", "inRange", "magnitude", "medianBlur", "putText", "rectangle",
        "reduce", "resize", "rotate", "setNumThreads", "warpAffine",
    },
    "gdcm": {
        "DataElement", "Fragment", "Image", "PhotometricInterpretation", "PixelFormat",
        "SequenceOfFragments", "Tag", "TransferSyntax",
    },
}  # fmt: skip


@pytest.mark.parametrize("package", CALLED)
def test_only_functions_that_need_no_hollow_library_are_called(package):
    called = set()
    for file in [*(ROOT / "desktop").rglob("*.py"), *(ROOT / "engine").rglob("*.py")]:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            assert not (isinstance(node, ast.ImportFrom) and node.module == package), file
            is_of_it = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
            if is_of_it and node.value.id == package:
                called.add(node.attr)

    constants = {name for name in called if re.fullmatch(r"[A-Z][A-Z0-9_]*", name)} - {"LUT"}
    assert called - constants == CALLED[package]


_WORK_OF_QT = """
import sys
from PySide6.QtCore import QCollator, QLocale, QStringConverter, QStringDecoder, QTimeZone
words = ["zebra", "\\u00c4rzte", "Arzt", "azul", "\\u00f1u", "nube", "\\u00f8re", "cor", "chat",
         "\\u0449\\u0443\\u043a\\u0430", "\\u0430\\u0437", "\\u4e2d", "\\u4e00", "\\u0b95"]
for name in ("en_US", "de_DE", "es_ES", "sv_SE", "da_DK", "cs_CZ", "ru_RU", "zh_CN", "ta_IN"):
    collator = QCollator(QLocale(name))
    print(name, ascii(sorted(words, key=collator.sortKey)))
print(QStringDecoder("Shift-JIS").isValid(), sorted(QStringConverter.availableCodecs()))
print(QTimeZone(b"Europe/Berlin").isValid())
"""


@pytest.mark.skipif(shutil.which("icupkg", path=_PATH) is None, reason="needs icupkg")
@needs_compiler
def test_qt_sorts_and_converts_with_the_trimmed_tables_as_with_the_whole(tmp_path):
    found = importlib.util.find_spec("PySide6")
    assert found is not None
    assert found.origin is not None
    whole = next((Path(found.origin).parent / "Qt/lib").glob("libicudata.so.*"))
    trimmed = tmp_path / "PySide6/Qt/lib" / whole.name
    trimmed.parent.mkdir(parents=True)
    shutil.copyfile(whole, trimmed)

    icu.trim(tmp_path)

    assert trimmed.stat().st_size < 0.6 * whole.stat().st_size
    told = [
        subprocess.check_output(
            [sys.executable, "-c", _WORK_OF_QT], text=True, env=os.environ | {"LD_PRELOAD": library}
        )
        for library in ("", str(trimmed))
    ]
    assert told[0] == told[1]
    assert len(told[0].splitlines()) == 11
    assert "'\\xc4rzte', 'zebra'" not in told[0].splitlines()[3]  # Swedish: after z
