"""Explanations that were made already, found again by everything that they depend on.

A model counts by its content, an image by the network input made of it, options with their
defaults filled in, files that they name by what is in them: two ways of asking the same find the
same answer, and nothing else does.
"""

import hashlib
import threading
from collections import OrderedDict
from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from engine.explain.explanation import Explanation, Method, Request
from engine.explain.own_files import own_inputs, own_texts
from engine.inference.model import Model
from engine.options import read_options

LARGEST_BYTES = 128 << 20
Key = tuple[object, ...]


class ExplanationCache:
    """The explanations asked for last, up to a number of bytes. Usable from several threads.

    Args:
        largest_bytes: bytes of maps kept at most; the ones not asked for longest leave first.
    """

    def __init__(self, largest_bytes: int = LARGEST_BYTES) -> None:
        self._largest_bytes = largest_bytes
        self._bytes = 0
        self._kept: OrderedDict[Key, Explanation] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, key: Key) -> Explanation | None:
        """The explanation of that key, if it is still kept."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def keep(self, key: Key, explanation: Explanation) -> None:
        """Keeps a finished explanation; one that is larger than everything allowed is not kept."""
        for array in _arrays(explanation):
            array.flags.writeable = False  # it is handed out more than once
        with self._lock:
            before = self._kept.pop(key, None)
            self._bytes += _size(explanation) - (0 if before is None else _size(before))
            self._kept[key] = explanation
            while self._bytes > self._largest_bytes:
                _, dropped = self._kept.popitem(last=False)
                self._bytes -= _size(dropped)


def key_of(method: Method, request: Request) -> Key:
    """Everything that an explanation depends on.

    Raises:
        RequestError: an option is unknown or does not fit.
    """
    options = asdict(read_options(method.id, method.options, request.options))
    for facts, text in own_texts(method, request.options):
        options[facts.name] = text, own_inputs(request, facts, text).content
    tensor = request.tensor
    return (
        content_hash(request.model),
        request.model.provider,
        hashlib.sha256(tensor.tobytes()).hexdigest(),
        tensor.shape,
        tuple(request.to_image.to_list()),
        method.id,
        request.target,
        request.against,
        request.layer,
        tuple(sorted((name, repr(value)) for name, value in options.items())),
        request.seed,
    )


def content_hash(model: Model) -> str:
    """SHA-256 over the files of the model's bundle, as they were verified."""

    def build() -> str:
        total = hashlib.sha256()
        for name, content in sorted(model.bundle.contents.items()):
            total.update(hashlib.sha256(name.encode() + b"\0" + content).digest())
        return total.hexdigest()

    return model.derived("content hash", build)


def _arrays(explanation: Explanation) -> list[NDArray[np.generic]]:
    return [a for a in (explanation.map, explanation.regions) if a is not None]


def _size(explanation: Explanation) -> int:
    return sum(array.nbytes for array in _arrays(explanation))
