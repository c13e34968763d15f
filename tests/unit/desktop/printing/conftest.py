"""An application for layouts, and the programs that read PDF files back."""

import shutil
import subprocess
import unicodedata

import pytest
from PIL import Image

from desktop.language import Translations


@pytest.fixture
def spoken(qapp):
    """Chooses the language of a test; English again afterwards."""
    translations = Translations(qapp)
    yield translations.use
    translations.use("en")


@pytest.fixture
def poppler(tmp_path, qapp):
    """Runs a program of poppler on a PDF file's bytes; skips where it is not installed."""

    def run(program, data, *options):
        if shutil.which(program) is None:
            pytest.skip(f"{program} (poppler) is not installed")
        path = tmp_path / "report.pdf"
        path.write_bytes(data)
        return subprocess.run(
            [program, *options, str(path), *(["-"] if program == "pdftotext" else [])],
            capture_output=True, check=True, timeout=60,
        ).stdout.decode("utf-8")  # fmt: skip

    return run


@pytest.fixture
def words_of(poppler):
    """The text of a PDF file, spaces and line breaks as single spaces.

    Shapes of letters, as fonts name them, are letters again (Unicode NFKC).
    """
    read = lambda data: unicodedata.normalize("NFKC", poppler("pdftotext", data, "-layout"))  # noqa: E731
    return lambda data: " ".join(read(data).split())


@pytest.fixture
def page_count(poppler):
    """Number of pages as another program counts them."""
    lines = lambda data: poppler("pdfinfo", data).splitlines()  # noqa: E731
    return lambda data: next(int(x.split()[1]) for x in lines(data) if x.startswith("Pages:"))


@pytest.fixture
def pictures_of(tmp_path, qapp):
    """The pages of a PDF file as pictures, 50 dots per inch, RGB."""

    def draw(data):
        if shutil.which("pdftoppm") is None:
            pytest.skip("pdftoppm (poppler) is not installed")
        path = tmp_path / "drawn.pdf"
        path.write_bytes(data)
        subprocess.run(
            ["pdftoppm", "-r", "50", "-png", str(path), str(tmp_path / "page")],
            check=True, timeout=60,
        )  # fmt: skip
        return [Image.open(p).convert("RGB") for p in sorted(tmp_path.glob("page-*.png"))]

    return draw
