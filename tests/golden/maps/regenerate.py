"""Writes the networks and the libraries' maps of this folder anew.

Needs TensorFlow, tf-keras-vis, torch and captum. ``python -m tests.golden.maps.regenerate`` is run
by hand, never by a test: a change of the stored maps must be seen and explained. Every pair holds

- ``NAME.onnx``: a network of `tests.support.torch_zoo`, or the small one of
  `tests.support.keras_network`;
- ``NAME.npz``: ``image`` (C, H, W) or (H, W, C) float32, ``index`` of the class, ``versions`` of
  the libraries and, for every row of the tables in `tests.support.map_rows`, ``map:KEY`` (h, w)
  float32. For shap's random draws the mean of `RUNS` runs and its standard error, ``mean:PLACE``
  and ``error:PLACE``, and the ``background`` rows.
"""

from importlib.metadata import version
from pathlib import Path

import numpy as np

from tests.golden.gradients.regenerate import stripped
from tests.support import captum_maps, keras_maps, keras_network
from tests.support.keras_parity import export as export_keras
from tests.support.map_rows import CAPTUM_ROWS, TF_KERAS_VIS_ROWS, TORCH_NETWORKS
from tests.support.torch_parity import EXPORTS, export

FOLDER = Path(__file__).parent
RUNS, SAMPLES = 24, 400
# By the names of our layers: those of Keras; the image under "".
PLACES = {"": None, "last_conv_1/Relu": "last_conv"}


def main() -> None:
    """Write all pairs."""
    for name in TORCH_NETWORKS:
        net = captum_maps.net(name)
        graph = export(net.whole, net.image.repeat(2, 1, 1, 1), EXPORTS[captum_maps.WAY])
        found = {
            row.theirs: captum_maps.captum_map(net, row.theirs)
            for row in CAPTUM_ROWS
            if name in (row.only or TORCH_NETWORKS)
        }
        _write(name, graph, net.image[0].numpy(), net.index, ("torch", "captum"), _maps(found))
    net = keras_network.net()
    found = {row.theirs: keras_maps.vis_map(net, row.theirs) for row in TF_KERAS_VIS_ROWS}
    graph = export_keras(net.complete)
    libraries = ("tensorflow", "keras", "tf-keras-vis", "shap")
    arrays = _maps(found) | _random_maps(net)
    _write("small-keras", graph, net.image[0], net.index, libraries, arrays)


def _maps(found: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    return {f"map:{key}": value.astype(np.float32) for key, value in found.items()}


def _random_maps(net: keras_network.Net) -> dict[str, np.ndarray]:
    """Mean and standard error of shap's expected gradients, and the background rows."""
    arrays = {"background": net.background}
    for place, layer in PLACES.items():
        runs = [
            values for values, _ in keras_network.runs_of_shap(net, SAMPLES, range(RUNS), layer)
        ]
        planes = np.stack(runs).sum(axis=-1)
        error = planes.std(axis=0, ddof=1) / np.sqrt(RUNS)
        arrays[f"mean:{place}"] = planes.mean(axis=0).astype(np.float32)
        arrays[f"error:{place}"] = error.astype(np.float32)
    return arrays


def _write(
    name: str,
    graph: object,
    image: np.ndarray,
    index: int,
    libraries: tuple[str, ...],
    arrays: dict[str, np.ndarray],
) -> None:
    versions = np.array([f"{library} {version(library)}" for library in libraries])
    (FOLDER / f"{name}.onnx").write_bytes(stripped(graph))
    np.savez_compressed(
        FOLDER / f"{name}.npz", image=image, index=index, versions=versions, **arrays
    )


if __name__ == "__main__":
    main()
