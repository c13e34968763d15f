"""``whyray report``: the PDF that the window exports, for one or more radiographs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.choose_model import load_bundle
from desktop.cli.output import make_folder, print_json, tell
from desktop.cli.reading import (
    add_reader_arguments,
    add_reading_arguments,
    read_reading,
    wishes_of,
)
from desktop.cli.recording import add_record_argument, recording_of
from desktop.paths import user_folder
from engine.errors import RequestError, WhyRayError, display_path

if TYPE_CHECKING:
    from desktop.cli.recording import Recording
    from desktop.settings import Settings
    from engine.inference.model import Model
    from engine.report.request import Reading, Wishes

HELP = "write reports as PDF: findings, original beside explanation, measurements, model"
PAPERS, LANGUAGES = ("A4", "Letter"), ("en", "de", "es")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="radiographs")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PDF",
        help="file to write; a folder where several radiographs are given",
    )  # fmt: skip
    add_reading_arguments(parser)
    _add_paper(parser)
    add_reader_arguments(parser)
    add_record_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def _add_paper(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("paper")
    group.add_argument("--paper", choices=PAPERS, help="default: as in the settings")
    group.add_argument(
        "--contours", action="store_true", help="lines instead of colours; safe on grey printers"
    )
    group.add_argument(
        "--details", action="store_true",
        help="add pages of details: other findings, tests, versions, options",
    )  # fmt: skip
    group.add_argument(
        "--deidentified", action="store_true", help="leave names, numbers, dates and places out"
    )
    group.add_argument("--language", choices=LANGUAGES, help="default: as in the settings")
    group.add_argument(
        "--created", metavar="TIME",
        help="time of making to print, ISO 8601 (default: now); the rest of a report is the same "
        "whenever it is made",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Writes a report for every file; a bad one is named and the rest goes on."""
    from desktop.language import Translations
    from desktop.printing.application import writing_application
    from desktop.settings import Settings
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model

    recording = recording_of(arguments)
    settings = Settings(user_folder())
    language = arguments.language
    app = writing_application()
    Translations(app).use(str(settings.get("look/language")) if language is None else language)
    wishes = wishes_of(arguments, settings)
    places = _places(arguments)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    documents: list[dict[str, Any]] = []
    errors: list[WhyRayError] = []
    with Decoder() as decoder:
        for path, place in zip(arguments.files, places, strict=True):
            try:
                reading = read_reading(arguments, model, decoder, path)
                documents.append(_write(arguments, settings, reading, wishes, place))
                if recording is not None:
                    _record(recording, reading, wishes, model)
            except WhyRayError as error:
                errors.append(error.about(path))
                tell(errors[-1])
                continue
            if not arguments.json:
                _print(documents[-1])
    if arguments.json:
        print_json({"reports": documents, "errors": [error.as_json() for error in errors]})
    else:
        print("Research use - not for diagnosis.", file=sys.stderr)
    return 3 if not documents else 1 if errors else 0


def _places(arguments: argparse.Namespace) -> list[Path]:
    """Where the report of each file goes; names do not repeat."""
    out: Path = arguments.out
    is_file = out.suffix.lower() == ".pdf"
    if is_file and len(arguments.files) > 1:
        raise RequestError(
            f"--out {out} is one file for several radiographs", hint="Name a folder."
        )
    if is_file:
        return [out]
    # Names of files may hold names of patients.
    stems = [
        f"report-{number}" if arguments.deidentified else f"{path.stem}.report"
        for number, path in enumerate(arguments.files, start=1)
    ]
    return [
        out / (f"{stem}.pdf" if stems.count(stem) == 1 else f"{stem}-{number}.pdf")
        for number, stem in enumerate(stems, start=1)
    ]


def _write(
    arguments: argparse.Namespace,
    settings: Settings,
    reading: Reading,
    wishes: Wishes,
    place: Path,
) -> dict[str, Any]:
    from desktop.printing.pdf import pdf_bytes
    from engine.files import atomic_write
    from engine.report.compose import report_of
    from engine.report.plain import content_json

    content = report_of(reading, wishes)
    paper = str(settings.get("report/paper")) if arguments.paper is None else arguments.paper
    data = pdf_bytes(content, paper=paper, has_details=arguments.details)
    if arguments.out != place:
        make_folder(arguments.out)
    atomic_write(place, data)
    return {
        "file": display_path(reading.radiograph.path),
        "report": content_json(content),
        "paper": paper,
        "written": display_path(place),
    }


def _record(recording: Recording, reading: Reading, wishes: Wishes, model: Model) -> None:
    """What the window would keep of it, once the report is on the disk."""
    is_refused = reading.admission.verdict == "refused"
    recording.note(
        reading.radiograph,
        reading.admission,
        reading.prediction,
        is_withheld=is_refused and reading.override is None,
        is_overridden=is_refused and reading.override is not None,
    )
    recording.note_explanations(reading.radiograph, reading.explanations, model)
    recording.note_report(reading.radiograph, wishes.status, wishes.reader)
    recording.write()


def _print(document: dict[str, Any]) -> None:
    print(f"{document['file']}: {document['report']['result']}")
    print(f"  wrote {document['written']}")
