"""A small Keras network with a question about it, and what shap answers.

Imports TensorFlow, which takes seconds: to be imported where it is used, not where tests are
collected.
"""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import keras
import numpy as np

from tests.support import keras_parity
from tests.support.map_rows import Question
from tests.support.shap_package import import_shap
from tests.support.toys import open_toy

SIZE = 16
LAYER = keras_parity.LAST_MAP["SmallCNN"]


@dataclass(frozen=True)
class Net:
    """A Keras network that returns logits, and a question about it.

    Attributes:
        model: the network.
        complete: the same with its softmax, as it is exported.
        image: (1, SIZE, SIZE, 3).
        background: (N, SIZE, SIZE, 3) other images.
        index: the explained class.
    """

    model: keras.Model
    complete: keras.Model
    image: np.ndarray
    background: np.ndarray
    index: int

    def ask(self, folder: Path) -> Question:
        """The same question about the exported network."""
        graph = keras_parity.export(self.complete)
        recipe = {"layout": "nhwc", "channels": 3, "height": SIZE, "width": SIZE}
        return Question(open_toy(folder, graph, **recipe), self.image[0], self.index)

    def seen(self, image: np.ndarray | None = None) -> tuple[np.ndarray, np.ndarray]:
        """(K, h, w) activations of the last feature map and d logit/d activations, by tape."""
        image = self.image if image is None else image
        _, activation, _, gradient = keras_parity.tape(self.model, [LAYER], image)
        return activation[0].astype(np.float64), gradient[0].astype(np.float64)


def net() -> Net:
    """The small network with its first image; the others are the background."""
    keras.utils.set_random_seed(0)
    rng = np.random.default_rng(1)
    images = keras_parity.smooth_images(6, SIZE, rng)
    model = keras_parity.build("SmallCNN", SIZE, None)
    keras_parity.randomise(model, images, rng)
    complete = keras_parity.build("SmallCNN", SIZE, "softmax")
    complete.set_weights(model.get_weights())
    return Net(model, complete, images[:1], images[1:], keras_parity.INDEX)


def by_shap(of: Net, samples: int, seed: int, layer: str | None = None) -> tuple[np.ndarray, ...]:
    """One run of `runs_of_shap`."""
    return runs_of_shap(of, samples, [seed], layer)[0]


def runs_of_shap(
    of: Net, samples: int, seeds: Iterable[int], layer: str | None = None
) -> list[tuple[np.ndarray, ...]]:
    """`shap.GradientExplainer` by run: attributions (h, w, C) and what it calls their variances.

    Args:
        of: the network.
        samples: draws of a background row and a place on the path.
        seeds: of the draws, one for each run.
        layer: layer at whose output differences are taken; None for the image.
    """
    shap = import_shap()
    model, image, rows = of.model, of.image, of.background
    if layer is not None:
        output = of.model.get_layer(layer).output
        head, tail = keras.Model(of.model.inputs, output), (output, of.model.outputs[0])
        model, image, rows = tail, head(image).numpy(), head(rows).numpy()
    explainer = shap.GradientExplainer(model, rows)  # it traces its gradients once
    found = []
    with quiet():
        for seed in seeds:
            values, variances, _ = explainer.shap_values(
                image,
                nsamples=samples,
                ranked_outputs=np.array([[of.index]]),
                output_rank_order="custom",
                rseed=seed,
                return_variances=True,
            )
            found.append((values[0, ..., 0], variances[0][0]))
    return found


@contextmanager
def quiet() -> Iterator[None]:
    """Without progress bars of `Model.predict`, and without Keras' note on inputs in lists."""
    was = keras.config.is_interactive_logging_enabled()
    keras.config.disable_interactive_logging()
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "The structure of `inputs` doesn't match")
        yield
    if was:
        keras.config.enable_interactive_logging()
