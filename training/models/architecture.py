"""What is known about a network before it is built: the rows of `training.models.ARCHITECTURES`."""

from collections.abc import Callable
from dataclasses import dataclass

import keras

from training.models.head import Head

InputShape = tuple[int, int, int]


@dataclass(frozen=True)
class Architecture:
    """A network that can be trained.

    Attributes:
        id: as in the configuration.
        build: makes the untrained network from (H, W, C) and its `Head`.
        parameters: with a binary head, default options, and an input of `smallest` sides and one
            channel.
        source: where it was published, and what was changed.
        smallest: least side of its input in pixels.
        features: makes the network without its head from (H, W, 3) and published weights:
            ``imagenet`` (Keras downloads them once, into its own cache) or a file; None where
            nothing is published.
        scaling: scaling of the recipe that its ImageNet weights were trained with; "" where there
            are none.
    """

    id: str
    build: Callable[[InputShape, Head], keras.Model]
    parameters: int
    source: str
    smallest: int
    features: Callable[[InputShape, str], keras.Model] | None = None
    scaling: str = ""

    @property
    def has_imagenet(self) -> bool:
        """Whether ImageNet weights exist."""
        return self.features is not None
