"""Where the image lies in the view: scale and shift in device pixels. No Qt."""

from dataclasses import dataclass, replace

from engine.images.geometry import Affine

LEAST_KEPT_PX = 48  # of the image stays reachable however far it is moved
LARGEST_SCALE = 40.0
SMALLEST_FIT_SHARE = 0.2  # zooming out ends at a fifth of the fitted size


@dataclass(frozen=True)
class Placement:
    """Image point ``(x, y)`` -> device point ``(x * scale + dx, y * scale + dy)``.

    Attributes:
        image_hw: (height, width) of the image in pixels.
        view_hw: (height, width) of the view in device pixels.
        scale: device pixels per image pixel; 1.0 is one to one.
        dx: device x of the image's left edge.
        dy: device y of the image's top edge.
        is_fitted: True while the image shall follow the size of the view.
    """

    image_hw: tuple[int, int]
    view_hw: tuple[int, int]
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0
    is_fitted: bool = False

    def affine(self) -> Affine:
        """Image points to device points."""
        return Affine(a=self.scale, c=self.dx, e=self.scale, f=self.dy)

    def image_point(self, x: float, y: float) -> tuple[float, float]:
        """The image point at a device point."""
        return (x - self.dx) / self.scale, (y - self.dy) / self.scale

    def visible(self) -> tuple[int, int, int, int]:
        """``(left, top, right, bottom)``, the device pixels that the image covers in the view."""
        left, top = round(self.dx), round(self.dy)
        right = round(self.dx + self.scale * self.image_hw[1])
        bottom = round(self.dy + self.scale * self.image_hw[0])
        return max(0, left), max(0, top), min(self.view_hw[1], right), min(self.view_hw[0], bottom)

    def zoomed(self, factor: float, at: tuple[float, float]) -> "Placement":
        """Larger or smaller by `factor`; the image point under device point `at` stays there."""
        smallest = min(1.0, SMALLEST_FIT_SHARE * _fit_scale(self.image_hw, self.view_hw))
        scale = min(max(self.scale * factor, smallest), LARGEST_SCALE)
        x, y = self.image_point(*at)
        return self._at(scale, at[0] - x * scale, at[1] - y * scale)

    def moved(self, dx: float, dy: float) -> "Placement":
        """Moved by device pixels."""
        return self._at(self.scale, self.dx + dx, self.dy + dy)

    def resized(self, view_hw: tuple[int, int]) -> "Placement":
        """In a view of another size: fitted again, or with the same image point in the middle."""
        if self.is_fitted:
            return fitted(self.image_hw, view_hw)
        dx = self.dx + (view_hw[1] - self.view_hw[1]) / 2
        dy = self.dy + (view_hw[0] - self.view_hw[0]) / 2
        return replace(self, view_hw=view_hw)._at(self.scale, dx, dy)

    def _at(self, scale: float, dx: float, dy: float) -> "Placement":
        dx = _kept(dx, scale * self.image_hw[1], self.view_hw[1])
        dy = _kept(dy, scale * self.image_hw[0], self.view_hw[0])
        if scale == 1.0:  # so that image pixels are device pixels, not mixtures of four
            dx, dy = float(round(dx)), float(round(dy))
        return Placement(self.image_hw, self.view_hw, scale, dx, dy)


def fitted(image_hw: tuple[int, int], view_hw: tuple[int, int]) -> Placement:
    """The whole image, as large as possible, centred."""
    scale = _fit_scale(image_hw, view_hw)
    dx = (view_hw[1] - scale * image_hw[1]) / 2
    dy = (view_hw[0] - scale * image_hw[0]) / 2
    if scale == 1.0:
        dx, dy = float(round(dx)), float(round(dy))
    return Placement(image_hw, view_hw, scale, dx, dy, is_fitted=True)


def _fit_scale(image_hw: tuple[int, int], view_hw: tuple[int, int]) -> float:
    return min(view_hw[0] / image_hw[0], view_hw[1] / image_hw[1], LARGEST_SCALE)


def _kept(shift: float, length: float, room: float) -> float:
    """`shift` held so that some of the image stays in the view."""
    kept = min(LEAST_KEPT_PX, length)
    return min(max(shift, kept - length), room - kept)
