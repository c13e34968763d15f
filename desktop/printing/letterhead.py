"""The clinic's name and logo from the settings."""

from pathlib import Path

from PySide6.QtGui import QImage

from desktop.settings import Settings
from engine.errors import RequestError, WhyRayError
from engine.images.text import clean_text
from engine.language import said
from engine.report.content import Letterhead

MOST_BYTES = 5_000_000


def read_letterhead(clinic: str, logo: str) -> Letterhead:
    """What stands at the top of every report.

    Args:
        clinic: name; may be empty.
        logo: path of a PNG or JPEG picture; empty: none.

    Raises:
        RequestError: the picture cannot be read.
    """
    return Letterhead(clean_text(clinic), _picture(Path(logo)) if logo else None)


def letterhead_of(settings: Settings) -> tuple[Letterhead, WhyRayError | None]:
    """From the settings; without the logo, and why, where it cannot be read."""
    clinic, logo = (str(settings.get(f"report/{name}")) for name in ("clinic", "logo"))
    try:
        return read_letterhead(clinic, logo), None
    except WhyRayError as error:
        return read_letterhead(clinic, ""), error


def _picture(path: Path) -> bytes:
    try:
        with path.open("rb") as handle:
            data = handle.read(MOST_BYTES + 1)
    except OSError as error:
        raise RequestError(
            said("the logo cannot be read: {why}", why=error.strerror), file=path
        ) from error
    if len(data) > MOST_BYTES or QImage.fromData(data).isNull():
        raise RequestError(
            said("the logo is no picture that can be printed"),
            hint=said("Choose a PNG or JPEG picture of at most 5 MB."),
            file=path,
        )
    return data
