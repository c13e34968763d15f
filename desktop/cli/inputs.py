"""How commands read their inputs: radiographs, or ``.npy`` files as network inputs."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import RequestError, UnreadableFile
from engine.images.decoder import Decoder
from engine.images.geometry import Affine
from engine.images.radiograph import GreyScale, Radiograph
from engine.inference.model import Model
from engine.inference.predict import check_tensor
from engine.pipeline import admission, open_image


@dataclass(frozen=True)
class NetworkInput:
    """One input, ready for the network.

    Attributes:
        tensor: (1, ...) float32.
        to_image: maps the network's input picture to the pixels of `radiograph`.
        radiograph: the picture to paint on.
        facts: what goes into the JSON about the file.
    """

    tensor: NDArray[np.float32]
    to_image: Affine
    radiograph: Radiograph
    facts: dict[str, Any] = field(default_factory=dict)


def read_input(path: Path, model: Model, decoder: Decoder) -> NetworkInput:
    """The network input of one file. Raises ImageError or RequestError."""
    if path.suffix.lower() == ".npy":
        return _network_input_of_array(path, model)
    radiograph = open_image(path, decoder)
    model_input = model.manifest.recipe.apply(radiograph)
    facts = {
        "sha256": radiograph.sha256,
        "admission": admission(radiograph, model).as_json(),
        "notes": list(radiograph.notes),
    }
    return NetworkInput(model_input.tensor, model_input.to_image, radiograph, facts)


def _network_input_of_array(path: Path, model: Model) -> NetworkInput:
    try:
        with path.open("rb") as handle:
            tensor = np.load(handle, allow_pickle=False)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}", file=path) from error
    except (ValueError, EOFError) as error:
        raise RequestError(f"no numeric NumPy array: {error}", file=path) from error
    check_tensor(model, tensor)
    facts = {"sha256": None, "admission": None, "notes": ["taken as the network input itself"]}
    return NetworkInput(tensor, Affine(), _picture_of(tensor, path, model), facts)


def _picture_of(tensor: NDArray[np.float32], path: Path, model: Model) -> Radiograph:
    """The first channel stretched to 0..65535, only to have something to paint the map on."""
    plane = tensor[0, :, :, 0] if model.manifest.recipe.layout == "nhwc" else tensor[0, 0]
    low, high = float(plane.min()), float(plane.max())
    unit = (plane - low) / (high - low) if high > low else np.zeros_like(plane)
    frames = np.round(unit * 65535.0).astype(np.uint16)[None]
    return Radiograph(path, "", "npy", frames, GreyScale(), 16)
