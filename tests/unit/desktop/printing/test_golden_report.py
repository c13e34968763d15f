"""The words of a report in its languages, line by line; and that it is one page."""

import pytest

from desktop.language import LANGUAGES
from tests.golden.report.regenerate import (
    FOLDER,
    font_line,
    golden_content,
    golden_lines,
    is_translated,
    page_counts,
)


@pytest.fixture(params=[language.code for language in LANGUAGES])
def golden(request, spoken):
    """The kept lines of a language that is spoken now, with the report."""
    spoken(request.param)
    content = golden_content()
    assert is_translated(request.param, content)
    return content, (FOLDER / f"{request.param}.txt").read_text(encoding="utf-8").splitlines()


def test_the_words_are_those_that_were_read(golden):
    content, kept = golden
    assert golden_lines(content) == kept[2:], (
        "if the change is meant: python -m tests.golden.report.regenerate"
    )


def test_the_pages_are_as_many_as_they_were(golden):
    content, kept = golden
    now = page_counts(content)
    assert now.split(", ")[::2] == ["pages: A4 1", "Letter 1"]
    if kept[0] == font_line():
        assert now == kept[1]
