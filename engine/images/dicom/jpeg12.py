"""A pydicom decoding plugin: 12-bit JPEG (transfer syntax ...4.51) through GDCM.

pydicom's own GDCM plugin refuses 12-bit JPEG Extended; GDCM decodes it. pydicom imports this module
by name (see `engine.images.dicom.pixels`) and asks for the names below.
"""

import gdcm
from pydicom.pixels.decoders.base import DecodeRunner
from pydicom.uid import JPEGExtended12Bit

DECODER_DEPENDENCIES = {JPEGExtended12Bit: ("python-gdcm>=3.2",)}


def is_available(uid: str) -> bool:
    """Whether this plugin decodes `uid`."""
    return uid in DECODER_DEPENDENCIES


def decode_frame(src: bytes, runner: DecodeRunner) -> bytes:
    """One grey frame as little-endian bytes of Bits Allocated each.

    Raises:
        ValueError: GDCM gave another number of bytes than the frame needs.
    """
    image = gdcm.Image()
    image.SetNumberOfDimensions(2)
    image.SetDimensions((runner.columns, runner.rows, 1))
    image.SetDataElement(_element(src))
    photometric = gdcm.PhotometricInterpretation.GetPIType(str(runner.photometric_interpretation))
    image.SetPhotometricInterpretation(gdcm.PhotometricInterpretation(photometric))
    if runner.samples_per_pixel > 1:
        image.SetPlanarConfiguration(runner.planar_configuration)
    syntax = gdcm.TransferSyntax.GetTSType(str.__str__(runner.transfer_syntax))
    image.SetTransferSyntax(gdcm.TransferSyntax(syntax))
    image.SetPixelFormat(
        gdcm.PixelFormat(
            runner.samples_per_pixel,
            runner.bits_allocated,
            runner.bits_stored,
            runner.bits_stored - 1,
            runner.pixel_representation,
        )
    )
    # The binding returns char* as text with surrogates.
    frame = image.GetBuffer().encode("utf-8", "surrogateescape")
    needed = runner.rows * runner.columns * runner.samples_per_pixel * runner.bits_allocated // 8
    if len(frame) != needed:
        raise ValueError(f"GDCM gave {len(frame)} bytes, the frame needs {needed}")
    return frame


def _element(src: bytes) -> "gdcm.DataElement":
    fragment = gdcm.Fragment()
    fragment.SetByteStringValue(src)
    fragments = gdcm.SequenceOfFragments.New()
    fragments.AddFragment(fragment)
    element = gdcm.DataElement(gdcm.Tag(0x7FE0, 0x0010))
    element.SetValue(fragments.__ref__())
    return element
