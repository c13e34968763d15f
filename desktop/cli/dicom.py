"""``whyray dicom``: results as DICOM objects of the image's own study, in a folder or sent."""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.choose_model import load_bundle
from desktop.cli.echo import add_tls_arguments, called_node, tls_of
from desktop.cli.output import make_folder, print_json, tell
from desktop.cli.reading import (
    add_reader_arguments,
    add_reading_arguments,
    read_reading,
    wishes_of,
)
from desktop.paths import user_folder
from engine.errors import WhyRayError, display_path

if TYPE_CHECKING:
    from desktop.settings import Settings
    from engine.report.dicom_objects.issue import Issue
    from engine.report.request import Reading, Wishes

HELP = "results as DICOM objects: picture, report, structured report, outlines, regions, numbers"
DEFAULT_KINDS = ("sc", "pdf", "sr")
KIND_IDS = ("sc", "pdf", "sr", "gsps", "seg", "pm")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="DICOM radiographs")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR",
        help="objects are written there as NUMBER-KIND-PLACE.dcm",
    )  # fmt: skip
    parser.add_argument(
        "--kind", action="append", choices=KIND_IDS,
        help="sc: picture, pdf: report, sr: findings after TID 1500, gsps: outlines, "
        "seg: regions, pm: the map's numbers; may be repeated (default: sc, pdf and sr). What "
        "there is nothing for is left out and told: of a refused image, all but the report",
    )  # fmt: skip
    parser.add_argument(
        "--send", metavar="TITLE@HOST:PORT[/tls]",
        help="send what was written to this DICOM peer as well",
    )  # fmt: skip
    parser.add_argument(
        "--title", default="WHYRAY", help="our application entity title (default: WHYRAY)"
    )
    add_tls_arguments(parser)
    add_reading_arguments(parser)
    add_reader_arguments(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    parser.set_defaults(deidentified=False, contours=False, created=None)


def run(arguments: argparse.Namespace) -> int:
    """Writes the objects of every file; a bad one is named and the rest goes on."""
    from desktop.language import Translations
    from desktop.printing.application import writing_application
    from desktop.settings import Settings
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model

    settings = Settings(user_folder())
    Translations(writing_application()).use(str(settings.get("look/language")))
    wishes = wishes_of(arguments, settings)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    make_folder(arguments.out)
    documents: list[dict[str, Any]] = []
    left_out: list[dict[str, Any]] = []
    errors: list[WhyRayError] = []
    with Decoder() as decoder:
        for number, path in enumerate(arguments.files, start=1):
            try:
                reading = read_reading(arguments, model, decoder, path)
                kinds = _possible(arguments, reading, left_out)
                if not kinds:
                    continue
                for document in _write(arguments, settings, reading, wishes, number, kinds):
                    documents.append(document)
                    if not arguments.json:
                        print(document["written"])
            except WhyRayError as error:
                errors.append(error.about(path))
                tell(errors[-1])
    sent = _send(arguments, documents) if arguments.send and documents else []
    if arguments.json:
        failed = [error.as_json() for error in errors]
        print_json({"objects": documents, "left_out": left_out, "sent": sent, "errors": failed})
    else:
        print("Research use - not for diagnosis.", file=sys.stderr)
    if not documents:
        return 3
    is_less = bool(errors) or (bool(arguments.kind) and bool(left_out))
    return 1 if is_less or not all(entry["stored"] for entry in sent) else 0


def _possible(
    arguments: argparse.Namespace, reading: Reading, left_out: list[dict[str, Any]]
) -> tuple[str, ...]:
    """The kinds that this reading has something for; why not the others is told and noted."""
    from engine.report.dicom_objects.fitness import why_not

    kinds = dict.fromkeys(arguments.kind or DEFAULT_KINDS)
    file = display_path(reading.radiograph.path)
    for kind, reason in [(kind, why_not(kind, reading)) for kind in kinds]:
        if reason:
            left_out.append({"file": file, "kind": kind, "reason": reason})
            print(f"{file}: {kind} is not written: {reason}", file=sys.stderr)
            del kinds[kind]
    return tuple(kinds)


def _write(
    arguments: argparse.Namespace,
    settings: Settings,
    reading: Reading,
    wishes: Wishes,
    number: int,
    kinds: tuple[str, ...],
) -> Iterator[dict[str, Any]]:
    from engine.files import atomic_write
    from engine.report.dicom_objects.registry import file_bytes, find_kind, objects_of

    issue = _issue(settings, reading, wishes, has_pdf="pdf" in kinds)
    for kind in map(find_kind, kinds):
        for place, made in enumerate(objects_of(kind, issue), start=1):
            # Names of files may hold names of patients.
            path = arguments.out / f"{number:04d}-{kind.id}-{place}.dcm"
            atomic_write(path, file_bytes(made))
            yield {
                "file": display_path(reading.radiograph.path),
                "kind": kind.id,
                "sop_instance_uid": str(made.SOPInstanceUID),
                "written": display_path(path),
            }


def _issue(settings: Settings, reading: Reading, wishes: Wishes, *, has_pdf: bool) -> Issue:
    from desktop.printing.pdf import pdf_bytes
    from desktop.system_facts import part_version
    from engine.report.compose import report_of
    from engine.report.dicom_objects.issue import Issue
    from engine.report.dicom_objects.source import read_source

    source = read_source(reading.radiograph.path)
    paper = str(settings.get("report/paper"))
    pdf = pdf_bytes(report_of(reading, wishes), paper=paper) if has_pdf else None
    created = datetime.datetime.fromisoformat(wishes.created)
    return Issue(source, reading, created, part_version("whyray"), pdf)


def _send(arguments: argparse.Namespace, documents: list[dict[str, Any]]) -> list[dict[str, Any]]:
    from desktop.network.node import check_title
    from desktop.network.sending import send

    node, title = called_node(arguments, arguments.send), check_title(arguments.title)
    sent = []
    for one in send(
        [Path(document["written"]) for document in documents], node, title, tls=tls_of(arguments)
    ):
        sent.append({"written": display_path(one.path), "stored": one.is_stored,
                     "status": one.status, "message": one.words})  # fmt: skip
        if not arguments.json:
            print(f"{display_path(one.path)}: {one.words}")
    return sent
