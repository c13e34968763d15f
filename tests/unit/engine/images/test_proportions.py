"""The shape of a pixel and the pace of frames out of the header, and over the wire."""

import io
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from engine.images.radiograph import Radiograph
from engine.images.reader import read_here
from engine.images.wire import WireError, receive_radiograph, send_radiograph
from engine.measure.mark import Mark
from engine.measure.scale import Calibration, scale_of
from engine.measure.values import measured
from tests.support.dicoms import dataset, encode

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


def read(tmp_path: Path, **tags) -> Radiograph:
    file = tmp_path / "film"
    file.write_bytes(encode(dataset(PIXELS, **tags)))
    return read_here(file)


@pytest.mark.parametrize(
    ("tags", "pixel_hw"),
    [
        ({}, (1.0, 1.0)),
        ({"PixelSpacing": [0.2, 0.1]}, (2.0, 1.0)),
        ({"ImagerPixelSpacing": [0.1, 0.15]}, (1.0, 1.5)),
        ({"PixelSpacing": [0.143, 0.1433]}, (1.0, 1.0)),  # rounded by the maker
        ({"PixelAspectRatio": [4, 3]}, (4 / 3, 1.0)),
        ({"PixelAspectRatio": [4, 3], "PixelSpacing": [0.1, 0.1]}, (1.0, 1.0)),
        ({"PixelAspectRatio": [0, 3]}, (1.0, 1.0)),
        ({"PixelAspectRatio": [40, 3]}, (1.0, 1.0)),
    ],
)
def test_the_spacing_or_the_ratio_tells_the_shape(tmp_path, tags, pixel_hw):
    radiograph = read(tmp_path, **tags)
    assert radiograph.pixel_hw == pytest.approx(pixel_hw)
    is_told = any("true proportions" in note for note in radiograph.notes)
    assert is_told == (pixel_hw != (1.0, 1.0))


def test_a_ratio_that_cannot_be_is_noted(tmp_path):
    assert any("makes no sense" in note for note in read(tmp_path, PixelAspectRatio=[9, 1]).notes)


@pytest.mark.parametrize(
    ("tags", "rate"),
    [
        ({}, None),
        ({"FrameTime": 40.0}, 25.0),
        ({"FrameTime": 40.0, "RecommendedDisplayFrameRate": 12}, 12.0),
        ({"CineRate": 8}, 8.0),
        ({"FrameTime": 0.0, "CineRate": 8}, 8.0),
        ({"CineRate": 100000}, None),
    ],
)
def test_the_pace_of_frames(tmp_path, tags, rate):
    assert read(tmp_path, **tags).frame_rate == rate


def test_both_cross_the_wire_and_are_checked(tmp_path):
    sent = read(tmp_path, PixelSpacing=[0.2, 0.1], FrameTime=50.0)
    stream = io.BytesIO()
    send_radiograph(stream, sent)
    got = receive_radiograph(io.BytesIO(stream.getvalue()), sent.path)
    assert (got.pixel_hw, got.frame_rate) == ((2.0, 1.0), 20.0)
    for broken in ({"pixel_hw": (0.0, 1.0)}, {"pixel_hw": (1.0, 90.0)}, {"frame_rate": -1.0}):
        stream = io.BytesIO()
        send_radiograph(stream, replace(sent, **broken))
        with pytest.raises(WireError):
            receive_radiograph(io.BytesIO(stream.getvalue()), sent.path)


def test_angles_without_millimetres_are_those_of_the_body(tmp_path):
    """Pixels twice as high as wide: 10 columns and 5 rows are equally long."""
    radiograph = read(tmp_path, PixelAspectRatio=[2, 1])
    scale = scale_of(radiograph.spacing, None, radiograph.pixel_hw)
    angle = Mark("angle", ((0.0, 0.0), (0.0, 5.0), (10.0, 0.0)))
    assert measured(angle, radiograph, scale).value("angle") == pytest.approx(45.0)
    calibration = Calibration(((0.0, 0.0), (0.0, 5.0)), 20.0, "2026-01-01T00:00:00Z")
    by_hand = scale_of(None, calibration, radiograph.pixel_hw)
    assert (by_hand.row, by_hand.column) == pytest.approx((4.0, 2.0))
