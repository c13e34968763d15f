"""What reports and DICOM objects are made of on the command line: one file scored and explained."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.cli.choose_model import add_model_argument
from desktop.cli.override import add_override_argument
from desktop.paths import decisions_folder, marks_folder, user_folder
from engine.errors import RequestError

if TYPE_CHECKING:
    from desktop.cli.inputs import NetworkInput
    from desktop.settings import Settings
    from engine.decisions import Override
    from engine.explain.explanation import Explanation
    from engine.images.decoder import Decoder
    from engine.images.radiograph import Radiograph
    from engine.inference.model import Model
    from engine.inference.predict import Prediction
    from engine.report.request import Reading, Wishes
    from engine.trust.outside import Outside
    from engine.trust.panel import Panel


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Which model, which maps, and whether they are tested."""
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


def add_reader_arguments(parser: argparse.ArgumentParser) -> None:
    """What the reader says, and who they are."""
    group = parser.add_argument_group("reader")
    group.add_argument("--impression", default="", metavar="TEXT", help="the reader's own words")
    group.add_argument("--verified", action="store_true", help="needs --reader and --role")
    group.add_argument("--reader", default="", metavar="NAME")
    group.add_argument("--role", default="", metavar="TEXT", help="e.g. radiologist")


def read_reading(
    arguments: argparse.Namespace, model: Model, decoder: Decoder, path: Path
) -> Reading:
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
        outside=_outside(path, read.radiograph, asked[0]),
        panel=asked[1],
        sheet=sheets.read(identify(read.radiograph)),
        override=override,
        decisions=record.decisions_of(prediction.model_id, 0),
    )


def _outside(
    path: Path, radiograph: Radiograph, explanations: Sequence[Explanation]
) -> list[Outside]:
    """How much of each map lies outside the lungs; nothing where they are not known."""
    from desktop.cli.known_masks import known_masks
    from engine.trust.outside import outside_lungs

    truth = known_masks(None, path, radiograph).truth if explanations else None
    if truth is None or truth.organ is None:
        return []
    return [outside_lungs(made, radiograph.size_hw, truth.organ) for made in explanations]


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


def wishes_of(arguments: argparse.Namespace, settings: Settings) -> Wishes:
    """What the arguments and the settings want on the paper. Raises RequestError."""
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
