"""The child process of `training.export.conversion`: all that touches a foreign Keras file.

``python -m training.export.conversion_child JOB.json`` writes beside the job `ONNX` and `FACTS`, or
`ERROR` where it ends with an error meant for people.
"""

import contextlib
import json
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.bundle.answers import Answers, Questions, class_names
from engine.bundle.recipe import Recipe
from engine.errors import ForeignModelError, RequestError, WhyRayError
from training.export.memory import available_gb, demand_memory
from training.export.pictures import pictures
from training.export.to_onnx import onnx_bytes
from training.parent import end_with_parent

if TYPE_CHECKING:
    from training.export.keras_files import KerasNetwork

ONNX, FACTS, ERROR, PARAMETERS = "model.onnx", "facts.json", "error.json", "parameters"
_MAPPED_ON = 4


def _work(job_file: Path) -> None:
    job = json.loads(job_file.read_text(encoding="utf-8"))
    folder, path = job_file.parent, Path(job["file"])
    plain = {k: tuple(v) if isinstance(v, list) else v for k, v in job["answers"].items()}
    images = None if job["images"] is None else Path(job["images"])
    try:
        model, facts = converted(path, Answers.from_mapping(plain), images, folder)
    except WhyRayError as error:
        plain_error = {"kind": type(error).__name__} | error.as_json()
        (folder / ERROR).write_text(json.dumps(plain_error), encoding="utf-8")
        return
    (folder / ONNX).write_bytes(model)
    (folder / FACTS).write_text(json.dumps(facts, allow_nan=False), encoding="utf-8")


def converted(
    path: Path, answers: Answers, images: Path | None, folder: Path
) -> tuple[bytes, dict[str, Any]]:
    """The ONNX file and what the parent must know to write the bundle.

    Args:
        path: the Keras file.
        answers: what it does not tell.
        images: folder of radiographs to compare on, or None.
        folder: `PARAMETERS` is written there before the memory is asked for.
    """
    from training.export.keras_files import load_network
    from training.export.layer_names import map_layers
    from training.export.parity import demand_parity

    network = load_network(path)
    (folder / PARAMETERS).write_text(str(network.parameters))
    recipe, classes, activation = _settled(path, network, answers)
    demand_memory(network.parameters, available_gb())
    with contextlib.redirect_stdout(sys.stderr):
        layout = recipe.layout
        sides = (recipe.height, recipe.width, recipe.channels)
        model = onnx_bytes(network.model, layout, input_hwc=sides)
    in_keras_layout = replace(recipe, layout="nhwc")
    inputs, compared_on = pictures(in_keras_layout, images)
    layers = map_layers(network.model, model, inputs[:_MAPPED_ON], layout=layout)
    parity = demand_parity(network.model, model, inputs, layers, layout=layout)
    return model, {
        "recipe": recipe.to_json(),
        "classes": list(classes),
        "activation": activation,
        "layers": [asdict(layer) for layer in layers],
        "parity": parity.to_json() | {"compared_on": compared_on},
        "reader": network.reader,
        "name": answers.name,
    }


def _settled(
    path: Path, network: "KerasNetwork", answers: Answers
) -> tuple[Recipe, tuple[str, ...], str]:
    """Recipe, class names and activation, or ForeignModelError with all open questions."""
    shape = (network.height, network.width, network.channels)
    words = {"count": network.outputs, "shape": " x ".join(str(side) for side in shape)}
    questions = Questions(words)
    known_hw = None if None in shape[:2] else (network.height, network.width)
    if known_hw is not None and answers.size_hw not in (None, known_hw):
        raise RequestError(f"the network takes {known_hw[0]}x{known_hw[1]} pixels", file=path)
    size_hw = questions.need("size_hw", answers.size_hw if known_hw is None else known_hw)
    channels = questions.need(
        "channels", answers.channels if network.channels is None else network.channels
    )
    classes = questions.need("classes", class_names(answers.classes, network.outputs))
    lone = "sigmoid" if network.outputs == 1 else None  # a lone logit has no other reading
    activation = questions.need("activation", network.activation or answers.activation or lone)
    if answers.activation not in (None, activation):
        raise RequestError(f"the network ends in {activation}", file=path)
    questions.need("scaling", answers.scaling)
    questions.need_numbers(answers)
    try:
        questions.raise_if_open(path)
    except ForeignModelError as error:
        raise _with_hint(error, network.rescaling) from None
    layout = answers.layout if answers.layout is not None else "nhwc"
    return answers.recipe(size_hw, channels, layout), classes, activation


def _with_hint(error: ForeignModelError, rescaling: str) -> ForeignModelError:
    """The question of scaling, with what the network itself does first."""
    if "scaling" not in error.questions or rescaling == "":
        return error
    told = f"{error.questions['scaling']} The network itself begins with {rescaling}"
    error.questions["scaling"] = told
    error.details["scaling"] = told
    return error


if __name__ == "__main__":
    end_with_parent()
    _work(Path(sys.argv[1]))
