"""``whyray explain``: for every target the overlay, the raw signed map and its facts."""

import argparse
import io
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.known_masks import KnownMasks, known_masks, outside_text
from desktop.cli.output import make_folder, print_json
from desktop.cli.override import add_override_argument, caution_of, refusal
from desktop.cli.recording import add_record_argument, recording_of
from engine.errors import RequestError, display_path

HELP = "explain scores: overlay picture, raw signed map and facts"
STYLES = ("heatmap", "signed", "superpixels")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help="radiograph, or .npy network input")
    add_model_argument(parser)
    add_override_argument(parser)
    parser.add_argument(
        "--method",
        default="grad-cam",
        metavar="ID",
        help="see `whyray methods` (default: grad-cam)",
    )
    parser.add_argument(
        "--target",
        action="append",
        metavar="CLASS",
        help="class name or index; may be repeated (default: the class that stands out most)",
    )
    parser.add_argument(
        "--against",
        metavar="CLASS",
        help="explain why the target rather than this class: the difference of their scores",
    )
    parser.add_argument("--layer", metavar="NAME", help="see `whyray layers` (default: automatic)")
    parser.add_argument(
        "--option",
        action="append",
        default=[],
        metavar="K=V",
        help="an option of the method, see `whyray methods ID`; may be repeated",
    )
    parser.add_argument(
        "--seed", type=int, default=0, help="seed of everything random (default: 0)"
    )
    parser.add_argument(
        "--style",
        choices=STYLES,
        help="evidence for the class; for and against in two colours; or superpixels in green and "
        "red (default: signed for methods on superpixels, else heatmap)",
    )
    parser.add_argument(
        "--masks", type=Path, metavar="DIR",
        help="masks of the lungs (STEM__lungs.png and the like): tells how much of the map lies"
        " outside of them (default: those of synthetic films, or of an installed model for masks)",
    )  # fmt: skip
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="where to write (default: this folder)"
    )
    add_record_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Explains the score of every target and writes three files for each."""
    from desktop.cli.inputs import read_input
    from engine.explain.registry import find_method
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model
    from engine.inference.predict import predict

    recording = recording_of(arguments)
    method = find_method(arguments.method)
    options = parse_options(method, arguments.option)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    with Decoder() as decoder:
        network_input = read_input(arguments.file, model, decoder, arguments.override)
        if network_input.is_refused and arguments.override is None:
            raise refusal(network_input.admission).about(arguments.file)
        own = _read_own(decoder, method, options, model)
    prediction = predict(model, network_input.tensor)
    targets, against = _targets(arguments, model, prediction)
    explanations = []
    for target in targets:
        request = _request(arguments, model, network_input, options, target, against)
        request = replace(request, own=own)
        explanations.append(_explain(method, request, prediction.seconds))
    parts = [f".{part}" for part in name_parts(targets)] if len(targets) > 1 else [""]
    about = {
        "file": display_path(arguments.file),
        **network_input.facts,
        "prediction": prediction.as_json(),
    }
    known = known_masks(arguments.masks, arguments.file, network_input.radiograph)
    documents = [
        _write(arguments, network_input.radiograph, explanation, part, about, known)
        for explanation, part in zip(explanations, parts, strict=True)
    ]
    if recording is not None and network_input.admission is not None:
        radiograph, admitted = network_input.radiograph, network_input.admission
        recording.note(radiograph, admitted, prediction, is_overridden=network_input.is_refused)
        recording.note_explanations(radiograph, explanations, model)
        recording.write()
    if arguments.json:
        results = [{k: d[k] for k in ("explanation", "written")} for d in documents]
        print_json(about | (results[0] if len(results) == 1 else {"results": results}))
    else:
        for document in documents:
            _print(document)
        print("Research use - not for diagnosis.", file=sys.stderr)
    return 0


def _read_own(decoder: Any, method: Any, options: dict[str, Any], model: Any) -> Any:
    """What the files that options name hold, read once for all targets."""
    from desktop.cli.waiting import finish_visibly
    from engine.explain.own_files import OwnFiles

    work = OwnFiles(decoder).read(method, options, model.manifest.recipe)
    return finish_visibly(work, method.name)


def parse_options(method: Any, given: list[str]) -> dict[str, Any]:
    """``K=V`` texts as checked values of the method's options. Raises RequestError."""
    from engine.options import option_from_text, read_options

    parsed: dict[str, Any] = {}
    for text in given:
        name, sign, value = text.partition("=")
        if not sign:
            raise RequestError(f"--option {text}: a value is missing", hint="Write NAME=VALUE.")
        parsed[name] = option_from_text(method.id, method.options, name, value)
    read_options(method.id, method.options, parsed)
    return parsed


def name_parts(targets: Sequence[Any]) -> list[str]:
    """A part of a file name for each target, all different and safe in any file system."""
    plain = [re.sub(r"[^\w-]+", "-", target.name).strip("-").casefold() for target in targets]
    return [
        part if part and plain.count(part) == 1 else f"{part}-{place}".strip("-")
        for place, part in enumerate(plain)
    ]


def _targets(arguments: argparse.Namespace, model: Any, prediction: Any) -> tuple[list[Any], Any]:
    from engine.inference.target import find_target

    wanted = arguments.target
    found = [find_target(model.manifest, name) for name in wanted] if wanted else []
    targets = list(dict.fromkeys(found)) or [prediction.best().target]
    if arguments.against is None:
        return targets, None
    against = find_target(model.manifest, arguments.against)
    if against in targets:
        raise RequestError(
            f"{against.name!r} cannot be explained against itself", hint="Choose another class."
        )
    return targets, against


def _request(
    arguments: argparse.Namespace,
    model: Any,
    network_input: Any,
    options: dict[str, Any],
    target: Any,
    against: Any,
) -> Any:
    from engine.explain.explanation import Request

    return Request(
        model=model,
        tensor=network_input.tensor,
        to_image=network_input.to_image,
        target=target,
        layer=arguments.layer,
        options=options,
        seed=arguments.seed,
        against=against,
    )


def _explain(method: Any, request: Any, seconds_of_pass: float) -> Any:
    from desktop.cli.waiting import announce, finish_visibly
    from engine.explain.cost import estimated_seconds

    what = f"{method.name} of {request.target.name!r}"
    announce(estimated_seconds(method, request, seconds_of_pass), what)
    return finish_visibly(method.run(request), what)


def _write(
    arguments: argparse.Namespace,
    radiograph: Any,
    explanation: Any,
    part: str,
    about: dict[str, Any],
    known: KnownMasks,
) -> dict[str, Any]:
    """Writes the three files of one explanation and returns what the JSON file holds."""
    import numpy as np
    from PIL import Image

    from engine.files import atomic_write
    from engine.overlay.export import export_picture
    from engine.overlay.legend import draw_caution

    folder = arguments.out if arguments.out is not None else Path()
    make_folder(folder)
    stem = f"{arguments.file.stem}.{explanation.method}{part}"
    paths = {kind: folder / f"{stem}.{kind}" for kind in ("png", "npy", "json")}
    picture, array = io.BytesIO(), io.BytesIO()
    painted = export_picture(radiograph, explanation, style=_style(arguments, explanation))
    caution = caution_of(about["override"])
    if caution:
        painted = np.vstack([draw_caution(caution, painted.shape[1]), painted])
    Image.fromarray(painted).save(picture, format="PNG")
    np.save(array, explanation.map)
    document = about | {
        "explanation": explanation.facts() | {"outside_lungs": known.outside(explanation)},
        "written": {kind: display_path(path) for kind, path in paths.items()},
    }
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    atomic_write(paths["png"], picture.getvalue())
    atomic_write(paths["npy"], array.getvalue())
    atomic_write(paths["json"], text.encode("utf-8"))
    return document


def _style(arguments: argparse.Namespace, explanation: Any) -> str:
    if arguments.style is not None:
        return arguments.style
    return "heatmap" if explanation.regions is None else "signed"


def _print(document: dict[str, Any]) -> None:
    facts = document["explanation"]
    height, width = facts["map_shape"]
    place = "" if facts["layer"] is None else f"layer {facts['layer']}, "
    print(f"{document['file']}: {facts['method']} of {facts['target']!r}")
    print(f"  {place}map {height} x {width}, score {facts['score']:.4f}")
    print(f"  {facts['passes']} passes in {facts['seconds']:.2f} s")
    if facts["outside_lungs"] is not None:
        print(f"  {outside_text(facts['outside_lungs'])}")
    if document["override"] is not None:
        print(f"  {caution_of(document['override'])}")
    for name, value in facts["options"].items():
        print(f"  option {name}: {value}")
    for name, convention in facts["conventions"].items():
        print(f"  {name}: {convention}")
    for flag in facts["flags"]:
        print(f"  flag: {flag}")
    for path in document["written"].values():
        print(f"  wrote {path}")
