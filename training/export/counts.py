"""How many images of what are in a split: what the manifest and the card tell."""

from typing import Any

from training.data.arrays import Split
from training.data.task import Task


def counts_of(task: Task, split: Split) -> dict[str, Any]:
    """``images``, ``patients``, and ``classes``: images by the class's name as shown.

    Binary tasks count their complement too, multi-label ones the images without any finding under
    `NO_FINDING`; an image with two findings counts for both.
    """
    present = split.targets > 0.5
    classes = dict(zip(task.names, present.sum(axis=0).tolist(), strict=True))
    if task.kind != "multiclass":
        absent = task.complement if task.complement is not None else NO_FINDING
        classes[absent] = int((~present).all(axis=1).sum())
    return {
        "images": len(split),
        "patients": len(set(split.patients)),
        "classes": {name: int(count) for name, count in classes.items()},
    }


NO_FINDING = "none of them"
