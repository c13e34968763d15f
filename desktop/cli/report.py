"""``whyray report``: the PDF that the window exports, for one or more radiographs."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import make_folder, print_json, tell
from desktop.cli.override import add_override_argument
from desktop.paths import decisions_folder, marks_folder, user_folder
from engine.errors import RequestError, WhyRayError, display_path

if TYPE_CHECKING:
    from desktop.cli.inputs import NetworkInput
    from desktop.settings import Settings
    from engine.decisions import Override
    from engine.explain.explanation import Explanation
    from engine.images.decoder import Decoder
    from engine.inference.model import Model
    from engine.inference.predict import Prediction
    from engine.report.request import Reading, Wishes
    from engine.trust.panel import Panel

HELP = "write reports as PDF: findings, original beside explanation, measurements, model"
PAPERS, LANGUAGES = ("A4", "Letter"), ("en", "de", "es")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="radiographs")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="PDF",
        help="file to write; a folder where several radiographs are given",
    )  # fmt: skip
    add_model_argument(parser)
    add_override_argument(parser)
    parser.add_argument(
        "--method", action="append", metavar="ID",
        help="explanation method, see `whyray methods`; may be repeated (default: grad-cam)",
    )  # fmt: skip
    parser.add_argument(
        "--target", action="append", metavar="CLASS",
        help="class to explain; may be repeated (default: the class that stands out most)",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: 0)")
    parser.add_argument(
        "--test", action="store_true", help="test how far the first map can be believed (seconds)"
    )
    _add_paper(parser)
    _add_reader(parser)
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


def _add_reader(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("reader")
    group.add_argument("--impression", default="", metavar="TEXT", help="the reader's own words")
    group.add_argument("--verified", action="store_true", help="needs --reader and --role")
    group.add_argument("--reader", default="", metavar="NAME")
    group.add_argument("--role", default="", metavar="TEXT", help="e.g. radiologist")


def run(arguments: argparse.Namespace) -> int:
    """Writes a report for every file; a bad one is named and the rest goes on."""
    from desktop.language import Translations
    from desktop.printing.application import writing_application
    from desktop.settings import Settings
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model

    settings = Settings(user_folder())
    language = arguments.language
    app = writing_application()
    Translations(app).use(str(settings.get("look/language")) if language is None else language)
    wishes = _wishes(arguments, settings)
    places = _places(arguments)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    documents: list[dict[str, Any]] = []
    errors: list[WhyRayError] = []
    with Decoder() as decoder:
        for path, place in zip(arguments.files, places, strict=True):
            try:
                reading = _read(arguments, model, decoder, path)
                documents.append(_write(arguments, settings, reading, wishes, place))
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


def _wishes(arguments: argparse.Namespace, settings: Settings) -> Wishes:
    from desktop.printing.letterhead import read_letterhead
    from desktop.system_facts import part_version
    from engine.report.content import PRELIMINARY, VERIFIED
    from engine.report.request import Look, Wishes

    clinic, logo = (str(settings.get(f"report/{name}")) for name in ("clinic", "logo"))
    return Wishes(
        created=_created(arguments.created),
        program=f"WhyRay {part_version('whyray')}",
        impression=arguments.impression,
        status=VERIFIED if arguments.verified else PRELIMINARY,
        reader=arguments.reader,
        role=arguments.role,
        is_deidentified=arguments.deidentified,
        letterhead=read_letterhead(clinic, logo),
        look=Look(is_contour=arguments.contours),
    )


def _created(given: str | None) -> str:
    if given is None:
        return datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        return datetime.datetime.fromisoformat(given).isoformat(timespec="seconds")
    except ValueError as error:
        raise RequestError(
            f"--created {given}: no ISO 8601 time", hint="Write e.g. 2026-11-21T18:42:00+00:00."
        ) from error


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


def _read(arguments: argparse.Namespace, model: Model, decoder: Decoder, path: Path) -> Reading:
    """Scores and explains one file; what the window keeps of it is added."""
    from desktop.cli.inputs import read_input
    from desktop.system_facts import part_version
    from engine.decisions import RecordStore
    from engine.images.identity import identify, record_key
    from engine.inference.predict import predict
    from engine.measure.store import SheetStore
    from engine.report.request import Reading

    if path.suffix.lower() == ".npy":
        raise RequestError("a report needs a radiograph, not a network input")
    read = read_input(path, model, decoder, arguments.override)
    prediction = predict(model, read.tensor)
    user = user_folder()
    record = RecordStore(decisions_folder(user)).read(record_key(read.radiograph))
    sheets = SheetStore(marks_folder(user), f"WhyRay {part_version('whyray')}")
    override = record.override_of(prediction.model_id, 0)
    if read.is_refused and arguments.override is not None:
        override = _override(arguments.override, read, prediction.model_id)
    is_scored = not read.is_refused or override is not None
    asked = _explain(arguments, model, read, prediction) if is_scored else ([], None)
    return Reading(
        radiograph=read.radiograph,
        manifest=model.manifest,
        admission=read.admission,
        prediction=prediction,
        explanations=asked[0],
        panel=asked[1],
        sheet=sheets.read(identify(read.radiograph)),
        override=override,
        decisions=record.decisions_of(prediction.model_id, 0),
    )


def _override(reason: str, read: NetworkInput, model_id: str) -> Override:
    from engine.decisions import Override

    codes = tuple(found.code for found in read.admission.reasons if found.level == "stop")
    return Override(reason, codes, model_id, 0, by="", at="")


def _explain(
    arguments: argparse.Namespace, model: Model, read: NetworkInput, prediction: Prediction
) -> tuple[list[Explanation], Panel | None]:
    """The maps asked for, by class, then by method; and what tests of the first one found."""
    from desktop.cli.waiting import finish_visibly
    from engine.explain.explanation import Request
    from engine.explain.registry import find_method
    from engine.inference.target import find_target
    from engine.trust.case import case_of
    from engine.trust.effort import QUICK
    from engine.trust.panel import judge

    wanted = arguments.target
    found = [find_target(model.manifest, name) for name in wanted] if wanted else []
    made, panel = [], None
    for target in dict.fromkeys(found) or [prediction.best().target]:
        for name in arguments.method or ["grad-cam"]:
            method = find_method(name)
            request = Request(model, read.tensor, read.to_image, target, seed=arguments.seed)
            made.append(finish_visibly(method.run(request), f"{method.name} of {target.name!r}"))
            if arguments.test and panel is None:
                case = case_of(method, request, made[0])
                panel = finish_visibly(judge(case, QUICK), f"tests of {method.name}")
    return made, panel


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


def _print(document: dict[str, Any]) -> None:
    print(f"{document['file']}: {document['report']['result']}")
    print(f"  wrote {document['written']}")
