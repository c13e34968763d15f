"""Writes the golden words of reports anew.

``python -m tests.golden.report.regenerate`` is run by hand, never by a test: a change of what a
report says must be seen. ``CODE.txt`` holds the number of pages, then every line of a report of
five findings with marks, tests of the map and a signature.
"""

from pathlib import Path

from PySide6.QtGui import QFontInfo, QGuiApplication

from desktop.language import LANGUAGES, Translations, shown_words
from desktop.printing.application import writing_application
from desktop.printing.pages import PAPERS, Pages
from desktop.printing.typography import BODY
from engine.report.compose import report_of
from engine.report.content import VERIFIED, Letterhead, ReportContent
from engine.report.plain import lines_of
from tests.support.reports import FIVE, measured, reading, wishes, with_tests

FOLDER = Path(__file__).parent


def golden_content() -> ReportContent:
    """The report whose words are kept."""
    given = with_tests(measured(reading(FIVE | {"hernia": (0.04, 0.5)}, explained=2)))
    return report_of(
        given,
        wishes(
            impression="Pneumothorax on the left.\nEffusion, small.",
            status=VERIFIED,
            reader="Dr. Ada Beispiel",
            role="radiologist",
            letterhead=Letterhead("Klinikum Nord"),
        ),
    )


def golden_lines(content: ReportContent) -> list[str]:
    """Its lines in the language in use."""
    return lines_of(content, has_details=True, say=shown_words)


def page_counts(content: ReportContent) -> str:
    """Pages by paper, without and with details."""
    counts = [
        f"{paper} {Pages(content, paper, has_details=has_details).count}"
        for paper in PAPERS
        for has_details in (False, True)
    ]
    return "pages: " + ", ".join(counts)


def font_line() -> str:
    """What the number of pages with details depends on."""
    return f"font: {QFontInfo(BODY.font).family()}"


def is_translated(code: str, content: ReportContent) -> bool:
    """Whether the language in use knows the report's words."""
    return code == "en" or shown_words(content.title) != content.title


def main() -> None:
    """Write the files of all languages that know the words."""
    app: QGuiApplication = writing_application()
    content = golden_content()
    for language in LANGUAGES:
        translations = Translations(app)
        translations.use(language.code)
        if is_translated(language.code, content):
            lines = [font_line(), page_counts(content), *golden_lines(content)]
            path = FOLDER / f"{language.code}.txt"
            path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        translations.use("en")


if __name__ == "__main__":
    main()
