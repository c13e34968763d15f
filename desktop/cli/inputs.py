"""How commands read their inputs: radiographs, or ``.npy`` files as network inputs."""

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from desktop.paths import CONTENT_CHECK
from engine.errors import RequestError, UnreadableFile
from engine.images.admission import Admission
from engine.images.decoder import Decoder
from engine.images.geometry import Affine
from engine.images.radiograph import GreyScale, Radiograph
from engine.inference.content import ContentCheck
from engine.inference.model import Model
from engine.inference.predict import check_tensor
from engine.pipeline import check, open_image


@dataclass(frozen=True)
class NetworkInput:
    """One input, ready for the network.

    Attributes:
        tensor: (1, ...) float32.
        to_image: maps the network's input picture to the pixels of `radiograph`.
        radiograph: the picture to paint on.
        facts: what goes into the JSON about the file.
        admission: the verdict of the input checks; None for ``.npy`` files.
    """

    tensor: NDArray[np.float32]
    to_image: Affine
    radiograph: Radiograph
    facts: dict[str, Any] = field(default_factory=dict)
    admission: Admission | None = None

    @property
    def is_refused(self) -> bool:
        """Whether the input checks refused it."""
        return self.admission is not None and self.admission.verdict == "refused"


@functools.cache
def _content_check() -> ContentCheck:
    return ContentCheck(CONTENT_CHECK)


def read_input(
    path: Path, model: Model, decoder: Decoder, override: str | None = None
) -> NetworkInput:
    """The network input of one file.

    Args:
        path: the file.
        model: whose input.
        decoder: reads it.
        override: why a refused image is wanted all the same; noted in the facts.

    Raises:
        ImageError: the file cannot be read.
        RequestError: a ``.npy`` file does not fit the model.
        ModelError: the content check is damaged.
    """
    if path.suffix.lower() == ".npy":
        return _network_input_of_array(path, model)
    radiograph = open_image(path, decoder)
    admitted, model_input = check(radiograph, model, content_check=_content_check())
    is_overridden = admitted.verdict == "refused" and override is not None
    facts = {
        "sha256": radiograph.sha256,
        "admission": admitted.as_json(),
        "override": {"reason": override} if is_overridden else None,
        "notes": list(radiograph.notes),
    }
    return NetworkInput(
        model_input.tensor, model_input.to_image, radiograph, facts, admission=admitted
    )


def _network_input_of_array(path: Path, model: Model) -> NetworkInput:
    try:
        with path.open("rb") as handle:
            tensor = np.load(handle, allow_pickle=False)
    except OSError as error:
        raise UnreadableFile(f"cannot be read: {error.strerror}", file=path) from error
    except (ValueError, EOFError) as error:
        raise RequestError(f"no numeric NumPy array: {error}", file=path) from error
    check_tensor(model, tensor)
    notes = ["taken as the network input itself"]
    facts = {"sha256": None, "admission": None, "override": None, "notes": notes}
    return NetworkInput(tensor, Affine(), _picture_of(tensor, path, model), facts)


def _picture_of(tensor: NDArray[np.float32], path: Path, model: Model) -> Radiograph:
    """The first channel stretched to 0..65535, only to have something to paint the map on."""
    plane = tensor[0, :, :, 0] if model.manifest.recipe.layout == "nhwc" else tensor[0, 0]
    low, high = float(plane.min()), float(plane.max())
    unit = (plane - low) / (high - low) if high > low else np.zeros_like(plane)
    frames = np.round(unit * 65535.0).astype(np.uint16)[None]
    return Radiograph(path, "", "npy", frames, GreyScale(), 16)
