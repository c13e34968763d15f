"""``whyray compare-models``: what two models say of a folder, disagreement first."""

import argparse
import csv
import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_answers, load_bundle
from desktop.cli.output import print_json, tell
from desktop.cli.override import add_override_argument
from desktop.cli.trust import list_paths
from engine.errors import OutputError, RequestError, WhyRayError, display_path

HELP = "what two models say of radiographs: the images they disagree about most come first"
SCORED, REFUSED, FAILED = "scored", "refused", "failed"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE or FOLDER", help="radiographs, or folders"
    )
    parser.add_argument(
        "--model", action="append", required=True, metavar="M",
        help="id, bundle folder, .whyray or .onnx file; twice: the one, then the other",
    )  # fmt: skip
    parser.add_argument("--cpu", action="store_true", help="do not use a GPU")
    parser.add_argument(
        "--pair", action="append", default=[], metavar="A=B",
        help="compare class A of the first model with class B of the second (repeatable; default: "
        "classes of the same name)",
    )  # fmt: skip
    add_override_argument(parser)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="write models.csv and models.json there"
    )
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")
    add_answers(parser)


def run(arguments: argparse.Namespace) -> int:
    """Scores every image with both models; a bad one is named and the rest goes on."""
    from engine.images.decoder import Decoder
    from engine.inference.disagreement import pairs_of
    from engine.inference.model import open_model

    if len(arguments.model) != 2:
        raise RequestError("two models are needed", hint="Give --model twice.")
    paths = list(list_paths(arguments.files))
    if not paths:
        raise RequestError("no radiograph was found", file=arguments.files[0])
    models = [
        open_model(
            load_bundle(argparse.Namespace(**(vars(arguments) | {"model": wanted}))),
            wants_gpu=not arguments.cpu,
        )
        for wanted in arguments.model
    ]
    pairs = pairs_of(models[0].manifest, models[1].manifest, _named(arguments.pair))
    images: list[dict[str, Any]] = []
    with Decoder() as decoder:
        for path in paths:
            try:
                images.append(_compare(arguments, models, pairs, decoder, path))
            except WhyRayError as error:
                told = error.about(path)
                tell(told)
                images.append(
                    {"file": display_path(path), "status": FAILED, "error": told.as_json()}
                )
    images.sort(key=_rank, reverse=True)
    whole: dict[str, Any] = {
        "models": [model.manifest.id for model in models],
        "pairs": [[one.name, other.name] for one, other in pairs],
        "order": "other decisions at the operating points first, then the greatest difference",
        "images": images,
    }
    if arguments.out is not None:
        whole["written"] = [display_path(path) for path in _write(arguments.out, whole)]
    if arguments.json:
        print_json(whole)
    else:
        _print(whole)
    statuses = {image["status"] for image in images}
    if SCORED not in statuses:
        return 3
    return 1 if FAILED in statuses else 0


def _named(given: Sequence[str]) -> list[tuple[str, str]]:
    pairs = [text.partition("=") for text in given]
    for one, sign, other in pairs:
        if not (one and sign and other):
            raise RequestError(f"--pair {one}{sign}{other}: write A=B")
    return [(one, other) for one, _, other in pairs]


def _compare(
    arguments: argparse.Namespace, models: Sequence[Any], pairs: Any, decoder: Any, path: Path
) -> dict[str, Any]:
    from desktop.cli.inputs import read_input
    from engine.inference.disagreement import disagreement
    from engine.inference.predict import predict

    reads = [read_input(path, model, decoder, arguments.override) for model in models]
    document: dict[str, Any] = {
        "file": display_path(path),
        "status": SCORED,
        "admissions": [read.facts["admission"] for read in reads],
        "override": reads[0].facts["override"] or reads[1].facts["override"],
    }
    if arguments.override is None and any(read.is_refused for read in reads):
        return document | {"status": REFUSED, "reasons": _reasons(models, reads)}
    found = disagreement(
        predict(models[0], reads[0].tensor), predict(models[1], reads[1].tensor), pairs
    )
    return document | {
        "decided_otherwise": found.decisions,
        "greatest_difference": found.rank[1],
        "classes": [entry.as_json() for entry in found.classes],
    }


def _reasons(models: Sequence[Any], reads: Sequence[Any]) -> list[str]:
    return [
        f"{model.manifest.id}: {reason.sentence}"
        for model, read in zip(models, reads, strict=True)
        if read.is_refused
        for reason in read.admission.reasons
        if reason.level == "stop"
    ]


def _rank(image: dict[str, Any]) -> tuple[int, int, float]:
    """Scored images by their disagreement; the refused and then the failed ones last."""
    order = (FAILED, REFUSED, SCORED).index(image["status"])
    return order, image.get("decided_otherwise", 0), image.get("greatest_difference", 0.0)


def _write(folder: Path, whole: dict[str, Any]) -> list[Path]:
    """``models.csv`` with a row for every image, ``models.json`` with everything."""
    from engine.files import atomic_write

    columns = ["file", "status", "decided_otherwise", "greatest_difference", "why_not"]
    for one, other in whole["pairs"]:
        name = one if one.casefold() == other.casefold() else f"{one} / {other}"
        columns += [f"{name}: {model}" for model in whole["models"]]
        columns += [f"{name}: difference", f"{name}: decided otherwise"]
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(columns)
    writer.writerows(_row(image, len(columns)) for image in whole["images"])
    paths = [folder / "models.csv", folder / "models.json"]
    text = json.dumps(whole, indent=1, ensure_ascii=False, allow_nan=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        atomic_write(paths[0], table.getvalue().encode("utf-8"))
        atomic_write(paths[1], text.encode("utf-8"))
    except OSError as error:
        raise OutputError(f"the results cannot be written: {error}", file=folder) from error
    return paths


def _row(image: dict[str, Any], width: int) -> list[Any]:
    why_not = " ".join(image.get("reasons", ()))
    if image["status"] == FAILED:
        why_not = image["error"]["message"]
    elif image["override"] is not None:
        why_not = f"REFUSED, scored on request: {image['override']['reason']}"
    row = [image["file"], image["status"], image.get("decided_otherwise"),
           image.get("greatest_difference"), why_not]  # fmt: skip
    for entry in image.get("classes", ()):
        row += [entry[key] for key in (
            "probability", "other_probability", "difference", "is_decided_otherwise"
        )]  # fmt: skip
    return row + [None] * (width - len(row))


def _print(whole: dict[str, Any]) -> None:
    print(f"{whole['models'][0]} and {whole['models'][1]}; {whole['order']}:")
    for image in whole["images"]:
        if image["status"] != SCORED:
            why = image["reasons"] if image["status"] == REFUSED else [image["error"]["message"]]
            print(f"{image['file']}: {image['status']}. {' '.join(why)}")
            continue
        print(f"{image['file']}")
        if image["override"] is not None:
            print(f"  REFUSED, scored on request: {image['override']['reason']}")
        for entry in image["classes"]:
            mark = {True: "decided otherwise", False: "", None: "no operating point"}
            print(
                f"  {entry['class']:<24} {entry['probability']:.4f}  "
                f"{entry['other_probability']:.4f}  {entry['difference']:+.4f}  "
                f"{mark[entry['is_decided_otherwise']]}".rstrip()
            )
    for path in whole.get("written", ()):
        print(f"wrote {path}")
    print("Research use - not for diagnosis.", file=sys.stderr)
