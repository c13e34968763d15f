"""Keeps the views of several panes together: what is zoomed, moved or windowed in one, in all.

Places are shared as fractions of the image (`RelativeView`), so that films of other sizes follow.
A window is shared as it is among views of one image; for another image as the same change of that
image's own first window, since numbers of two files need not mean the same light.
"""

from functools import partial

from PySide6.QtCore import QObject

from desktop.state.panes import PanesState
from desktop.views.image.image_view import ImageView
from desktop.views.image.placement import RelativeView
from desktop.views.panels.stage import Stage
from engine.images.display import default_voi, lut_as_window
from engine.images.radiograph import Lut, Radiograph, Window


class Links(QObject):
    """Listens to all views of the stage.

    Args:
        stage: the panes.
        panes: tells what is linked.
    """

    def __init__(self, stage: Stage, panes: PanesState, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage = stage
        self._panes = panes
        self._seen: dict[ImageView, Radiograph | None] = {}
        self._is_sharing = False
        self._first: dict[tuple[str, int], Window] = {}
        panes.links_changed.connect(self._join)
        stage.each_view(self._listen)

    def _listen(self, view: ImageView) -> None:
        view.view_changed.connect(partial(self._share_place, view))
        view.greys_changed.connect(partial(self._share_window, view))

    def _join(self, _links: frozenset[str]) -> None:
        """What is linked from now on starts from the focused pane."""
        view = self._stage.image
        place = view.relative_view()
        if place is not None:
            self._share_place(view, place)
        self._seen[view] = view.radiograph()
        self._share_window(view)

    def _others(self, view: ImageView) -> list[ImageView]:
        shown = [other for other in self._stage.views if other.radiograph() is not None]
        return [other for other in shown if other is not view] if view in shown else []

    def _share_place(self, view: ImageView, place: RelativeView) -> None:
        if "place" in self._panes.links:
            for other in self._others(view):
                other.show_view(place)

    def _share_window(self, view: ImageView) -> None:
        radiograph = view.radiograph()
        is_new = self._seen.get(view) is not radiograph
        self._seen[view] = radiograph
        # An image that has just come brings its own window, which is nobody's choice.
        if is_new or self._is_sharing or radiograph is None or "window" not in self._panes.links:
            return
        self._is_sharing = True
        for other in self._others(view):
            self._seen[other] = other.radiograph()
            self._show_greys_of(view, other)
        self._is_sharing = False

    def _show_greys_of(self, view: ImageView, other: ImageView) -> None:
        voi, source, to = view.voi(), view.radiograph(), other.radiograph()
        if voi is None or source is None or to is None or other.voi() is None:
            return  # colour images have no window
        if other.is_inverted() != view.is_inverted():
            other.set_inverted(view.is_inverted())
        other.set_equalised(view.is_equalised())
        if to.sha256 == source.sha256:
            other.set_voi(voi)
        elif isinstance(voi, Lut):
            if source.grey.vois and voi is source.grey.vois[0]:
                other.set_voi(default_voi(to, other.frame()))
        elif not view.is_equalised():  # an equalised image is seen as a whole, each in its own way
            first, aim = self._first_window(view), self._first_window(other)
            is_mirrored = source.grey.is_inverted != to.grey.is_inverted
            other.set_voi(same_change(voi, first, aim, is_mirrored=is_mirrored))

    def _first_window(self, view: ImageView) -> Window:
        """Kept for the images on screen: finding it may take a look at every pixel."""
        radiograph = view.radiograph()
        key = (radiograph.sha256, view.frame())
        if key not in self._first:
            shown = [v.radiograph() for v in self._stage.views]
            known = {r.sha256 for r in shown if r is not None}
            self._first = {k: window for k, window in self._first.items() if k[0] in known}
            voi = default_voi(radiograph, view.frame())
            is_lut = isinstance(voi, Lut)
            self._first[key] = lut_as_window(voi, radiograph.grey) if is_lut else voi
        return self._first[key]


def same_change(window: Window, first: Window, aim: Window, *, is_mirrored: bool) -> Window:
    """The window that changes `aim` as `window` changes `first`.

    Width grows by the same factor, the level moves by the same share of the first width.

    Args:
        window: in use in one image.
        first: of that image.
        aim: first window of another image.
        is_mirrored: one of the two files counts dark values upwards, the other bright ones.
    """
    shift = (-1.0 if is_mirrored else 1.0) * (window.centre - first.centre) / first.width
    width = aim.width * window.width / first.width
    return Window(aim.centre + shift * aim.width, max(1.0, width), aim.function)
