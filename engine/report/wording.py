"""Sentences of the report, and how its numbers are said."""

from engine.language import said

TITLE = said("AI analysis of a chest radiograph - not a diagnosis")
RESEARCH_USE = said("Research use - not for diagnosis. A qualified reader must review the image.")
NOT_IN_FILE = said("not in file")
REMOVED = said("removed (de-identified)")
NOT_TESTED = said(
    "Not tested: nobody has tested on this image how true the map is to what the model does."
)
NO_MAP = said("Not tested: no explanation was made.")
WITHHELD = said("Not scored: the input checks refused this image.")
CAVEAT = said(
    "A map shows where the model was sensitive, not where disease is. A region can be highlighted "
    "for the wrong reason; an absent highlight does not clear a region."
)
NOT_LISTED = said("Findings that the model does not list were not looked for.")
UNKNOWN_CALIBRATION = said(
    "It is not known whether the probabilities are calibrated: read them as an order only."
)
FREQUENCIES = said(
    "Frequencies hold for the mixture of the data they were measured on, not for this clinic's."
)
DEIDENTIFIED = said(
    "De-identified: names, numbers, dates and places were left out. Free text was searched for the "
    "patient's name and numbers only, and text burned into the pixels was not removed."
)

# Headings.
WHO = said("Patient and study")
FINDINGS = said("Findings of the model")
COLUMNS = (
    said("Finding"),
    said("Probability"),
    said("Operating point"),
    said("Standing"),
    said("Explained with"),
    said("Reader"),
)
PICTURES = said("Original and explanation")
MEASUREMENTS = said("Measurements of the reader")
TRUST = said("Can the map be believed?")
IMPRESSION = said("Impression of the reader")
NO_IMPRESSION = said("none written")
MODEL = said("The model")
DETAILS = said("Details")
OTHERS = said("Other findings")
TESTS = said("Tests of the map")
ORIGINS = said("Versions and origins")
UNVERIFIED = said("UNVERIFIED")
COPY = said("A printed copy is not controlled.")

NO_FINDING = said("the model's class for none of its findings")


def percent(probability: float) -> int:
    """Whole percent, never 0 and never 100: no score is certain.

    Args:
        probability: 0..1.
    """
    return min(99, max(1, round(100.0 * probability)))


def percent_text(probability: float) -> str:
    """``37 %``."""
    return said("{percent} %", percent=percent(probability))


def result_line(above: int, with_point: int) -> str:
    """The line about all findings together; never that a film is free of disease.

    Args:
        above: how many reached their operating point.
        with_point: how many have one.
    """
    if with_point == 0:
        return said("This model comes without operating points: read the scores as an order only.")
    if above == 0:
        return said("No listed finding reached its operating point. This does not exclude disease.")
    if with_point == 1:
        return said("The listed finding is at or above its operating point.")
    return said(
        "{above} of {count} listed findings at or above the operating point.",
        above=above,
        count=with_point,
    )


def checks_line(verdict: str) -> str:
    """The verdict of the input checks as a heading."""
    return said("Input checks: {verdict}", verdict=verdict)


def made_line(report_id: str, created: str) -> str:
    """Which report, and when it was made."""
    return said("Report {id}, made {time}", id=report_id, time=created)


def page_line(number: int, count: int) -> str:
    """Which page of how many."""
    return said("Page {number} of {count}", number=number, count=count)


def is_absence(name: str) -> bool:
    """Whether a class means that nothing was found: no report draws that conclusion.

    Args:
        name: as the model calls it, e.g. ``No_Finding``.
    """
    plain = " ".join(name.replace("_", " ").replace("-", " ").casefold().split())
    return plain in ("normal", "healthy", "negative", "clear") or plain.startswith("no ")


def number_text(value: float) -> str:
    """A value of a map or a score, written as the reader's language writes numbers."""
    return said("{value:.3g}", value=float(value))
