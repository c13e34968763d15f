"""The whole story in one module: a file goes in, a score and its explanation come out.

The window, the command line and the batch run all call these functions, in this order.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from engine.bundle.recipe import ModelInput
from engine.explain.explanation import Request
from engine.explain.registry import find_method
from engine.images.admission import Admission, Population, admit
from engine.images.decoder import Decoder
from engine.images.radiograph import Radiograph
from engine.images.reader import open_radiograph
from engine.inference.model import Model
from engine.inference.predict import Prediction
from engine.inference.predict import predict as predict_tensor
from engine.inference.target import Target
from engine.progress import Step


@dataclass(frozen=True)
class Reading:
    """A scored radiograph.

    Attributes:
        prediction: what the model says.
        admission: whether the image is one that the model may be asked about.
        model_input: what the model saw.
    """

    prediction: Prediction
    admission: Admission
    model_input: ModelInput


@dataclass(frozen=True)
class Question:
    """What to explain and how.

    Attributes:
        method: method id.
        target: the class.
        layer: layer name or tensor; None lets the method choose.
        options: the method's options.
        seed: of everything random.
    """

    method: str
    target: Target
    layer: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    seed: int = 0


def open_image(path: Path, decoder: Decoder | None = None) -> Radiograph:
    """Reads a file in a child process. Raises ImageError with the file and the reason."""
    return open_radiograph(path, decoder=decoder)


def predict(radiograph: Radiograph, model: Model, frame: int = 0) -> Reading:
    """Scores one frame; whether refused images' scores are shown is the caller's to decide."""
    model_input = model.manifest.recipe.apply(radiograph, frame)
    prediction = predict_tensor(model, model_input.tensor)
    return Reading(prediction, admission(radiograph, model), model_input)


def admission(radiograph: Radiograph, model: Model) -> Admission:
    """Whether this image is one that this model may be asked about."""
    return admit(radiograph, Population.from_json(model.manifest.admission))


def explain(
    radiograph: Radiograph, model: Model, question: Question, frame: int = 0
) -> Iterator[Step]:
    """Explains one score of one frame; the last step's `result` is the `Explanation`."""
    model_input = model.manifest.recipe.apply(radiograph, frame)
    request = Request(
        model=model,
        tensor=model_input.tensor,
        to_image=model_input.to_image,
        target=question.target,
        layer=question.layer,
        options=question.options,
        seed=question.seed,
    )
    return iter(find_method(question.method).run(request))
