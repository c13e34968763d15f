"""Which characters can be shown, without asking Qt for what would end the process."""

import subprocess
import sys

import pytest

from desktop import glyphs


def test_ordinary_text_stays_as_it_is(qapp):
    text = "Müller, 37 °C, 5 mm² – Ω \n\t"
    assert glyphs.showable(text) == text
    assert glyphs.missing([text]) == ()


@pytest.mark.parametrize("character", ["\U00012000", "\U0001b170"])
def test_what_no_font_has_is_replaced_and_named(qapp, character):
    if glyphs.is_shown(character):
        pytest.skip("a font of this computer has it")
    assert glyphs.showable(f"a{character}b") == "a?b"
    assert glyphs.missing([f"a{character}b", "c"]) == (character,)


def test_invisible_characters_are_not_missing(qapp):
    assert glyphs.missing(["a\u200db\u2068c\u2069\ufe0f"]) == ()


def test_no_script_ends_the_process():
    """One letter of every block that is shaped by rules of its own, laid out as in a report."""
    script = (
        "import sys\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "app = QGuiApplication(['x', '-platform', 'offscreen'])\n"
        "from desktop.glyphs import showable\n"
        "from desktop.printing.pieces import Paragraph\n"
        "text = ''.join(chr(c) for c in range(0x0590, 0x2000, 8))\n"
        "print(Paragraph(text, 3000.0).height > 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == b"True"
