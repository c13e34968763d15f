"""Nothing that stands in a file becomes a formula of a spreadsheet."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.batch.cells import ENCODING, cell, table

STARTS = "=+-@＝＋－＠"
EVIL = [
    "=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1",
    "＝HYPERLINK(1)", 'a;=1', 'a,"=1"', "a| @x", 'name";=1+1;"',
]  # fmt: skip


@pytest.mark.parametrize("text", EVIL)
def test_a_formula_gets_an_apostrophe(text):
    assert "'" in cell(text)
    assert cell(text)[0] not in STARTS


@pytest.mark.parametrize(
    "text", ["DOE^JANE", "1.2.840.10008", "2019-01-01", "a=b", "grad-cam", "x-ray-1.png", "Ünal"]
)
def test_ordinary_texts_stay(text):
    assert cell(text) == text


def test_numbers_are_no_texts():
    values = [-1.5, -3, 0.123456789, 1e-7, True, None]
    assert [cell(v) for v in values] == ["-1.5", "-3", "0.123457", "1e-07", "yes", ""]


def test_bytes_of_names_outside_utf_8_are_shown():
    assert cell("b\udcff.png") == "b\\xff.png"
    assert cell("b\ud800.png") == "b\\ud800.png"


def test_a_table_is_read_back_by_others():
    rows = [["a,b", 'say "x"', 1.5], ["=1", "Ж", None]]

    data = table(["one", "two", "three"], rows)

    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(data.decode(ENCODING), newline="")))
    assert found == [["one", "two", "three"], ["a,b", 'say "x"', "1.5"], ["'=1", "Ж", ""]]


@given(st.text(alphabet=st.sampled_from("=+-@;,|\t\r\n\"' ab＝"), max_size=12))
def test_whatever_separator_a_program_cuts_at_no_part_is_a_formula(text):
    shown = cell(text)
    for separator in ";,|":
        for part in shown.split(separator):
            assert part.strip(' "')[:1] not in tuple(STARTS)
