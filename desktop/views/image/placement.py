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

    Pixels that are not square are first made so: everything but image points, and the scale, is
    in square pixels.

    Attributes:
        image_hw: (height, width) of the image in pixels, as in the file.
        view_hw: (height, width) of the view in device pixels.
        scale: device pixels per square pixel; 1.0 is one to one.
        dx: device x of the picture's left edge.
        dy: device y of the picture's top edge.
        is_fitted: True while the image shall follow the size of the view.
        orientation: turned and flipped how.
        pixel_hw: height and width of an image pixel in units of `scale`; the shorter side is 1.
    """

    image_hw: tuple[int, int]
    view_hw: tuple[int, int]
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    is_fitted: bool = False
    orientation: Orientation = UPRIGHT
    pixel_hw: tuple[float, float] = (1.0, 1.0)

    @property
    def square_hw(self) -> tuple[int, int]:
        """(height, width) of the image in square pixels, as in the file."""
        return square_size(self.image_hw, self.pixel_hw)

    @property
    def shown_hw(self) -> tuple[int, int]:
        """(height, width) in square pixels as the image lies."""
        return self.orientation.size(self.square_hw)

    def affine(self) -> Affine:
        """Image points to device points."""
        height, width = self._stretch()
        to_device = Affine(a=self.scale, c=self.dx, e=self.scale, f=self.dy)
        if not self.orientation.is_upright:
            to_device = self.orientation.affine(self.square_hw).then(to_device)
        is_square = height == width == 1.0
        return to_device if is_square else Affine.scale(width, height).then(to_device)

    def image_point(self, x: float, y: float) -> tuple[float, float]:
        """The image point at a device point."""
        laid = (x - self.dx) / self.scale, (y - self.dy) / self.scale
        x, y = self.orientation.inverse().point(*laid, self.shown_hw)
        height, width = self._stretch()
        return x / width, y / height

    def device_point(self, x: float, y: float) -> tuple[float, float]:
        """The device point of an image point."""
        x, y = self._laid_point(x, y)
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
        left, top = min(x0, x1), min(y0, y1)
        return Placement(self.image_hw, view_hw, self.scale, left, top, pixel_hw=self.pixel_hw)

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
            return fitted(self.image_hw, view_hw, self.orientation, self.pixel_hw)
        dx = self.dx + (view_hw[1] - self.view_hw[1]) / 2
        dy = self.dy + (view_hw[0] - self.view_hw[0]) / 2
        return replace(self, view_hw=view_hw)._at(self.scale, dx, dy)

    def laid(self, orientation: Orientation) -> "Placement":
        """Turned or flipped: fitted again, or with the same image point in the middle."""
        if self.is_fitted:
            return fitted(self.image_hw, self.view_hw, orientation, self.pixel_hw)
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
            return fitted(self.image_hw, self.view_hw, view.orientation, self.pixel_hw)
        shown_hw = view.orientation.size(self.square_hw)
        scale = view.zoom * _fit_scale(shown_hw, self.view_hw)
        centre = (view.centre[0] * self.image_hw[1], view.centre[1] * self.image_hw[0])
        return self._centred(centre, min(scale, LARGEST_SCALE), view.orientation)

    def _stretch(self) -> tuple[float, float]:
        """Square pixels per image pixel, down and across; whole square pixels in all."""
        (height, width), (rows, columns) = self.square_hw, self.image_hw
        return height / rows, width / columns

    def _laid_point(self, x: float, y: float) -> tuple[float, float]:
        """An image point in square pixels as the image lies."""
        height, width = self._stretch()
        return self.orientation.point(x * width, y * height, self.square_hw)

    def _middle(self) -> tuple[float, float]:
        return self.image_point(self.view_hw[1] / 2, self.view_hw[0] / 2)

    def _centred(
        self, centre: tuple[float, float], scale: float, orientation: Orientation
    ) -> "Placement":
        laid = replace(self, orientation=orientation)
        x, y = laid._laid_point(*centre)
        return laid._at(scale, self.view_hw[1] / 2 - x * scale, self.view_hw[0] / 2 - y * scale)

    def _at(self, scale: float, dx: float, dy: float) -> "Placement":
        height, width = self.shown_hw
        dx = _kept(dx, scale * width, self.view_hw[1])
        dy = _kept(dy, scale * height, self.view_hw[0])
        if scale == 1.0:  # so that image pixels are device pixels, not mixtures of four
            dx, dy = float(round(dx)), float(round(dy))
        return replace(self, scale=scale, dx=dx, dy=dy, is_fitted=False)


def square_size(image_hw: tuple[int, int], pixel_hw: tuple[float, float]) -> tuple[int, int]:
    """(height, width) of an image once its pixels are square; none of them is made smaller."""
    return max(1, round(image_hw[0] * pixel_hw[0])), max(1, round(image_hw[1] * pixel_hw[1]))


def fitted(
    image_hw: tuple[int, int],
    view_hw: tuple[int, int],
    orientation: Orientation = UPRIGHT,
    pixel_hw: tuple[float, float] = (1.0, 1.0),
) -> Placement:
    """The whole image, as large as possible, centred."""
    height, width = orientation.size(square_size(image_hw, pixel_hw))
    scale = _fit_scale((height, width), view_hw)
    dx = (view_hw[1] - scale * width) / 2
    dy = (view_hw[0] - scale * height) / 2
    if scale == 1.0:
        dx, dy = float(round(dx)), float(round(dy))
    return Placement(image_hw, view_hw, scale, dx, dy, True, orientation, pixel_hw)


def around(
    placement: Placement, point: tuple[float, float], scale: float, view_hw: tuple[int, int]
) -> Placement:
    """A view of its own with that image point in its middle; the image may lie outside of it."""
    x, y = placement._laid_point(*point)
    dx, dy = view_hw[1] / 2 - x * scale, view_hw[0] / 2 - y * scale
    if scale == 1.0:
        dx, dy = float(round(dx)), float(round(dy))
    return replace(placement, view_hw=view_hw, scale=scale, dx=dx, dy=dy, is_fitted=False)


def _fit_scale(shown_hw: tuple[int, int], view_hw: tuple[int, int]) -> float:
    return min(view_hw[0] / shown_hw[0], view_hw[1] / shown_hw[1], LARGEST_SCALE)


def _nearest(position: float) -> int:
    """Rounded, halves up: the same after any move by whole pixels, unlike `round`."""
    return math.floor(position + 0.5)


def _kept(shift: float, length: float, room: float) -> float:
    """`shift` held so that some of the image stays in the view."""
    kept = min(LEAST_KEPT_PX, length)
    return min(max(shift, kept - length), room - kept)
