"""Somebody else's bare ``.onnx`` file becomes a bundle: read what it tells, ask the rest.

A wrong guess would give wrong scores without anybody noticing, so nothing is guessed: what the
graph leaves open (class names, the scaling of the input) is asked for, with the reason.
"""

import hashlib
import re
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from google.protobuf.message import DecodeError

from engine.bundle.answers import (
    NOT_FOR,
    NOT_STATED,
    Answers,
    Questions,
    class_names,
    task_of,
)
from engine.bundle.manifest import ClassInfo, Manifest
from engine.bundle.recipe import LAYOUTS, Recipe
from engine.bundle.store import read_bundle, write_bundle
from engine.errors import ModelError
from engine.graph.cut import with_dynamic_batch
from engine.graph.external import embed_external_data
from engine.graph.facts import GraphFacts, load_model
from engine.graph.score import Score, find_score
from engine.images.admission import UNKNOWN_CONTENT
from engine.inference.session import Session
from engine.language import said

_SELF_TEST_SEED = 0


def import_onnx(path: Path, answers: Answers, folder: Path) -> Path:
    """Turns a bare ONNX file into a bundle folder under `folder` and returns it.

    Weights kept in a file beside the model are taken into the bundle, and a batch size fixed at 1
    is set free where the graph allows it.

    Args:
        path: the ``.onnx`` file.
        answers: what the graph may not tell.
        folder: where bundle folders are kept.

    Raises:
        ForeignModelError: questions are left; `questions` names them.
        ModelError: no ONNX model, weights missing, or ONNX Runtime cannot run it.
    """
    data = read_onnx(path)
    try:
        facts = GraphFacts(load_model(data))
        score = find_score(facts)
    except ModelError as error:
        raise error.about(path) from error.__cause__
    recipe, classes, activation = _settle(path, facts, score, answers)
    manifest = _manifest(path, data, recipe, classes, activation, answers)
    target = folder / manifest.id
    test_input = _self_test_input(recipe)
    data = _with_free_batch(data, facts, score, test_input)
    session = Session(data, wants_gpu=False, threads=1)
    (test_output,) = session.run((score.output,), {facts.input_name: test_input})
    write_bundle(
        target,
        manifest,
        model=data,
        selftest_input=test_input,
        selftest_output=test_output,
        card=_card(manifest, path),
    )
    read_bundle(target)  # what was written is what will be read
    return target


def read_onnx(path: Path) -> bytes:
    """The bytes of an ONNX model with all its weights inside.

    Raises:
        ModelError: no ONNX model, or its weights lie beside it in a file that is missing, may not
            be read, or does not fit.
    """
    try:
        data = path.read_bytes()
        model = onnx.load_model_from_string(data)
        embed_external_data(model, path.parent)
    except OSError as error:
        raise ModelError(
            said("cannot be read: {strerror}", strerror=error.strerror), file=path
        ) from error
    except DecodeError as error:
        raise ModelError(
            said("no ONNX model"),
            hint=said("Choose a .onnx file."),
            file=path,
            details={"reason": str(error)},
        ) from error
    except ModelError as error:
        raise error.about(path) from error.__cause__
    return model.SerializeToString()


def _settle(
    path: Path, facts: GraphFacts, score: Score, answers: Answers
) -> tuple[Recipe, tuple[str, ...], str]:
    """Works everything out or raises ForeignModelError with all open questions at once."""
    shape = facts.shape(facts.input_name)
    if shape is None or len(shape) != 4:
        raise ModelError(
            said(
                "takes input of shape {shape}; WhyRay needs a batch of pictures (4 axes)",
                shape=shape,
            ),
            file=path,
        )
    words = {"count": score.class_count, "shape": " x ".join(str(d) for d in shape)}
    questions = Questions(words)
    layout = questions.need("layout", answers.layout if answers.layout else _layout(shape))
    sizes = _sizes(shape, layout or "nchw")
    channels = questions.need("channels", sizes[0] if sizes[0] is not None else answers.channels)
    size_hw = questions.need("size_hw", answers.size_hw if None in sizes[1:] else sizes[1:])
    names = answers.classes if answers.classes is not None else _names_in_metadata(facts)
    classes = questions.need("classes", class_names(names, score.class_count))
    activation = questions.need("activation", _activation(score, answers))
    questions.need("scaling", answers.scaling)
    questions.need_numbers(answers)
    questions.raise_if_open(path)
    recipe = answers.recipe(size_hw, channels, layout)
    return recipe, classes, activation


def _layout(shape: tuple[Any, ...]) -> str | None:
    is_first, is_last = shape[1] in (1, 3), shape[3] in (1, 3)
    if is_first == is_last:
        return None
    return LAYOUTS[1] if is_first else LAYOUTS[0]


def _sizes(shape: tuple[Any, ...], layout: str) -> tuple[int | None, int | None, int | None]:
    """(channels, height, width); None where the graph leaves it open."""
    order = (1, 2, 3) if layout == "nchw" else (3, 1, 2)
    channels, height, width = (shape[a] if isinstance(shape[a], int) else None for a in order)
    return channels, height, width


def _names_in_metadata(facts: GraphFacts) -> tuple[str, ...] | None:
    """Class names that some exporters leave in ``metadata_props``."""
    for entry in facts.model.metadata_props:
        if entry.key.lower() in ("classes", "labels", "class_names", "names"):
            names = [name.strip(" '\"[]{}") for name in re.split(r"[,\n]", entry.value)]
            return tuple(re.sub(r"^\d+\s*:\s*['\"]?", "", name) for name in names if name)
    return None


def _activation(score: Score, answers: Answers) -> str | None:
    if score.activation != "none":
        return score.activation
    if answers.activation is None and score.class_count == 1:
        return "sigmoid"  # a lone logit has no other reading
    return answers.activation


def _manifest(
    path: Path,
    data: bytes,
    recipe: Recipe,
    classes: tuple[str, ...],
    activation: str,
    answers: Answers,
) -> Manifest:
    is_lone = len(classes) == 1
    digest = hashlib.sha256(data + repr((recipe, classes, activation)).encode()).hexdigest()
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:40] or "model"
    return Manifest(
        id=f"{stem}-{digest[:8]}",
        name=answers.name if answers.name is not None else path.stem,
        version="imported",
        task=task_of(len(classes), activation),
        classes=tuple(ClassInfo(name) for name in classes),
        complement=f"no {classes[0]}" if is_lone else None,
        activation=activation,
        recipe=recipe,
        purpose=said(NOT_STATED, kind="ONNX"),
        not_for=NOT_FOR,
        admission={"content": UNKNOWN_CONTENT},
        licence="unknown",
        made_with={"source": path.name},
    )


def _with_free_batch(data: bytes, facts: GraphFacts, score: Score, image: np.ndarray) -> bytes:
    """The model with a free batch size, where it then computes the same; else as it is.

    Methods that ask about many variants of one image run them in batches.
    """
    if facts.shape(facts.input_name)[0] != 1:
        return data
    freed, reason = with_dynamic_batch(load_model(data))
    if reason:
        return data
    candidate = freed.SerializeToString()
    pair = [image, np.ascontiguousarray(image[:, ::-1, ::-1, ::-1])]
    apart, together = (Session(d, wants_gpu=False, threads=1) for d in (data, candidate))
    expected = [apart.run((score.output,), {facts.input_name: x})[0] for x in pair]
    try:
        (found,) = together.run((score.output,), {facts.input_name: np.concatenate(pair)})
    except ModelError:  # a size that no inference can see is still written somewhere
        return data
    both = np.concatenate(expected)
    is_same = found.shape == both.shape and np.allclose(found, both, rtol=1e-3, atol=1e-4)
    return candidate if is_same else data


def _self_test_input(recipe: Recipe) -> np.ndarray:
    generator = np.random.default_rng(_SELF_TEST_SEED)
    return recipe.tensor_from(generator.random((recipe.height, recipe.width), dtype=np.float32))


def _card(manifest: Manifest, path: Path) -> str:
    recipe = manifest.recipe
    size = f"{recipe.height} x {recipe.width}, {recipe.channels} channel(s), {recipe.layout}"
    return (
        f"# {manifest.name}\n\n"
        f"Imported from `{path.name}`. Nothing is known here about how it was trained, on whom, "
        "or how well it performs; no operating point is set.\n\n"
        f"- Classes: {', '.join(info.name for info in manifest.classes)}\n"
        f"- Input: {size}, scaling {recipe.scaling}, fit {recipe.fit}\n"
        f"- Output: {manifest.activation}\n- Licence: not stated\n"
    )
