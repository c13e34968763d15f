"""``whyray trust``: how far explanations can be believed, image by image and over a folder."""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.known_masks import known_masks
from desktop.cli.output import print_json, tell
from desktop.cli.override import add_override_argument, refusal
from desktop.cli.trust_tables import IN_CONFIDENCE, RANKED_BY, summarise, write_tables
from engine.errors import RequestError, WhyRayError, display_path

HELP = "test how far explanations can be believed, per image and over a folder"
EFFORTS = ("quick", "full")
PICTURES = (".dcm", ".dicom", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".npy", "")
ALL_CONVOLUTIONS = "all-conv"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE or FOLDER", help="radiographs, or folders"
    )
    add_model_argument(parser)
    add_override_argument(parser)
    parser.add_argument(
        "--method",
        action="append",
        metavar="ID",
        help="explanation method, see 'whyray methods' (repeatable; default: grad-cam)",
    )
    parser.add_argument("--target", metavar="CLASS", help="name or index (default: highest score)")
    parser.add_argument(
        "--layer", action="append", default=[], metavar="NAME",
        help="layer to explain, see 'whyray layers' (repeatable: figures per layer; all-conv: every"
        " convolution; default: each method's own)",
    )  # fmt: skip
    parser.add_argument("--seed", type=int, default=0, help="of everything random (default: 0)")
    parser.add_argument(
        "--effort", choices=EFFORTS, default="quick",
        help="quick: about 60 runs of the model per map; full: thousands",
    )  # fmt: skip
    parser.add_argument(
        "--masks", type=Path, metavar="DIR",
        help="masks of where findings lie: STEM.png, STEM__STRUCTURE.png (also NIfTI, DICOM SEG), "
        "STEM__levels.png for graded maps (default: those of synthetic films; lungs of an "
        "installed model for masks)",
    )  # fmt: skip
    parser.add_argument(
        "--finding", action="append", metavar="STRUCTURE",
        help="structures that are findings (repeatable; default: all but anatomy and devices)",
    )  # fmt: skip
    parser.add_argument(
        "--labels", type=Path, metavar="CSV",
        help="columns path and label (a class name): whether answers are right, for the verdicts",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="DIR",
        help="write trust.csv, trust.json and trust.html with pictures there",
    )  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Assesses every image; a bad one is named and the rest goes on."""
    from desktop.cli.trust_page import write_page
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model

    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    labels = _labels(arguments.labels)
    images: list[dict[str, Any]] = []
    pictures: list[list[Any]] = []
    errors: list[WhyRayError] = []
    paths = list(list_paths(arguments.files))
    if not paths:
        raise RequestError("no radiograph was found", file=arguments.files[0])
    with Decoder() as decoder:
        for number, path in enumerate(paths, start=1):
            try:
                document, shown = _assess(arguments, model, decoder, path, labels)
            except WhyRayError as error:
                errors.append(error.about(path))
                tell(error)
                continue
            images.append(document)
            pictures.append(shown)
            if not arguments.json:
                _print_image(document, number, len(paths))
    if not images:
        return 3
    whole = {"model": model.manifest.id, "effort": arguments.effort, "seed": arguments.seed}
    whole |= {"images": images, "summary": summarise(images)}
    whole["errors"] = [error.as_json() for error in errors]
    if arguments.out is not None:
        written = write_tables(arguments.out, whole)
        written.append(write_page(arguments.out / "trust.html", whole, pictures))
        whole["written"] = [display_path(path) for path in written]
    if arguments.json:
        print_json(whole)
    else:
        _print_summary(whole["summary"])
        print("Research use - not for diagnosis.", file=sys.stderr)
    return 1 if errors else 0


def _assess(
    arguments: argparse.Namespace, model: Any, decoder: Any, path: Path, labels: dict[str, str]
) -> tuple[dict[str, Any], list[Any]]:
    from desktop.cli.inputs import read_input
    from desktop.cli.waiting import finish_visibly
    from engine.explain.explanation import Request
    from engine.inference.predict import predict
    from engine.inference.target import find_target
    from engine.overlay.export import export_picture
    from engine.trust.assess import assess
    from engine.trust.effort import FULL, QUICK
    from engine.trust.survey import Thresholds

    read = read_input(path, model, decoder, arguments.override)
    if read.is_refused and arguments.override is None:
        raise refusal(read.admission)
    prediction = predict(model, read.tensor)
    wanted = arguments.target
    target = find_target(model.manifest, wanted) if wanted else prediction.best().target
    known = known_masks(arguments.masks, path, read.radiograph, arguments.finding or ())
    truth = known.truth
    layers = _layers(model, arguments.layer)
    layer = layers[0] if len(layers) == 1 else None
    request = Request(model, read.tensor, read.to_image, target, layer=layer, seed=arguments.seed)
    work = assess(
        request,
        arguments.method or ["grad-cam"],
        FULL if arguments.effort == "full" else QUICK,
        read.radiograph.size_hw,
        truth,
        layers=layers if len(layers) > 1 else (),
    )
    found = finish_visibly(work, display_path(path))
    limits = Thresholds()
    is_accurate = _is_accurate(labels, path, prediction)
    document = {
        "file": display_path(path), **read.facts, "prediction": prediction.as_json(),
        "target": target.name, "label": labels.get(path.name), "is_accurate": is_accurate,
        "has_masks": truth is not None, "lungs_from": known.lungs_from,
        "thresholds": asdict(limits),
        "methods": [entry.as_json() | _verdicts(entry, is_accurate, limits) for entry in found],
    }  # fmt: skip
    pictures = [export_picture(read.radiograph, entry.explanation) for entry in found]
    return document, pictures


def _layers(model: Any, wanted: Sequence[str]) -> list[str]:
    """Names of the wanted layers, each once. Raises RequestError for unknown ones."""
    from engine.graph.layers import find_layer

    names: list[str] = []
    for name in wanted:
        if name == ALL_CONVOLUTIONS:
            names += [layer.name for layer in model.layers if layer.kind == "Conv"]
        else:
            names.append(find_layer(model.layers, name).name)
    return list(dict.fromkeys(names))


def _verdicts(entry: Any, is_accurate: bool | None, limits: Any) -> dict[str, str | None]:
    """The two decision diagrams, where accuracy, the truth and the drop are known."""
    from engine.trust.survey import MEANINGS, reliability_of, verdict_of

    place = entry.is_right_place
    drop = None
    if entry.panel is not None:
        drop = next((f.value for f in entry.panel.figures if f.metric == "drop"), None)
    verdict = reliability = None
    if place is not None and is_accurate is not None:
        verdict = verdict_of(is_accurate=is_accurate, is_right_place=place)
    if place is not None and drop is not None:
        reliability = str(reliability_of(drop, is_right_place=place, limits=limits))
    meaning = None if verdict is None else str(MEANINGS[verdict])
    return {"verdict": verdict, "verdict_meaning": meaning, "reliability": reliability}


def _is_accurate(labels: dict[str, str], path: Path, prediction: Any) -> bool | None:
    """Whether the labelled class is at or above its operating point, or else scores highest."""
    label = labels.get(path.name)
    if label is None:
        return None
    for score in prediction.scores:
        if score.target.name.casefold() == label.casefold() and score.is_above is not None:
            return score.is_above
    best = max(prediction.scores, key=lambda score: score.probability)
    return best.target.name.casefold() == label.casefold()


def _labels(table: Path | None) -> dict[str, str]:
    """Label by file name."""
    if table is None:
        return {}
    try:
        with table.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestError(f"the table cannot be read: {error}", file=table) from error
    if not rows or not {"path", "label"} <= set(rows[0]):
        raise RequestError("the table needs the columns path and label", file=table)
    return {Path(row["path"]).name: row["label"] for row in rows}


def list_paths(given: Sequence[Path]) -> Iterator[Path]:
    """Files as given; of folders everything that may be a radiograph, sorted."""
    for path in given:
        if path.is_dir():
            yield from sorted(
                file for file in path.rglob("*")
                if file.is_file() and file.suffix.lower() in PICTURES
            )  # fmt: skip
        else:
            yield path


def _print_image(document: dict[str, Any], number: int, count: int) -> None:
    print(f"[{number}/{count}] {document['file']}: {document['target']}")
    for entry in document["methods"]:
        method = entry["name"]
        if entry["panel"] is not None:
            print(f"  {method}: {entry['panel']['light']}. {entry['panel']['sentence']}")
            for figure in entry["panel"]["figures"]:
                value, control = (_number(figure[key]) for key in ("value", "control"))
                beside = f" (control {control})" if figure["control"] is not None else ""
                print(f"    {figure['name']}: {value}{beside}. {figure['sentence']}")
        if entry["located"].get("auc") is not None:
            located = ", ".join(
                f"{name} {_number(entry['located'][name])}"
                for name in RANKED_BY
                if entry["located"].get(name) is not None
            )
            print(f"  {method} against the masks: {located}")
        if entry["verdict"] is not None:
            print(f"  {method}: {entry['verdict']}. {entry['verdict_meaning']}")


def _print_summary(summary: dict[str, Any]) -> None:
    for name, found in summary["methods"].items():
        figures = found["figures"]
        shown = [f"{by} {_mean(figures[by])}" for by in IN_CONFIDENCE if by in figures]
        if found["images"] > 1 and shown:
            print(f"{name}: " + "; ".join(shown))
    for by, names in summary["ranking"].items():
        shown = []
        for name in names:
            mean = summary["methods"][name]["figures"].get(by)
            if mean is None or mean["mean"] is None:
                continue
            shown.append(f"{name} {_mean(mean)}")
        print(f"by {by}: " + "; ".join(shown))


def _mean(mean: dict[str, Any]) -> str:
    if mean["mean"] is None:
        return "not defined"
    return f"{mean['mean']:.3f} ({mean['low']:.3f}-{mean['high']:.3f}, n {mean['images']})"


def _number(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
