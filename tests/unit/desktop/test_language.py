"""The engine's sentences in the language of the window."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.findings import finding_text
from desktop.language import LANGUAGES, SYSTEM, figure, in_words, language_of, shown_words
from engine.language import FindingName, joined, said
from tests.support.pseudo import PseudoTranslator, is_pseudo, pseudo


class _Words(QTranslator):
    def __init__(self, words):
        super().__init__()
        self._words = words

    def translate(self, context, text, disambiguation=None, n=-1):
        return self._words.get((context, text))

    def isEmpty(self):  # noqa: N802 - Qt
        return False


@pytest.fixture
def speak(qapp):
    installed = []

    def install(translator):
        installed.append(translator)
        QCoreApplication.installTranslator(translator)

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


def test_the_template_is_translated_and_filled_in_again(speak):
    words = {("Engine", "{n} frames of {what}"): "{what}: {n} Bilder", ("Engine", "lung"): "Lunge"}
    text = said("{n} frames of {what}", n=3, what=said("lung"))
    assert in_words(text) == "3 frames of lung"
    speak(_Words(words))
    assert in_words(text) == "Lunge: 3 Bilder"
    assert in_words("lung") == "Lunge"
    assert in_words("from a file") == "from a file"
    assert in_words("") == ""


def test_an_unknown_language_means_english():
    assert language_of("xx") == "en"
    assert language_of("de") == "de"
    assert language_of(SYSTEM) in {language.code for language in LANGUAGES}


def test_the_first_language_of_the_menus_that_is_spoken_is_taken(monkeypatch):
    for tags, code in ((["fr-FR", "de-CH"], "de"), (["es_MX"], "es"), (["C"], "en"), ([], "en")):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, tags=tags: tags)
        assert language_of(SYSTEM) == code


def test_pseudo_keeps_what_the_program_fills_in(speak):
    assert "{name}" in pseudo("Open {name}")
    assert "&F" in pseudo("&File")
    speak(PseudoTranslator())
    assert is_pseudo(in_words("lung"))
    assert "3" in QCoreApplication.translate("X", "%n images", "", 3)


def test_names_of_findings_are_translated_however_a_model_spells_them(speak):
    words = {("Findings", "Pleural thickening"): "Pleuraverdickung", ("Engine", "{n}!"): "¡{n}!"}
    speak(_Words(words))
    for name in ("Pleural_Thickening", "pleural thickening", "PLEURAL-THICKENING"):
        assert finding_text(name) == "Pleuraverdickung"
    assert finding_text("opacity-7B") == "opacity-7B"
    assert in_words(said("{n}!", n=FindingName("Pleural_Thickening"))) == "¡Pleuraverdickung!"


def test_what_may_come_from_a_file_is_never_looked_up(speak):
    speak(_Words({("Engine", "lung"): "Lunge"}))
    assert shown_words("lung") == "lung"
    assert shown_words(said("lung")) == "Lunge"
    assert shown_words(joined(", ", (said("lung"), "lung"))) == "Lunge, lung"


@pytest.mark.parametrize(
    ("code", "point", "thousands"), [("en", "0.25", "4,000"), ("de", "0,25", "4.000")]
)
def test_numbers_are_written_as_the_language_does(code, point, thousands):
    before = QLocale()
    QLocale.setDefault(QLocale(code))
    try:
        assert figure(0.25, ".2f") == point
        assert in_words(said("{share:.2f} of {count:,d}", share=0.25, count=4000)) == (
            f"{point} of {thousands}"
        )
        assert in_words(said("{name} 1.5 {count}", name="a.b,c", count=4000)) == "a.b,c 1.5 4000"
    finally:
        QLocale.setDefault(before)
