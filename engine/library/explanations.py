"""Explanations: that a map was made and how; the map itself can be made again and is not kept."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.library.images import image_of

if TYPE_CHECKING:  # pulls in ONNX Runtime
    from engine.explain.explanation import Explanation


@dataclass(frozen=True)
class Explained:
    """How a map was made.

    Attributes:
        key: of the image.
        frame: of which frame.
        model_id: of which model.
        method: method id.
        target: the explained class.
        against: the class it was explained against; empty: none.
        layer: its name; empty for methods on the input.
        options: as canonical JSON.
        seed: of everything random.
        passes: model runs.
        seconds: wall time.
        digest: of the model; empty where it is not known.
    """

    key: str
    frame: int
    model_id: str
    method: str
    target: str
    against: str
    layer: str
    options: str
    seed: int
    passes: int
    seconds: float
    digest: str = ""


def explained_of(
    key: str, frame: int, made: Explanation, own: tuple[str, ...], digest: str = ""
) -> Explained:
    """What is kept of an explanation.

    Args:
        key: of the image.
        frame: of which frame.
        made: the explanation.
        own: names of options that hold paths, whose folders may tell of people; left out.
        digest: of the model that made it.
    """
    options = {name: value for name, value in made.options.items() if name not in own}
    return Explained(
        key, frame, made.model_id, made.method, made.target.name,
        "" if made.against is None else made.against.name, made.layer or "",
        json.dumps(options, sort_keys=True, default=str), made.seed, made.passes, made.seconds,
        digest,
    )  # fmt: skip


def put_explanation(connection: sqlite3.Connection, explained: Explained, at: str) -> bool:
    """Files an explanation, once for each way of asking. False: the image is not known."""
    known = image_of(connection, explained.key)
    if known is None:
        return False
    e = explained
    connection.execute(
        "INSERT OR REPLACE INTO explanations (image_id, model_id, frame, at, method, target, "
        "against, layer, options, seed, passes, seconds, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            known[0], e.model_id, e.frame, at, e.method, e.target, e.against, e.layer, e.options,
            e.seed, e.passes, e.seconds, e.digest,
        ),
    )  # fmt: skip
    return True
