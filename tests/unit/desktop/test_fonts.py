"""On a computer without fonts there are letters all the same."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

PROGRAM = """
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication
application = QGuiApplication(["letters", "-platform", "offscreen"])
from desktop.fonts import lend_fonts
from desktop.glyphs import is_any_font_here, is_shown
before = QFontInfo(QFont()).family()
lend_fonts()
now = QFontInfo(QFont()).family().replace(" ", "-")
print(repr(before), now, is_any_font_here(), all(map(is_shown, "aÄß€ñ°²±≥→")))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="fontconfig is Linux's")
def test_a_system_without_fonts_is_lent_some(tmp_path):
    empty = tmp_path / "fonts.conf"
    empty.write_text(
        f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>"
    )
    told = subprocess.check_output(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env=os.environ | {"FONTCONFIG_FILE": str(empty)},
        text=True,
    )

    assert told.split() == ["''", "DejaVu-Sans", "True", "True"]


def test_the_fonts_come_with_their_licence():
    from desktop.paths import FONTS

    assert sorted(f.suffix for f in FONTS.iterdir()) == [".ttf", ".ttf", ".ttf", ".txt"]
    assert "Bitstream" in (FONTS / "LICENCE.txt").read_text(encoding="utf-8")
