"""The whole story in one module: a file goes in, a score and its explanation come out.

The window, the command line and the batch run all call these functions, in this order.
"""

from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from engine.bundle.prepared import Prepared, prepare
from engine.bundle.recipe import ModelInput, Recipe
from engine.explain.baselines import absence_pictures
from engine.explain.cache import ExplanationCache, key_of
from engine.explain.cost import Estimate, estimated_seconds
from engine.explain.explanation import Explanation, Request
from engine.explain.own_files import OwnFiles, own_texts
from engine.explain.registry import find_method
from engine.images.admission import (
    ANY_CONTENT,
    FRONTAL_CHEST,
    Admission,
    Population,
    Reason,
    admit_outline,
)
from engine.images.decoder import Decoder
from engine.images.radiograph import Radiograph
from engine.images.reader import open_radiograph
from engine.inference.content import ContentCheck
from engine.inference.model import Model
from engine.inference.predict import Prediction
from engine.inference.predict import predict as predict_tensor
from engine.inference.target import Target
from engine.language import said
from engine.options import option_facts, read_options
from engine.progress import Step
from engine.trust.case import case_of
from engine.trust.effort import Effort
from engine.trust.panel import judge
from engine.trust.placed import placed_figures
from engine.trust.survey import Truth, located_figures


@dataclass(frozen=True)
class Reading:
    """A scored radiograph.

    Attributes:
        prediction: what the model says.
        admission: whether the image is one that the model may be asked about.
        model_input: what the model saw; None where it was let go to save memory.
    """

    prediction: Prediction
    admission: Admission
    model_input: ModelInput | None


@dataclass(frozen=True)
class Question:
    """What to explain and how.

    Attributes:
        method: method id.
        target: the class.
        layer: layer name or tensor; None lets the method choose.
        options: the method's options.
        seed: of everything random.
        against: explain why `target` rather than this class; None for the class by itself.
    """

    method: str
    target: Target
    layer: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0
    against: Target | None = None


@dataclass(frozen=True)
class Kept:
    """What is kept from one question to the next.

    Attributes:
        explanations: made before.
        files: reads the files that options name.
    """

    explanations: ExplanationCache
    files: OwnFiles


def open_image(path: Path, decoder: Decoder | None = None) -> Radiograph:
    """Reads a file in a child process. Raises ImageError with the file and the reason."""
    return open_radiograph(path, decoder=decoder)


def predict(
    radiograph: Radiograph,
    model: Model,
    frame: int = 0,
    content_check: ContentCheck | None = None,
) -> Reading:
    """Checks and scores one frame; whether refused images' scores are shown is the caller's.

    Args:
        radiograph: the image.
        model: whose score.
        frame: which frame.
        content_check: looks at what the picture shows; None leaves that unchecked.
    """
    admitted, model_input = check(radiograph, model, frame, content_check)
    prediction = predict_tensor(model, model_input.tensor)
    return Reading(prediction, admitted, model_input)


def check(
    radiograph: Radiograph,
    model: Model,
    frame: int = 0,
    content_check: ContentCheck | None = None,
) -> tuple[Admission, ModelInput]:
    """All of `predict` but the score: the verdict, and what the model would see."""
    recipes = recipes_of(model, content_check)
    return check_prepared(prepare(radiograph, recipes, frame), model, content_check)


def recipes_of(model: Model, content_check: ContentCheck | None) -> tuple[Recipe, ...]:
    """What an image is to be prepared for, to be checked and scored."""
    is_looked_at = content_check is not None and _content_of(model) != ANY_CONTENT
    seen = (content_check.recipe,) if content_check is not None and is_looked_at else ()
    return (model.manifest.recipe, *seen)


def check_prepared(
    prepared: Prepared, model: Model, content_check: ContentCheck | None
) -> tuple[Admission, ModelInput]:
    """The same as `check` of an image that was prepared for `recipes_of` both.

    The model input's tensor is what the model's own recipe makes of it.
    """
    population = Population.from_json(model.manifest.admission)
    seen: tuple[Reason, ...] = ()
    if content_check is not None and len(prepared.fitted) > 1:
        is_strict = population.content == FRONTAL_CHEST
        seen = content_check.look_at(prepared.fitted[1]).reasons(is_strict=is_strict)
    admitted = admit_outline(prepared.outline, population, seen)
    model_input = model.manifest.recipe.input_of(prepared.fitted[0], prepared.outline.size_hw)
    return admitted, model_input


def _content_of(model: Model) -> str:
    return Population.from_json(model.manifest.admission).content


def explain(
    radiograph: Radiograph,
    model: Model,
    question: Question,
    frame: int = 0,
    kept: Kept | None = None,
) -> Iterator[Step]:
    """Explains one score of one frame; the last step's `result` is the `Explanation`.

    Args:
        radiograph: the image.
        model: whose score.
        question: what to explain and how.
        frame: which frame.
        kept: what was explained before comes back from it as a single step.
    """
    method = find_method(question.method)
    kept = Kept(ExplanationCache(0), OwnFiles()) if kept is None else kept
    request = yield from asked(radiograph, model, question, frame, kept.files)
    key = key_of(method, request)
    known = kept.explanations.find(key)
    if known is not None:
        yield Step(1.0, said("known already"), result=known)
        return
    for step in method.run(request):
        if step.result is not None:
            kept.explanations.keep(key, step.result)
        yield step


def trust(
    request: Request,
    explanation: Explanation,
    effort: Effort,
    image_hw: tuple[int, int],
    truth: Truth | None = None,
) -> Iterator[Step]:
    """Tests how far an explanation can be believed; the last step's `result` is the `Panel`.

    Args:
        request: what was asked, see `asked`.
        explanation: the answer.
        effort: how much work.
        image_hw: (height, width) of the original image.
        truth: where finding and lungs lie, if that is known.
    """
    for step in judge(case_of(find_method(explanation.method), request, explanation), effort):
        if step.result is not None and truth is not None:
            located = placed_figures(located_figures(explanation, image_hw, truth))
            whole = replace(step.result, figures=(*located, *step.result.figures))
            step = replace(step, result=whole)
        yield step


def estimate(
    radiograph: Radiograph,
    model: Model,
    question: Question,
    frame: int = 0,
    seconds_of_pass: float | None = None,
    kept: Kept | None = None,
) -> Iterator[Step]:
    """What `explain` will cost; the last step's `result` is the `Estimate`.

    What is kept costs nothing; else see `engine.explain.cost.estimated_seconds`.
    """
    method = find_method(question.method)
    kept = Kept(ExplanationCache(0), OwnFiles()) if kept is None else kept
    request = yield from asked(radiograph, model, question, frame, kept.files)
    if kept.explanations.find(key_of(method, request)) is not None:
        cost = Estimate(0, 0.0, 0.0)
    else:
        cost = estimated_seconds(method, request, seconds_of_pass)
    yield Step(1.0, result=cost)


def absence(
    radiograph: Radiograph,
    model: Model,
    question: Question,
    option: str,
    frame: int,
    kept: Kept,
) -> Iterator[Step]:
    """What an option puts where the image is absent; the last step's `result` lists pictures.

    Each is (H, W) float32 in [0, 1], as displayed.
    """
    method = find_method(question.method)
    request = yield from asked(radiograph, model, question, frame, kept.files)
    facts = next(entry for entry in option_facts(method.options) if entry.name == option)
    text = getattr(read_options(method.id, method.options, question.options), option)
    yield Step(1.0, result=absence_pictures(request, facts, text))


def asked(
    radiograph: Radiograph,
    model: Model,
    question: Question,
    frame: int,
    files: OwnFiles,
) -> Generator[Step, None, Request]:
    """The request of a question; yields while it reads the files that options name."""
    request = _request(radiograph, model, question, frame)
    if not own_texts(find_method(question.method), question.options):
        return request
    own = {}
    for step in files.read(find_method(question.method), question.options, model.manifest.recipe):
        own = step.result
        yield replace(step, result=None)
    return replace(request, own=own)


def _request(radiograph: Radiograph, model: Model, question: Question, frame: int) -> Request:
    model_input = model.manifest.recipe.apply(radiograph, frame)
    return Request(
        model=model,
        tensor=model_input.tensor,
        to_image=model_input.to_image,
        target=question.target,
        layer=question.layer,
        options=question.options,
        seed=question.seed,
        against=question.against,
    )
