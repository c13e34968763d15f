"""What is to be told apart: the kind of task, its classes, and the targets of samples."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError
from training.config.sections import TaskSection
from training.data.index import Sample

# The 14 findings of ChestX-ray14, in the order of its paper.
CHEST_X_RAY_14 = (
    "Atelectasis", "Cardiomegaly", "Effusion", "Infiltration", "Mass", "Nodule", "Pneumonia",
    "Pneumothorax", "Consolidation", "Edema", "Emphysema", "Fibrosis", "Pleural_Thickening",
    "Hernia",
)  # fmt: skip
# Labels of films without the finding: "NORMAL", "no opacity", "non-COVID-19", but not "Nodule".
_ABSENT = re.compile(r"(no|non|normal|negative|without|clear|healthy)([ _-].*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Task:
    """A classification task.

    Attributes:
        kind: ``binary`` (one sigmoid), ``multiclass`` (softmax, classes exclude each other) or
            ``multilabel`` (one sigmoid per class).
        classes: labels, one per output column; binary: the finding alone.
        names: the classes as shown, in the same order.
        complement: binary only: name of the finding's absence.
    """

    kind: str
    classes: tuple[str, ...]
    names: tuple[str, ...]
    complement: str | None = None

    @property
    def activation(self) -> str:
        """``sigmoid`` or ``softmax``, over the output's columns."""
        return "softmax" if self.kind == "multiclass" else "sigmoid"

    def targets(self, samples: Sequence[Sample]) -> NDArray[np.float32]:
        """(N, C) float32, 1 where the sample has the class's label, else 0."""
        rows = [[float(label in sample.labels) for label in self.classes] for sample in samples]
        return np.array(rows, np.float32).reshape(len(samples), len(self.classes))


def task_of(samples: Sequence[Sample], asked: TaskSection) -> Task:
    """The task that samples and configuration describe.

    Raises:
        RequestError: labels and configuration contradict each other, or leave a doubt.
    """
    found = {label for sample in samples for label in sample.labels}
    several = any(len(sample.labels) != 1 for sample in samples)
    kind = asked.kind if asked.kind != "auto" else _kind_of(found, several, asked)
    if kind != "multilabel" and several:
        raise RequestError(
            f"a {kind} task needs exactly one label per image; some have none or several",
            hint='Set kind = "multilabel" in [task], or mend the table.',
        )
    if kind == "binary":
        return _binary(found, asked)
    # Among labels that exclude each other "no finding" is one of them, else the lack of all.
    none = {asked.no_finding} if kind == "multilabel" else set()
    known = asked.classes or tuple(sorted(found - none))
    missing = set(known) - found
    unknown = found - set(known)
    if missing or (unknown and kind == "multiclass") or len(known) < 2:
        raise RequestError(
            f"the classes {', '.join(known)} do not fit the labels {', '.join(sorted(found))}",
            hint="State classes in [task], each the label of at least one image.",
        )
    return Task(kind, known, tuple(label.replace("_", " ").lower() for label in known))


def _kind_of(found: set[str], several: bool, asked: TaskSection) -> str:
    if several or (asked.no_finding in found and len(found) > 2):
        return "multilabel"
    return "multiclass" if len(found) > 2 or len(asked.classes) > 1 else "binary"


def _binary(found: set[str], asked: TaskSection) -> Task:
    present = asked.label
    if present and present not in found:
        raise RequestError(
            f"no image is labelled {present!r}", hint=f"Labels found: {', '.join(sorted(found))}."
        )
    left = [label for label in found if not _ABSENT.fullmatch(label)]
    if not present:
        if len(found) != 2 or len(left) != 1:
            raise RequestError(
                "it is not clear which label is the finding",
                hint=f"Name it: --label {'|'.join(sorted(found))}",
            )
        present = left[0]
    name = asked.finding or present.lower()
    return Task("binary", (present,), (name,), asked.complement or f"no {name}")
