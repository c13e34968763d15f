"""Every notice of the trainer has words of the window's own, filled with its figures."""

import re
import string

import pytest

from desktop.retraining.run_folder import Notice
from desktop.views.retraining import notices
from desktop.views.retraining.notices import is_about_start, notice_words
from tests.conftest import ROOT

_CODE = re.compile(r'"([EW]_[A-Z_]+)"')
_SAID = ("retrain", "run", "data", "refusals.py", "models/from_bundle.py")
# Errors of the program itself: their sentences are shown as they are.
_PLAIN = {"E_PLAN", "E_REQUEST", "E_TRAINING_MISSING"}


def codes() -> set[str]:
    found = set()
    for name in _SAID:
        place = ROOT / "training" / name
        files = place.rglob("*.py") if place.is_dir() else [place]
        for file in files:
            found |= set(_CODE.findall(file.read_text(encoding="utf-8")))
    return found - _PLAIN


def test_every_code_of_the_trainer_has_words():
    assert codes() - set(notices._WORDS) == set()
    assert len(codes()) > 25


def test_figures_are_filled_in_and_names_are_translated():
    facts = {"split": "val", "label": "opacity", "images": 1200, "points": 4.6}
    what, _ = notice_words(Notice("W_FEW_IMAGES_IN_SPLIT", facts, "English"))

    assert what.startswith("Only 1,200 images of the validation part show opacity")
    assert "by 5 points" in what
    what, _ = notice_words(
        Notice("W_TELLING_FACT", {"fact": "size", "guessed": 0.876, "always": 0.5}, "English")
    )
    assert "the size of the image alone tells the class of 88 % of the images" in what


def test_what_is_not_known_stays_as_the_trainer_said_it():
    assert notice_words(Notice("W_FUTURE", {}, "Something.", "Do it.")) == ("Something.", "Do it.")
    assert notice_words(Notice("W_FEW_IMAGES", {}, "Few.")) == ("Few.", "")  # figures are missing


def test_names_of_files_are_left_out_while_patients_are_masked():
    notice = Notice("E_TWO_LABELS", {"files": ["doe-jane.png", "b.png"]}, "x")

    assert "doe-jane.png, b.png" in notice_words(notice)[0]
    assert "doe" not in notice_words(notice, is_masked=True)[0]


@pytest.mark.parametrize("code", sorted(notices._WORDS))
def test_words_have_only_fields_that_can_be_named(code):
    for text in notices._WORDS[code]:
        fields = [name for _, name, _, _ in string.Formatter().parse(text) if name is not None]
        assert all(name.isidentifier() for name in fields)


def test_only_the_starting_point_is_about_the_start():
    assert is_about_start(Notice("E_BASE_NOT_REBUILT"))
    assert not is_about_start(Notice("E_FEW_IMAGES"))
