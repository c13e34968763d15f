"""What the workers do with kernels and filters; each a thin call of the engine.

ONNX Runtime is imported inside the functions: the window must be up before it is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.jobs import finding
from engine.errors import WhyRayError
from engine.language import said
from engine.progress import Step

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.browse.activations import FeatureMaps
    from engine.browse.dead import Fired
    from engine.browse.weights import Weights
    from engine.images.decoder import Decoder
    from engine.inference.model import Model


@dataclass(frozen=True)
class Source:
    """One image to show to the network.

    Attributes:
        path: the file.
        shown_path: the place that people know it by.
        frame: which frame of it.
    """

    path: Path
    shown_path: Path
    frame: int = 0


@dataclass(frozen=True)
class Watch:
    """What images did to the filters, so far.

    Attributes:
        fired: per layer behind a rectifier, early to late.
        unread: errors of files that could not be read, each naming its file.
    """

    fired: tuple[Fired, ...]
    unread: tuple[WhyRayError, ...]


def load_weights(model: Model) -> tuple[Weights, ...]:
    """The stored kernels of a model, early to late."""
    from engine.browse.weights import all_weights

    return model.derived("stored kernels", lambda: all_weights(model))


def save_kernels(
    folder: Path, stem: str, weights: Weights, output: int, scale: str
) -> Mapping[str, Path]:
    """Writes kernels as they are looked at. Raises OutputError."""
    from engine.browse.export import write_kernels

    return write_kernels(folder, stem, weights, output, scale)


def save_through(
    folder: Path, stem: str, maps: tuple[FeatureMaps, ...], channel: int, scale: str
) -> Mapping[str, Path]:
    """Writes one channel of all layers. Raises OutputError."""
    from engine.browse.export import write_through

    return write_through(folder, stem, maps, channel, scale)


def save_fired(folder: Path, stem: str, fired: tuple[Fired, ...]) -> Path:
    """Writes dead filters as a table. Raises OutputError."""
    from engine.browse.export import write_fired

    return write_fired(folder, stem, fired)


def watch_filters(
    model: Model, sources: tuple[Source, ...], folder: Path | None, decoder: Decoder
) -> Iterator[Step]:
    """Shows images to the network and keeps what each filter did at most.

    Args:
        model: whose filters. Other work with it may be stopped without stopping this.
        sources: the images.
        folder: walked for images in place of `sources`.
        decoder: reads them.

    Yields:
        Steps whose partial is a `Watch`; the last one's result is it.
    """
    from engine.browse.dead import watch

    if folder is not None:
        yield Step(0.0, said("looking for images"))
        found: list[Source] = []
        for step in finding.walk(folder):
            found += [Source(one.path, one.path) for one in step.partial or ()]
            yield Step(0.0, said("looking for images"))
        sources = tuple(found)
    own = model.over(model.bundle)
    unread: list[WhyRayError] = []
    for step in watch(own, _inputs(own, sources, decoder, unread), len(sources)):
        fired = step.partial if step.result is None else step.result
        so_far = Watch(fired, tuple(unread))
        yield replace(step, partial=so_far, result=None if step.result is None else so_far)


def _inputs(
    model: Model, sources: Iterable[Source], decoder: Decoder, unread: list[WhyRayError]
) -> Iterator[NDArray[np.float32]]:
    from engine.pipeline import open_image

    for source in sources:
        try:
            radiograph = open_image(source.path, decoder)
            yield model.manifest.recipe.apply(radiograph, source.frame).tensor
        except WhyRayError as error:
            error.file = source.shown_path
            unread.append(error)
