"""``whyray predict``: class probabilities beside their operating points."""

import argparse
from pathlib import Path
from typing import Any

from desktop.cli.choose_model import add_model_argument, load_bundle
from desktop.cli.output import print_json, tell
from desktop.cli.override import FLAG, add_override_argument
from desktop.cli.recording import add_record_argument, recording_of
from engine.errors import WhyRayError, display_path

HELP = "score radiographs: probabilities, operating points, admission verdict"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the command's arguments."""
    parser.add_argument(
        "files",
        nargs="+",
        type=Path,
        metavar="FILE",
        help="DICOM, JPEG, PNG, TIFF or BMP; a .npy file is taken as the network input itself",
    )
    add_model_argument(parser)
    add_override_argument(parser)
    add_record_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON document on stdout")


def run(arguments: argparse.Namespace) -> int:
    """Scores every file; a bad one is named, a refused one gets no scores, the rest goes on."""
    from desktop.cli.inputs import read_input
    from engine.images.decoder import Decoder
    from engine.inference.model import open_model
    from engine.inference.predict import predict

    recording = recording_of(arguments)
    model = open_model(load_bundle(arguments), wants_gpu=not arguments.cpu)
    results: list[dict[str, Any]] = []
    errors: list[WhyRayError] = []
    with Decoder() as decoder:
        for path in arguments.files:
            try:
                network_input = read_input(path, model, decoder, arguments.override)
                prediction = predict(model, network_input.tensor)
            except WhyRayError as error:
                errors.append(error.about(path))
                tell(error)
                continue
            scored = prediction.as_json()
            is_withheld = network_input.is_refused and arguments.override is None
            if is_withheld:
                scored["classes"] = []
            if recording is not None and network_input.admission is not None:
                recording.note(
                    network_input.radiograph,
                    network_input.admission,
                    prediction,
                    is_withheld=is_withheld,
                    is_overridden=network_input.is_refused and not is_withheld,
                )
            about = {"file": display_path(path), "is_withheld": is_withheld}
            results.append(about | network_input.facts | scored)
            if not arguments.json:
                _print_result(results[-1])
    if recording is not None:
        recording.write()
    if arguments.json:
        print_json({"results": results, "errors": [error.as_json() for error in errors]})
    if not errors:
        return 0
    return 1 if results else 3


def _print_result(result: dict[str, Any]) -> None:
    model = result["model"]
    print(f"{result['file']}")
    print(f"  {model['name']} {model['version']} ({model['id']}) on {result['provider']}")
    if result["admission"] is not None:
        print(f"  admission: {result['admission']['verdict']}")
        for reason in result["admission"]["reasons"]:
            print(f"    {reason['level']}: {reason['sentence']}")
    if result["is_withheld"]:
        print(f"  no scores: the image was refused. With {FLAG} REASON they are shown.")
    elif result["override"] is not None:
        print(f"  overridden: {result['override']['reason']}")
        print("  the model was not made for this image; its scores mean nothing:")
    for entry in result["classes"]:
        point = entry["operating_point"]
        side = {True: "at or above", False: "below", None: "no operating point"}[entry["is_above"]]
        at = "" if point is None else f" {point:.3f}"
        print(f"  {entry['class']:<24} {entry['probability']:.4f}  {side}{at}")
    print("  Research use - not for diagnosis.")
