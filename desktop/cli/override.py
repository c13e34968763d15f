"""``--override REASON``: going on although the input checks refuse an image."""

import argparse
from typing import TYPE_CHECKING

from engine.errors import RequestError

if TYPE_CHECKING:
    from engine.images.admission import Admission

FLAG = "--override"


def add_override_argument(parser: argparse.ArgumentParser) -> None:
    """Adds the flag."""
    parser.add_argument(
        FLAG,
        metavar="REASON",
        type=_reason,
        help="score images that the input checks refuse; the reason stands on every output",
    )


def refusal(admission: "Admission") -> RequestError:
    """What is said where a refused image is not overridden."""
    found = " ".join(reason.sentence for reason in admission.reasons if reason.level == "stop")
    return RequestError(
        f"the input checks refuse this image. {found}",
        hint=f"If you want its score all the same, give the reason with {FLAG} REASON.",
    )


def caution_of(override: dict[str, str] | None) -> str:
    """The sentence on pictures of an image that was overridden; empty for others."""
    if override is None:
        return ""
    return f"REFUSED by the input checks, scored on request: {override['reason']}"


def _reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("a reason is needed")
    return text.strip()
