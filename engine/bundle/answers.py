"""What a model file of somebody else does not tell, and must be asked: shared by every importer.

A bare ``.onnx`` file becomes a bundle in `engine.inference.foreign`, a Keras file on the training
side; both ask the same questions in the same words.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from engine.bundle.recipe import Recipe
from engine.errors import ForeignModelError, RequestError
from engine.language import said

NUMBERED = "numbered"
NOT_STATED = "Imported from a bare {kind} file; its purpose was not stated."
NOT_FOR = "Anything but research: nothing is known of its training or performance."


@dataclass(frozen=True)
class Answers:
    """What only the model's maker knows. None means: work it out, or ask.

    Attributes:
        classes: class names in output order, or `NUMBERED` for "class 0", "class 1", ...
        activation: ``sigmoid`` | ``softmax``, for graphs that end in logits.
        scaling: a key of `engine.bundle.recipe.SCALINGS`, or ``mean-std``.
        mean: per channel in units of grey 0..1, for ``mean-std``.
        deviation: likewise.
        size_hw: (height, width) of the input, where the graph leaves it open.
        channels: 1 or 3, where the graph leaves it open.
        layout: ``nchw`` | ``nhwc``, where the graph leaves it open.
        fit: how other aspect ratios are fitted; None means ``stretch``.
        name: for people; None means the file's name.
    """

    classes: tuple[str, ...] | str | None = None
    activation: str | None = None
    scaling: str | None = None
    mean: tuple[float, ...] = ()
    deviation: tuple[float, ...] = ()
    size_hw: tuple[int, int] | None = None
    channels: int | None = None
    layout: str | None = None
    fit: str | None = None
    name: str | None = None

    @staticmethod
    def from_mapping(plain: Mapping[str, Any]) -> "Answers":
        """From named values. Raises RequestError on unknown names."""
        known = {field.name for field in fields(Answers)}
        unknown = set(plain) - known
        if unknown:
            raise RequestError(
                said("unknown answer {unknown!r}", unknown=sorted(unknown)[0]),
                hint=said("Known: {known}.", known=", ".join(sorted(known))),
            )
        return Answers(**plain)

    def recipe(self, size_hw: tuple[int, int], channels: int, layout: str) -> Recipe:
        """The recipe of a model with that input; `scaling` is known by then."""
        plain = {
            "height": size_hw[0],
            "width": size_hw[1],
            "channels": channels,
            "layout": layout,
            "scaling": self.scaling,
            "mean": self.mean,
            "deviation": self.deviation,
        }
        return Recipe.from_json(plain if self.fit is None else plain | {"fit": self.fit})


# Each question and the words in which it is asked.
QUESTIONS = {
    "classes": "The file does not name its {count} classes.",
    "activation": "It ends in {count} logits: softmax (one of them) or sigmoid (each alone)?",
    "scaling": "A graph cannot tell how pixels must be scaled (0..1, -1..1, 0..255 ...).",
    "mean": "Scaling by mean and deviation needs the mean per channel, of greys 0..1.",
    "deviation": "Scaling by mean and deviation needs the deviation per channel, of greys 0..1.",
    "size_hw": "The graph leaves the input's height and width open ({shape}).",
    "layout": "It cannot be told which axis of the input {shape} holds the channels.",
    "channels": "The graph leaves the number of input channels open ({shape}).",
}


class Questions:
    """Collects what is left open, so that all of it is asked at once.

    Args:
        words: what the questions name: ``count`` of outputs, ``shape`` of the input.
    """

    def __init__(self, words: Mapping[str, Any]) -> None:
        self._words = words
        self._open: dict[str, str] = {}

    def need(self, name: str, value: Any) -> Any:
        """The value; None is a question."""
        if value is None:
            self._open[name] = said(QUESTIONS[name], **self._words)
        return value

    def need_numbers(self, answers: Answers) -> None:
        """Mean and deviation, where the scaling wants them."""
        if answers.scaling == "mean-std":
            self.need("mean", answers.mean if answers.mean else None)
            self.need("deviation", answers.deviation if answers.deviation else None)

    def raise_if_open(self, path: Path) -> None:
        """Raises ForeignModelError with all open questions."""
        if self._open:
            raise ForeignModelError(
                said("the graph does not tell everything that WhyRay must know"),
                questions=self._open,
                hint=said("Answer: {names}.", names=", ".join(self._open)),
                file=path,
            )


def class_names(given: tuple[str, ...] | str | None, count: int) -> tuple[str, ...] | None:
    """The names of that many outputs; None where nobody has told them.

    Raises:
        RequestError: another number of names.
    """
    if given == NUMBERED:
        return tuple(f"class {index}" for index in range(count))
    if given is None:
        return None
    if len(given) != count:
        raise RequestError(
            said(
                "{names} class names for a model with {outputs} outputs",
                names=len(given),
                outputs=count,
            ),
            hint=said("Name every output once, in order."),
        )
    return tuple(given)


def task_of(count: int, activation: str) -> str:
    """``binary`` (one neuron, or two that exclude each other) | ``multiclass`` | ``multilabel``."""
    if count == 1 or (count == 2 and activation == "softmax"):
        return "binary"
    return "multiclass" if activation == "softmax" else "multilabel"


def names_from(text: str) -> tuple[str, ...]:
    """``a,b,c``, or what a ``.json`` or ``.txt`` file lists. Raises RequestError."""
    path = Path(text)
    if path.suffix.lower() not in (".json", ".txt"):
        return tuple(name.strip() for name in text.split(","))
    try:
        content = path.read_text(encoding="utf-8")
        names = json.loads(content) if path.suffix.lower() == ".json" else content.splitlines()
    except (OSError, ValueError) as error:
        raise RequestError(
            said("--classes {text}: {error}", text=text, error=error),
            hint=said("One name per output."),
        ) from error
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise RequestError(said("--classes {text}: a list of names is needed", text=text))
    return tuple(name.strip() for name in names if name.strip())


def numbers_from(text: str | None, flag: str) -> tuple[float, ...]:
    """``0.5,0.5,0.5``. Raises RequestError naming the flag."""
    try:
        return tuple(float(part) for part in text.split(",")) if text else ()
    except ValueError as error:
        raise RequestError(
            said("{flag} {text}: numbers separated by commas are needed", flag=flag, text=text)
        ) from error


def size_from(text: str | None) -> tuple[int, int] | None:
    """``224x224`` as (height, width). Raises RequestError."""
    if text is None:
        return None
    try:
        height, width = (int(part) for part in text.lower().split("x"))
    except ValueError as error:
        raise RequestError(
            said("--size {text}: HEIGHTxWIDTH is needed, e.g. 224x224", text=text)
        ) from error
    return height, width
