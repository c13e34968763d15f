"""Seeded synthetic frontal chest radiographs with exact lesion and anatomy masks.

``plane`` places a body on the film, ``anatomy`` and ``skeleton`` fill it, ``lesions`` adds
opacities, ``film`` exposes
it, ``make`` ties these together and ``write`` stores DICOM, PNG, masks and labels. numpy and
OpenCV only.
"""

from training.data.phantom.make import KINDS, Phantom, make_phantom

__all__ = ["KINDS", "Phantom", "make_phantom"]
