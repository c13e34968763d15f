"""Painting at physical pixels, whatever the screen's scaling (100, 125, 150 %) and offset."""

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage, QPainter, QTransform


@contextmanager
def device_pixels(painter: QPainter) -> Iterator[None]:
    """Inside, one unit of the painter is one physical pixel and (0, 0) the view's corner.

    At fractional scaling the corner of a widget may lie between two physical pixels; it is rounded,
    so that images are copied and never interpolated a second time.
    """
    painter.save()
    painter.setWorldTransform(QTransform())
    device = painter.deviceTransform()
    corner = QTransform.fromTranslate(round(device.dx()), round(device.dy()))
    painter.setWorldTransform(corner * device.inverted()[0])
    yield
    painter.restore()


def grey_image(pixels: NDArray[np.uint8]) -> QImage:
    """A view on (H, W) uint8 grey; the caller keeps `pixels` alive as long as the image."""
    height, width = pixels.shape
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_Grayscale8)


def rgb_image(pixels: NDArray[np.uint8]) -> QImage:
    """A view on (H, W, 3) uint8 RGB; the caller keeps `pixels` alive as long as the image."""
    height, width, _ = pixels.shape
    return QImage(pixels.data, width, height, pixels.strides[0], QImage.Format.Format_RGB888)


def argb_image(pixels: NDArray[np.uint8]) -> QImage:
    """A copy of (H, W, 4) uint8 premultiplied RGBA in Qt's fastest format."""
    height, width, _ = pixels.shape
    rgba = QImage.Format.Format_RGBA8888_Premultiplied
    image = QImage(pixels.data, width, height, pixels.strides[0], rgba)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
