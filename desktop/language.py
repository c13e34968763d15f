"""The language of everything that a person reads, switched while the window is open.

Texts are English in the code. Views wrap theirs in ``tr``; the engine's sentences are
`engine.language.Said`, translated here when they are shown. The translations lie in
``resources/translations`` and are made by ``build/translations.py``.
"""

import logging
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop.findings import finding_text
from desktop.paths import TRANSLATIONS
from engine.language import FindingName, Said

_log = logging.getLogger(__name__)

translate = QCoreApplication.translate  # (context, English, disambiguation, count); lupdate sees it

# Said in English because nothing else can be said then.
MISSING = (
    "The texts in {name} are missing ({file}); install WhyRay again. English is shown instead."
)

SYSTEM = "system"
ENGINE_CONTEXT = "Engine"


@dataclass(frozen=True)
class Language:
    """A language that the window speaks.

    Attributes:
        code: ISO 639-1, as in the file names of the translations.
        name: as its speakers write it.
    """

    code: str
    name: str


LANGUAGES = (
    Language("en", "English"),
    Language("de", "Deutsch"),
    Language("es", "Español"),
)  # fmt: skip


class Translations:
    """The translators installed in an application, exchanged as a whole.

    Args:
        app: the running application.
        folder: where the ``whyray_*.qm`` files lie.
    """

    def __init__(self, app: QCoreApplication, folder: Path = TRANSLATIONS) -> None:
        self._app = app
        self._folder = folder
        self._installed: list[QTranslator] = []
        self.problem = ""  # why the window speaks English though another language was chosen

    def use(self, chosen: str) -> str:
        """Speaks the chosen language from now on; returns its code.

        Where its file is missing or damaged the window speaks English, and `problem` says why.

        Args:
            chosen: a code of `LANGUAGES`, or `SYSTEM`. A system language that is not among them
                means English. Numbers and dates follow the language as well.
        """
        code = language_of(chosen)
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = []
        self.problem = ""
        if code != "en" and not self._install(f"whyray_{code}", str(self._folder)):
            name = next(language.name for language in LANGUAGES if language.code == code)
            self.problem = MISSING.format(name=name, file=f"whyray_{code}.qm")
            _log.warning("no translations in %s for %s", self._folder, code)
            code = "en"
        if code == "en":  # "1 image" against "2 images"
            self._install("whyray_en", str(self._folder))
        else:
            qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if not self._install(f"qtbase_{code}", qt):
                _log.warning("Qt's own texts stay English: no qtbase_%s.qm", code)
        QLocale.setDefault(QLocale.system() if chosen == SYSTEM else QLocale(code))
        return code

    def _install(self, name: str, folder: str) -> bool:
        translator = QTranslator(self._app)
        if not translator.load(name, folder):
            return False
        self._app.installTranslator(translator)
        self._installed.append(translator)
        return True


def language_of(chosen: str) -> str:
    """The code of the language meant by a setting; of the system's, the first that is spoken.

    The system's language is that of its menus, not that of its numbers and dates.
    """
    known = [language.code for language in LANGUAGES]
    tags = QLocale.system().uiLanguages() if chosen == SYSTEM else [chosen]
    wanted = (tag.replace("_", "-").partition("-")[0] for tag in tags)
    return next((code for code in wanted if code in known), "en")


def in_words(text: str) -> str:
    """A sentence of the engine in the language in use.

    What is no `Said` is looked up as it stands, so that constant texts of the engine's tables are
    translated too; what nobody has translated stays English.
    """
    if isinstance(text, FindingName):
        return finding_text(text)
    if not isinstance(text, Said):
        return QCoreApplication.translate(ENGINE_CONTEXT, text) if text else text
    fields = {name: _field_in_words(value) for name, value in text.fields.items()}
    template = QCoreApplication.translate(ENGINE_CONTEXT, text.template)
    return _LocalNumbers().vformat(template, (), fields)


def shown_words(text: str) -> str:
    """The same for texts of which many come from files, which are never looked up."""
    return in_words(text) if isinstance(text, Said | FindingName) else text


def figure(number: float, spec: str = "g") -> str:
    """A number as it is written where the reader lives, on screen and never in files.

    Args:
        number: any.
        spec: as for `format`: ``.1f``, ``.3g``, ``,d``.
    """
    place = QLocale()
    marks = {".": place.decimalPoint(), ",": place.groupSeparator()}
    return format(number, spec).translate(str.maketrans(marks))


class _LocalNumbers(Formatter):
    """Fills templates as `str.format` does, but for the decimal point."""

    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, int | float) and not isinstance(value, bool) and format_spec:
            return figure(value, format_spec)
        return super().format_field(value, format_spec)


def _field_in_words(value: object) -> object:
    return shown_words(value) if isinstance(value, str) else value
