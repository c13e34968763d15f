"""A Keras file becomes a bundle: everything that touches the file happens in a child process.

The child (`training.export.conversion_child`) loads, asks, exports, maps and proves; it leaves an
ONNX file and facts behind, or the error. This process writes the bundle from them.
"""

import hashlib
import json
import re
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from engine import errors
from engine.bundle.answers import NOT_FOR, NOT_STATED, Answers, task_of
from engine.bundle.manifest import ClassInfo, LayerName, Manifest
from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.errors import ForeignModelError, ModelError, WhyRayError
from training.children import child_command
from training.export.bundle import made_with, now, run_onnx, self_test_input
from training.export.conversion_child import ERROR, FACTS, ONNX, PARAMETERS
from training.export.memory import available_gb, too_little_memory, was_killed_for_memory
from training.export.to_onnx import run_child

Report = Callable[[float, str], None]


@dataclass(frozen=True)
class Stated:
    """What is said of the model for people; none of it is needed to compute.

    Attributes:
        id: of the bundle; None makes one of the file's name and content.
        version: for people.
        complement: name of the absence, for one neuron; None means "no <class>".
        purpose: what it is for.
        not_for: what it is not for.
        licence: of the weights.
        reproduce: the command that makes it again.
    """

    id: str | None = None
    version: str = "converted"
    complement: str | None = None
    purpose: str = NOT_STATED.format(kind="Keras")
    not_for: str = NOT_FOR
    licence: str = "unknown"
    reproduce: str = ""


def convert_file(
    path: Path,
    out: Path,
    answers: Answers,
    *,
    stated: Stated = Stated(),
    images: Path | None = None,
    report: Report = lambda _share, _note: None,
) -> Manifest:
    """Converts one file and writes the bundle, or raises and writes nothing.

    Args:
        path: a ``.keras`` or whole-model ``.h5`` file.
        out: the bundle folder to make.
        answers: what the file does not tell; `layout` is that of the exported file.
        stated: what is said of the model.
        images: folder of radiographs on which both models are compared; None means phantoms.
        report: called with the share done (0..1) and a note.

    Raises:
        ForeignModelError: questions are left; `questions` names them.
        ModelError: code inside, not loadable, not convertible, or converted to something else.
        RequestError: answers that do not fit.
    """
    report(0.0, "loading, converting and comparing")
    with tempfile.TemporaryDirectory(prefix="whyray-convert-") as name:
        folder = Path(name)
        job = {
            "file": str(path.resolve()),
            "images": None if images is None else str(images.resolve()),
            "answers": asdict(answers),
        }
        (folder / "job.json").write_text(json.dumps(job), encoding="utf-8")
        status, output = run_child([*child_command("conversion"), str(folder / "job.json")])
        _raise_what_went_wrong(folder, status, output, path)
        facts = json.loads((folder / FACTS).read_text(encoding="utf-8"))
        model = (folder / ONNX).read_bytes()
    report(0.9, "writing the bundle")
    return _write(path, out, model, facts, stated)


def _write(path: Path, out: Path, model: bytes, facts: dict[str, Any], stated: Stated) -> Manifest:
    recipe = Recipe.from_json(facts["recipe"])
    inputs = self_test_input(recipe)
    manifest = _manifest(path, model, facts, recipe, stated)
    output = run_onnx(model, inputs)
    if not np.isfinite(output).all():
        raise ModelError("gives NaN or infinity for a phantom; no bundle was written", file=path)
    written = write_bundle(
        out,
        manifest,
        model=model,
        selftest_input=inputs,
        selftest_output=output,
        card=_card(manifest, path),
    )
    read_bundle(out)  # what was written is what will be read
    return written


def _manifest(
    path: Path, model: bytes, facts: dict[str, Any], recipe: Recipe, stated: Stated
) -> Manifest:
    classes, activation = facts["classes"], facts["activation"]
    digest = hashlib.sha256(model + repr((recipe, classes, activation)).encode()).hexdigest()
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "model"
    complement = stated.complement if stated.complement is not None else f"no {classes[0]}"
    return Manifest(
        id=stated.id if stated.id is not None else f"{stem}-{digest[:8]}",
        name=facts["name"] if facts["name"] is not None else path.stem,
        version=stated.version,
        task=task_of(len(classes), activation),
        classes=tuple(ClassInfo(name) for name in classes),
        complement=complement if len(classes) == 1 else None,
        activation=activation,
        recipe=recipe,
        layers=tuple(LayerName(**layer) for layer in facts["layers"]),
        purpose=stated.purpose,
        not_for=stated.not_for,
        metrics={"parity": facts["parity"]},
        licence=stated.licence,
        created=now(),
        made_with=made_with() | {"source": path.name, "read by": facts["reader"]},
        reproduce=stated.reproduce,
    )


def _card(manifest: Manifest, path: Path) -> str:
    recipe, parity = manifest.recipe, manifest.metrics["parity"]
    size = f"{recipe.height} x {recipe.width}, {recipe.channels} channel(s), {recipe.layout}"
    return (
        f"# {manifest.name}\n\n"
        f"Converted from `{path.name}` with {manifest.made_with['read by']}. Nothing is known here "
        "about how it was trained, on whom, or how well it performs; no operating point is set.\n\n"
        f"## What it is for\n\n{manifest.purpose}\n\n"
        f"## What it is not for\n\n{manifest.not_for}\n\n"
        f"## What it says\n\n- Task: {manifest.task}\n"
        f"- Classes: {', '.join(info.name for info in manifest.classes)}\n"
        f"- Input: {size}, scaling {recipe.scaling}, fit {recipe.fit}\n"
        f"- Output: {manifest.activation}\n\n"
        f"## Is it the same network?\n\nOn {parity['images']} {parity['compared_on']} the "
        f"probabilities of Keras and of the exported file differ by at most "
        f"{parity['probability']:.1e} (they spread over {parity['spread']:.2g}), the activations "
        f"of {parity['layers']} layers by at most {parity['layer']:.1e} of each layer's greatest "
        f"one.\n\n## Licence\n\n{manifest.licence}\n"
    )


def _raise_what_went_wrong(folder: Path, status: int, output: str, path: Path) -> None:
    error_file = folder / ERROR
    if error_file.exists():
        raise _error_from(json.loads(error_file.read_text(encoding="utf-8")), path)
    if status == 0 and (folder / FACTS).exists():
        return
    if was_killed_for_memory(status, output):
        parameters = folder / PARAMETERS
        known = int(parameters.read_text()) if parameters.exists() else None
        raise too_little_memory(known, available_gb()).about(path)
    raise ModelError(
        "could not be converted to ONNX",
        hint="See the details; some Keras layers have no ONNX counterpart.",
        file=path,
        details={"output": output[-2000:]},
    )


def _error_from(plain: dict[str, Any], path: Path) -> WhyRayError:
    details = plain["details"]
    if plain["kind"] == "ForeignModelError":
        return ForeignModelError(plain["message"], questions=details, hint=plain["hint"], file=path)
    kind = getattr(errors, plain["kind"], ModelError)
    return kind(plain["message"], hint=plain["hint"], file=path, details=details)
