"""Where the image lies in the view: orientation, scale and shift in device pixels. No Qt."""

import math
from dataclasses import dataclass, replace

from desktop.views.image.orientation import UPRIGHT, Orientation
from engine.images.geometry import Affine

Box = tuple[int, int, int, int]  # (left, top, right, bottom)

LEAST_KEPT_PX = 48  # of the image stays reachable however far it is moved
LARGEST_SCALE = 40.0
SMALLEST_FIT_SHARE = 0.2  # zooming out ends at a fifth of the fitted size


@dataclass(frozen=True)
class RelativeView:
    """A place that views and images of different sizes can share.

    Attributes:
        zoom: scale as a multiple of the scale that fits the image into its view.
        centre: image point ``(x, y)`` in the middle of the view, as fractions of the image's sides.
        orientation: how the image lies.
        is_fitted: True while the image shall follow the size of its view.
    """

    zoom: float
    centre: tuple[float, float]
    orientation: Orientation
    is_fitted: bool


@dataclass(frozen=True)
class Placement:
    """Image point ``(x, y)`` -> device point ``orientation.point(x, y) * scale + (dx, dy)``.

    Attributes:
        image_hw: (height, width) of the image in pixels, as in the file.
        view_hw: (height, width) of the view in device pixels.
        scale: device pixels per image pixel; 1.0 is one to one.
        dx: device x of the picture's left edge.
        dy: device y of the picture's top edge.
        is_fitted: True while the image shall follow the size of the view.
        orientation: turned and flipped how.
    """

    image_hw: tuple[int, int]
    view_hw: tuple[int, int]
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    is_fitted: bool = False
    orientation: Orientation = UPRIGHT

    @property
    def shown_hw(self) -> tuple[int, int]:
        """(height, width) in image pixels as the image lies."""
        return self.orientation.size(self.image_hw)

    def affine(self) -> Affine:
        """Image points to device points."""
        to_device = Affine(a=self.scale, c=self.dx, e=self.scale, f=self.dy)
        if self.orientation.is_upright:
            return to_device
        return self.orientation.affine(self.image_hw).then(to_device)

    def image_point(self, x: float, y: float) -> tuple[float, float]:
        """The image point at a device point."""
        laid = (x - self.dx) / self.scale, (y - self.dy) / self.scale
        return self.orientation.inverse().point(*laid, self.shown_hw)

    def device_point(self, x: float, y: float) -> tuple[float, float]:
        """The device point of an image point."""
        x, y = self.orientation.point(x, y, self.image_hw)
        return x * self.scale + self.dx, y * self.scale + self.dy

    def extent(self) -> Box:
        """The device pixels that the whole image covers, in the view or beyond it."""
        height, width = self.shown_hw
        right, bottom = self.dx + self.scale * width, self.dy + self.scale * height
        return _nearest(self.dx), _nearest(self.dy), _nearest(right), _nearest(bottom)

    def visible(self) -> Box:
        """The device pixels that the image covers in the view."""
        left, top, right, bottom = self.extent()
        return max(0, left), max(0, top), min(self.view_hw[1], right), min(self.view_hw[0], bottom)

    def upright(self) -> "Placement":
        """The same in a view that is turned and flipped with the image, which lies as in its file.

        What is made there and then laid by `orientation` is what belongs here.
        """
        if self.orientation.is_upright:
            return self
        back = self.orientation.inverse()
        height, width = self.shown_hw
        x0, y0 = back.point(self.dx, self.dy, self.view_hw)
        x1, y1 = back.point(
            self.dx + self.scale * width, self.dy + self.scale * height, self.view_hw
        )
        view_hw = back.size(self.view_hw)
        return Placement(self.image_hw, view_hw, self.scale, min(x0, x1), min(y0, y1))

    def zoomed(self, factor: float, at: tuple[float, float]) -> "Placement":
        """Larger or smaller by `factor`; the image point under device point `at` stays there."""
        smallest = min(1.0, SMALLEST_FIT_SHARE * _fit_scale(self.shown_hw, self.view_hw))
        scale = min(max(self.scale * factor, smallest), LARGEST_SCALE)
        x, y = (at[0] - self.dx) / self.scale, (at[1] - self.dy) / self.scale
        return self._at(scale, at[0] - x * scale, at[1] - y * scale)

    def moved(self, dx: float, dy: float) -> "Placement":
        """Moved by device pixels."""
        return self._at(self.scale, self.dx + dx, self.dy + dy)

    def resized(self, view_hw: tuple[int, int]) -> "Placement":
        """In a view of another size: fitted again, or with the same image point in the middle."""
        if self.is_fitted:
            return fitted(self.image_hw, view_hw, self.orientation)
        dx = self.dx + (view_hw[1] - self.view_hw[1]) / 2
        dy = self.dy + (view_hw[0] - self.view_hw[0]) / 2
        return replace(self, view_hw=view_hw)._at(self.scale, dx, dy)

    def laid(self, orientation: Orientation) -> "Placement":
        """Turned or flipped: fitted again, or with the same image point in the middle."""
        if self.is_fitted:
            return fitted(self.image_hw, self.view_hw, orientation)
        return self._centred(self._middle(), self.scale, orientation)

    def relative(self) -> RelativeView:
        """The same place in words that fit any view."""
        x, y = self._middle()
        centre = (x / self.image_hw[1], y / self.image_hw[0])
        zoom = self.scale / _fit_scale(self.shown_hw, self.view_hw)
        return RelativeView(zoom, centre, self.orientation, self.is_fitted)

    def like(self, view: RelativeView) -> "Placement":
        """Where another view's place puts this image in this view."""
        if view.is_fitted:
            return fitted(self.image_hw, self.view_hw, view.orientation)
        shown_hw = view.orientation.size(self.image_hw)
        scale = view.zoom * _fit_scale(shown_hw, self.view_hw)
        centre = (view.centre[0] * self.image_hw[1], view.centre[1] * self.image_hw[0])
        return self._centred(centre, min(scale, LARGEST_SCALE), view.orientation)

    def _middle(self) -> tuple[float, float]:
        return self.image_point(self.view_hw[1] / 2, self.view_hw[0] / 2)

    def _centred(
        self, centre: tuple[float, float], scale: float, orientation: Orientation
    ) -> "Placement":
        x, y = orientation.point(*centre, self.image_hw)
        laid = replace(self, orientation=orientation)
        return laid._at(scale, self.view_hw[1] / 2 - x * scale, self.view_hw[0] / 2 - y * scale)

    def _at(self, scale: float, dx: float, dy: float) -> "Placement":
        height, width = self.shown_hw
        dx = _kept(dx, scale * width, self.view_hw[1])
        dy = _kept(dy, scale * height, self.view_hw[0])
        if scale == 1.0:  # so that image pixels are device pixels, not mixtures of four
            dx, dy = float(round(dx)), float(round(dy))
        return Placement(self.image_hw, self.view_hw, scale, dx, dy, orientation=self.orientation)


def fitted(
    image_hw: tuple[int, int], view_hw: tuple[int, int], orientation: Orientation = UPRIGHT
) -> Placement:
    """The whole image, as large as possible, centred."""
    height, width = orientation.size(image_hw)
    scale = _fit_scale((height, width), view_hw)
    dx = (view_hw[1] - scale * width) / 2
    dy = (view_hw[0] - scale * height) / 2
    if scale == 1.0:
        dx, dy = float(round(dx)), float(round(dy))
    return Placement(image_hw, view_hw, scale, dx, dy, is_fitted=True, orientation=orientation)


def around(
    placement: Placement, point: tuple[float, float], scale: float, view_hw: tuple[int, int]
) -> Placement:
    """A view of its own with that image point in its middle; the image may lie outside of it."""
    x, y = placement.orientation.point(*point, placement.image_hw)
    dx, dy = view_hw[1] / 2 - x * scale, view_hw[0] / 2 - y * scale
    if scale == 1.0:
        dx, dy = float(round(dx)), float(round(dy))
    hw = placement.image_hw
    return Placement(hw, view_hw, scale, dx, dy, orientation=placement.orientation)


def _fit_scale(shown_hw: tuple[int, int], view_hw: tuple[int, int]) -> float:
    return min(view_hw[0] / shown_hw[0], view_hw[1] / shown_hw[1], LARGEST_SCALE)


def _nearest(position: float) -> int:
    """Rounded, halves up: the same after any move by whole pixels, unlike `round`."""
    return math.floor(position + 0.5)


def _kept(shift: float, length: float, room: float) -> float:
    """`shift` held so that some of the image stays in the view."""
    kept = min(LEAST_KEPT_PX, length)
    return min(max(shift, kept - length), room - kept)
