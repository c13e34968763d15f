"""How training reads images: by the very code that reads them in the clinic."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.images.display import model_grey
from engine.images.radiograph import Facts, Radiograph
from engine.images.reader import read_header, read_here


def read_radiograph(path: Path) -> Radiograph:
    """Decodes a file of one's own in this process, without the clinic's protection."""
    return read_here(path)


def read_grey(path: Path) -> NDArray[np.float32]:
    """(H, W) float32 in [0, 1]: the first frame as the file says it should look."""
    return model_grey(read_here(path))


def read_facts(path: Path) -> Facts:
    """Patient, view, sex, age and more of a DICOM file by its header alone.

    Raises:
        ImageError: the file is no DICOM file or its header is damaged.
    """
    return read_header(path)


def grey_of(radiograph: Radiograph) -> NDArray[np.float32]:
    """(H, W) float32 in [0, 1] of a radiograph that is decoded already, as `read_grey` gives it."""
    return model_grey(radiograph)
