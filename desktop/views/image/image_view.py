"""The `ImageView`: one radiograph, its overlay and its words in one scene.

The scene's coordinates are the view's logical pixels; what belongs to the image (marks, regions)
hangs under `marks_root`, whose coordinates are original image pixels, edges at whole numbers.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QRegion,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsItemGroup,
    QGraphicsRectItem,
    QGraphicsScene,
    QGraphicsView,
    QWidget,
)

from desktop.views.image.corner_words import DENSITIES, Shown
from desktop.views.image.hand import Hand
from desktop.views.image.lens_item import LensItem
from desktop.views.image.orientation import UPRIGHT, Orientation
from desktop.views.image.overlay_item import OverlayItem
from desktop.views.image.overlay_style import OverlayStyle
from desktop.views.image.placement import Placement, RelativeView, fitted
from desktop.views.image.probe import read_pixel
from desktop.views.image.radiograph_item import RadiographItem
from desktop.views.image.surroundings import Surroundings
from desktop.views.image.window_drag import full_span, window_of_rectangle
from engine.explain.explanation import Explanation
from engine.images.display import LEVELS, compose_lut, default_voi, lut_as_window
from engine.images.equalise import EQUALISED, Equalised, equalised
from engine.images.radiograph import Lut, Radiograph, Spacing, Window

SHARPEN_AFTER_MS = 45
_BAND_COLOUR = QColor(255, 210, 90)


@dataclass(frozen=True)
class ViewLook:
    """What a person chose for the image on screen.

    Attributes:
        place: zoom, place and orientation.
        voi: window or LUT of the true greys; None for colour images.
        is_inverted: whether light and dark are swapped.
        is_equalised: whether local contrast is equalised.
        density: of the words in the corners.
    """

    place: RelativeView
    voi: Window | Lut | None
    is_inverted: bool
    is_equalised: bool
    density: str


class ImageView(QGraphicsView):
    """Shows one frame of a radiograph with everything that stands over it.

    A new radiograph always starts clean: its own window, not inverted, fitted, *without* the
    explanation of the one before.
    """

    window_changed = Signal(object)  # Window | Lut now shown; None for colour images
    greys_changed = Signal()  # window, inversion, equalising or the image itself
    pointer_moved = Signal(object)  # ProbeReading, or None off the image
    zoom_changed = Signal(float)  # device pixels per image pixel
    placed = Signal()  # the image lies elsewhere in the view
    view_changed = Signal(object)  # RelativeView, when the person zoomed, moved, turned, flipped
    context_menu_requested = Signal(QPoint)  # global screen position
    maximise_requested = Signal()  # double click
    # What the person did in one go, for undoing it:
    window_dragged = Signal(object, object)  # Window | Lut before and after
    orientation_changed = Signal(object, object)  # Orientation before and after
    # Asked of whoever holds the files and the overlay:
    frame_step_asked = Signal(int)  # frames on
    image_step_asked = Signal(int)  # images on
    opacity_step_asked = Signal(int)  # notches, denser when positive

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radiograph: Radiograph | None = None
        self._frame = 0
        self._voi: Window | Lut | None = None
        self._is_inverted = False
        self._even: Equalised | None = None  # while it is shown
        self._voi_before_even: Window | Lut | None = None
        self._span: tuple[float, float] | None = None  # found when somebody drags
        self._placement: Placement | None = None
        self._explanation: Explanation | None = None
        self._beside: tuple[Explanation, ...] = ()
        self._style = OverlayStyle()
        self._is_peeking = False
        self._density = DENSITIES[0]
        self._is_masked = False
        self._unmoved = QPointF()  # device pixels, what pans have left over
        self._lut = np.zeros(LEVELS, dtype=np.uint8)
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN_AFTER_MS)
        self._sharpen.timeout.connect(self._place_sharply)
        self._build_scene()
        self._set_up()
        self.hand = Hand(self, self._lens_item)

    def _build_scene(self) -> None:
        scene = QGraphicsScene(self)
        self._image_item, self._overlay_item = RadiographItem(), OverlayItem()
        self.marks_root = QGraphicsItemGroup()
        self.marks_root.setHandlesChildEvents(False)
        self._around = Surroundings()
        self._text_item, self._legend_item = self._around.text, self._around.legend
        self._lens_item = LensItem(self._image_item)
        self._band_item = QGraphicsRectItem()
        self._band_item.setPen(QPen(_BAND_COLOUR, 1.0, Qt.PenStyle.DashLine))
        self._band_item.setVisible(False)
        for height, item in enumerate(
            (
                self._image_item,
                self._overlay_item,
                self.marks_root,
                *self._around.items,
                self._band_item,
                self._lens_item,
            )
        ):
            item.setZValue(height)
            scene.addItem(item)
        self.setScene(scene)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setBackgroundBrush(Qt.GlobalColor.black)
        # `drawBackground` covers everything; the style would fill it all once more before.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        # Everything lies over everything: bookkeeping of small regions costs more than it saves.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)
        for surface in (self, self.viewport()):  # files that fall here are the window's
            surface.setAcceptDrops(False)

    # What is shown

    def show_radiograph(self, radiograph: Radiograph | None, frame: int = 0) -> None:
        """Another image, or nothing: forgets window, inversion, place and explanation.

        Another frame of the same image forgets only the explanation.
        """
        self.hand.drop()
        if radiograph is not None and radiograph is self._radiograph:
            self._show_frame(radiograph, frame)
            return
        self._radiograph, self._frame, self._span = radiograph, frame, None
        self._around.set_spacing(None)
        self.set_explanation(None)
        self._is_inverted = False
        self._even = self._voi_before_even = None
        self._show_even_badge()
        self._placement = None
        if radiograph is None:
            self._image_item.show_pixels(None)
            self._take_voi(None)
            return
        is_colour = radiograph.colour is not None
        self._image_item.show_pixels(
            radiograph.colour[frame] if radiograph.colour is not None else radiograph.frames[frame],
            radiograph.pixel_hw,
        )
        self._take_voi(None if is_colour else default_voi(radiograph, frame))
        self._place(self._fitted(radiograph), is_fast=True)  # sharp once the rest has settled

    def _show_frame(self, radiograph: Radiograph, frame: int) -> None:
        if frame == self._frame:
            return
        self._frame, self._span = frame, None
        self.set_explanation(None)
        is_even = self.is_equalised()
        self._even = equalised(radiograph, frame) if is_even else None
        is_grey = radiograph.colour is None
        pixels = self.grey_pixels() if is_grey else radiograph.colour[frame]
        self._image_item.show_pixels(pixels, radiograph.pixel_hw)
        self._refresh_lut()
        self._refresh_words()

    def radiograph(self) -> Radiograph | None:
        """The image shown."""
        return self._radiograph

    def frame(self) -> int:
        """The frame shown, from 0."""
        return self._frame

    def set_explanation(
        self, explanation: Explanation | None, beside: tuple[Explanation, ...] = ()
    ) -> None:
        """Lays that explanation over the image, or takes the overlay away.

        Args:
            explanation: the one that was asked for.
            beside: of other classes, made in the same way; shown where the style wants findings
                together.
        """
        beside = () if explanation is None else beside
        before = (self._explanation, *self._beside)
        if [id(one) for one in before] == [id(one) for one in (explanation, *beside)]:
            return
        self._explanation, self._beside = explanation, beside
        self._overlay_item.show_explanation(explanation, self._image_hw(), beside)
        self._refresh_overlay()

    def say_place(self, place: str) -> None:
        """Says in the legend where the map lies; empty where that is not known."""
        self._around.say_place(place)

    def set_overlay_style(self, style: OverlayStyle) -> None:
        """Other looks of the overlay."""
        self._style = style
        self._overlay_item.set_style(style, self._image_hw())
        self._refresh_overlay()

    def overlay_style(self) -> OverlayStyle:
        """The overlay's looks."""
        return self._style

    def peek(self, is_hidden: bool) -> None:
        """While `is_hidden`, nothing of the model is on the image (hold-to-hide)."""
        self._is_peeking = is_hidden
        self._refresh_overlay()

    def set_text_density(self, density: str) -> None:
        """How much the corners say: one of `DENSITIES`."""
        self._density = density
        self._refresh_words()

    def next_text_density(self) -> None:
        """The corners say less, or all again."""
        following = DENSITIES.index(self._density) + 1
        self.set_text_density(DENSITIES[following % len(DENSITIES)])

    def text_density(self) -> str:
        """How much the corners say."""
        return self._density

    def set_badge(self, key: str, text: str) -> None:
        """Says in the view, whatever its density, how the picture was altered; empty: no more."""
        self._around.set_badge(key, text)
        self._refresh_words()

    def set_spacing(self, spacing: Spacing | None) -> None:
        """The pixel size that the person measured, for the scale bar; None: the file's."""
        self._around.set_spacing(spacing)
        self._refresh_words()

    def set_masked(self, is_masked: bool) -> None:
        """Hides who the patient is and when the image was made, or says it again."""
        self._is_masked = is_masked
        self._refresh_words()

    def has_overlay(self) -> bool:
        """Whether a map is painted on the image now."""
        return self._overlay_item.isVisible()

    def grab_view(self, *, is_clean: bool = False) -> QImage:
        """What the view shows now, at device pixels.

        Args:
            is_clean: without map, marks and words; what says that the picture was altered stays.
        """
        if self._sharpen.isActive():
            self._place_sharply()
        return self._grab_clean() if is_clean else self.viewport().grab().toImage()

    def _grab_clean(self) -> QImage:
        density, is_peeking = self._density, self._is_peeking
        self.marks_root.setVisible(False)
        self.peek(True)
        self.set_text_density("hidden")
        picture = self.viewport().grab().toImage()
        self.marks_root.setVisible(True)
        self.peek(is_peeking)
        self.set_text_density(density)
        return picture

    # Window and inversion

    def voi(self) -> Window | Lut | None:
        """The window or LUT in use; None without an image and for colour images."""
        return self._voi

    def set_voi(self, voi: Window | Lut) -> None:
        """Shows the greys through that window or LUT. Colour images have none and ignore it."""
        if self._radiograph is None or self._radiograph.colour is not None or voi is self._voi:
            return
        self._take_voi(voi)

    def legend_box(self) -> QRectF:
        """Where the legend stands, in view coordinates; empty while there is none."""
        box = self._around.legend.box()
        return QRectF(self.mapFromScene(box).boundingRect()) if not box.isEmpty() else box

    def is_inverted(self) -> bool:
        """True when the reader turned the greys around."""
        return self._is_inverted

    def set_inverted(self, is_inverted: bool) -> None:
        """Turns the greys around, or back."""
        self._is_inverted = is_inverted
        self._refresh_lut()
        self._refresh_words()

    def is_equalised(self) -> bool:
        """True while local contrast is equalised for the eye."""
        return self._even is not None

    def set_equalised(self, is_on: bool) -> None:
        """Equalises local contrast and shows all of it, or shows the greys that were there before.

        Colour images ignore it.
        """
        radiograph = self._radiograph
        if radiograph is None or radiograph.colour is not None or is_on == self.is_equalised():
            return
        before, self._voi_before_even = self._voi_before_even, self._voi if is_on else None
        self._even = equalised(radiograph, self._frame) if is_on else None
        self._image_item.show_pixels(self.grey_pixels(), radiograph.pixel_hw)
        self._show_even_badge()
        self._take_voi(before if self._even is None else self._even.window)

    def grey_pixels(self) -> NDArray[np.uint16]:
        """(H, W) what the window is applied to: the frame, or the equalised frame."""
        return self._radiograph.frames[self._frame] if self._even is None else self._even.pixels

    def lut(self) -> NDArray[np.uint8]:
        """(65536,) the table in use, from `grey_pixels` to light."""
        return self._lut

    def _show_even_badge(self) -> None:
        text = self.tr("Contrast equalised, for the eye only")
        self.set_badge(EQUALISED, "" if self._even is None else text)

    def begin_window(self) -> Window | None:
        """The window that a drag starts from: the one in use, or the one nearest to the LUT."""
        if isinstance(self._voi, Lut) and self._radiograph is not None:
            return lut_as_window(self._voi, self._radiograph.grey)
        return self._voi if isinstance(self._voi, Window) else None

    def value_span(self) -> tuple[float, float]:
        """(lowest, highest) modality value of the frame."""
        if self._radiograph is None:
            return 0.0, 1.0
        if self._span is None:
            self._span = full_span(self._radiograph, self._frame)
        return self._span

    def show_band(self, band: QRectF | None) -> None:
        """Shows a rubber band in view coordinates, or none."""
        self._band_item.setVisible(band is not None)
        if band is not None:
            self._band_item.setRect(band)

    def window_from(self, band: QRectF) -> None:
        """Sets the window from the pixels under a rectangle of the view."""
        if self._radiograph is None:
            return
        x0, y0 = self.image_point(band.topLeft())
        x1, y1 = self.image_point(band.bottomRight())
        height, width = self._radiograph.size_hw
        box = (
            max(0, math.floor(x0)),
            max(0, math.floor(y0)),
            min(width, math.ceil(x1)),
            min(height, math.ceil(y1)),
        )
        if box[2] > box[0] and box[3] > box[1]:
            self.set_equalised(False)
            self.set_voi(window_of_rectangle(self._radiograph, self._frame, box))

    # Zoom and place

    def fit(self) -> None:
        """The whole image, centred; it follows the size of the view from now on."""
        if self._radiograph is not None:
            self._move_to(self._fitted(self._radiograph, self.orientation()))

    def one_to_one(self) -> None:
        """One image pixel per device pixel, the middle of the view kept."""
        if self._placement is not None:
            self._move_to(self._placement.zoomed(1.0 / self._placement.scale, self._middle()))

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms about a view point; about the middle when there is none."""
        if self._placement is None:
            return
        point = self._middle() if at is None else self._device_point(at)
        self._move_to(self._placement.zoomed(factor, point), is_fast=True)

    def pan_by(self, moved: QPointF) -> None:
        """Moves the image by view pixels, in steps of whole device pixels."""
        if self._placement is None:
            return
        wanted = self._unmoved + moved * self.viewport().devicePixelRatioF()
        whole = QPointF(round(wanted.x()), round(wanted.y()))
        self._unmoved = wanted - whole
        self._move_to(self._placement.moved(whole.x(), whole.y()), is_fast=True)

    def orientation(self) -> Orientation:
        """How the image lies."""
        return UPRIGHT if self._placement is None else self._placement.orientation

    def lay(self, orientation: Orientation) -> None:
        """Turns or flips the image; marks, overlay and probe follow."""
        before = self.orientation()
        if self._placement is not None and orientation != before:
            self._move_to(self._placement.laid(orientation))
            self.orientation_changed.emit(before, orientation)

    def turn(self, quarter_turns: int) -> None:
        """Turns the image on screen, clockwise when positive."""
        self.lay(self.orientation().turned(quarter_turns))

    def flip_across(self) -> None:
        """Swaps left and right of the screen."""
        self.lay(self.orientation().flipped_across())

    def flip_down(self) -> None:
        """Swaps top and bottom of the screen."""
        self.lay(self.orientation().flipped_down())

    def relative_view(self) -> RelativeView | None:
        """The place in words that fit any view; None without an image."""
        return None if self._placement is None else self._placement.relative()

    def show_view(self, view: RelativeView, *, is_fast: bool = True) -> None:
        """Takes another view's place. Does not emit `view_changed`, so that views can be linked."""
        if self._placement is not None:
            self._place(self._placement.like(view), is_fast=is_fast)

    def look(self) -> ViewLook | None:
        """How the image is shown now, to be shown so by another view; None without an image."""
        place = self.relative_view()
        if place is None:
            return None
        voi = self._voi_before_even if self._even is not None else self._voi
        is_even = self.is_equalised()
        return ViewLook(place, voi, self._is_inverted, is_even, self._density)

    def show_look(self, look: ViewLook) -> None:
        """Shows the same image as another view did."""
        self.set_text_density(look.density)
        if look.voi is not None:
            self.set_voi(look.voi)
        self.set_inverted(look.is_inverted)
        self.set_equalised(look.is_equalised)
        self.show_view(look.place, is_fast=False)

    def zoom(self) -> float:
        """Device pixels per image pixel; 1.0 without an image."""
        return 1.0 if self._placement is None else self._placement.scale

    def reset(self) -> None:
        """Window, inversion, orientation and zoom as they were when the image came."""
        if self._radiograph is None:
            return
        self._is_inverted = False
        self.set_equalised(False)
        has_window = self._radiograph.colour is None
        self._take_voi(default_voi(self._radiograph, self._frame) if has_window else None)
        self._move_to(self._fitted(self._radiograph))

    def placement(self) -> Placement | None:
        """Where the image lies; None without one."""
        return self._placement

    def image_point(self, at: QPointF) -> tuple[float, float]:
        """The image point ``(x, y)`` under a view point; may lie outside of the image."""
        if self._placement is None:
            return at.x(), at.y()
        return self._placement.image_point(*self._device_point(at))

    def view_point(self, x: float, y: float) -> QPointF:
        """The view point of an image point."""
        return self.marks_root.mapToScene(QPointF(x, y))

    def escape(self) -> bool:
        """Ends what is being drawn or dragged, as if it had not begun. False: there was nothing."""
        return self.hand.escape()

    def scroll_by(self, steps: int) -> None:
        """Asks for another frame; for another image where there is one frame only."""
        has_frames = self._radiograph is not None and self._radiograph.frame_count > 1
        (self.frame_step_asked if has_frames else self.image_step_asked).emit(steps)

    def request_menu(self, at: QPointF) -> None:
        """Asks for the context menu at a view point."""
        self.context_menu_requested.emit(self.viewport().mapToGlobal(at.toPoint()))

    # Inside

    def _fitted(self, radiograph: Radiograph, orientation: Orientation = UPRIGHT) -> Placement:
        return fitted(radiograph.size_hw, self._device_hw(), orientation, radiograph.pixel_hw)

    def _image_hw(self) -> tuple[int, int] | None:
        return None if self._radiograph is None else self._radiograph.size_hw

    def _device_hw(self) -> tuple[int, int]:
        ratio, size = self.viewport().devicePixelRatioF(), self.viewport().size()
        # Rounded up: at fractional scaling the last physical pixel is covered only in part.
        return math.ceil(size.height() * ratio - 1e-6), math.ceil(size.width() * ratio - 1e-6)

    def _device_point(self, at: QPointF) -> tuple[float, float]:
        ratio = self.viewport().devicePixelRatioF()
        return at.x() * ratio, at.y() * ratio

    def _middle(self) -> tuple[float, float]:
        height, width = self._device_hw()
        return width / 2, height / 2

    def _move_to(self, placement: Placement, *, is_fast: bool = False) -> None:
        """Where the person wants the image to be."""
        self._place(placement, is_fast=is_fast)
        self.view_changed.emit(placement.relative())

    def _place(self, placement: Placement, *, is_fast: bool = False) -> None:
        before, self._placement = self._placement, placement
        self._image_item.place(placement, is_fast=is_fast)
        self._overlay_item.place(placement, is_fast=is_fast)
        if is_fast:
            self._sharpen.start()
        else:
            self._sharpen.stop()
        share = 1.0 / self.viewport().devicePixelRatioF()
        at = placement.affine()
        to_view = [part * share for part in (at.a, at.d, at.b, at.e, at.c, at.f)]
        self.marks_root.setTransform(QTransform(*to_view))
        has_turned = before is not None and before.orientation != placement.orientation
        if before is None or before.scale != placement.scale or has_turned:
            self._refresh_words()
            self.zoom_changed.emit(placement.scale)
        self.placed.emit()
        self.hand.refresh_lens()

    def _place_sharply(self) -> None:
        if self._placement is not None:
            self._place(self._placement)

    def _take_voi(self, voi: Window | Lut | None) -> None:
        self._voi = voi
        self._refresh_lut()
        self._refresh_words()
        self.window_changed.emit(voi)

    def _refresh_lut(self) -> None:
        radiograph = self._radiograph
        if radiograph is not None:
            self._compose_lut(radiograph)
        self.greys_changed.emit()

    def _compose_lut(self, radiograph: Radiograph) -> None:
        voi = self._voi if self._voi is not None else default_voi(radiograph, self._frame)
        self._lut = compose_lut(radiograph.grey, voi, is_user_inverted=self._is_inverted)
        self._image_item.set_lut(self._lut)

    def _refresh_words(self) -> None:
        shown = Shown(
            self._frame,
            self.zoom(),
            self._voi,
            self._is_inverted,
            self._density,
            self._is_masked,
        )
        ratio = self.viewport().devicePixelRatioF()
        self._around.tell(self._radiograph, self._placement, shown, ratio)

    def _refresh_overlay(self) -> None:
        is_shown = (
            self._explanation is not None
            and self._radiograph is not None
            and self._style.is_visible
            and not self._is_peeking
        )
        self._overlay_item.setVisible(is_shown)
        self._legend_item.setVisible(is_shown)
        scale = self._overlay_item.scale_of_values
        layers = self._overlay_item.layers
        self._around.show_legend(self._explanation, scale, self._style, layers)

    def _fit_scene(self) -> None:
        area = QRectF(self.viewport().rect())
        self.setSceneRect(area)
        for item in (self._image_item, self._overlay_item, self._around):
            item.set_area(area)
        if self._placement is not None:
            self._place(self._placement.resized(self._device_hw()))
            self._refresh_words()

    def _probe(self, at: QPointF) -> None:
        if self._radiograph is None:
            return
        point = self.image_point(at)
        reading = read_pixel(
            self._radiograph,
            self._frame,
            point,
            (self.grey_pixels(), self._lut),
            (self._explanation, *self._beside),
        )
        self.pointer_moved.emit(reading)

    # Qt

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:  # noqa: D102, N802
        # Black, but not where the image will lie: at 3840x2160 that is a third of a frame.
        around = QRegion(rect.toAlignedRect()) - QRegion(self._image_item.covered())
        for part in around:
            painter.fillRect(part, self.backgroundBrush())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if self._radiograph is not None:
            self.hand.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if not self.hand.move(event):
            self._probe(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        self.hand.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: D102
        if event.button() == Qt.MouseButton.LeftButton:
            self.maximise_requested.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: D102
        if self._radiograph is not None:
            self.hand.wheel(event, self._radiograph.frame_count)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if self.scene().focusItem() is not None:  # a text is being typed on the image
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.hand.hold_space(True)
        else:
            event.ignore()  # the window has keys of its own

    def keyReleaseEvent(self, event: QKeyEvent) -> None:  # noqa: D102
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hand.hold_space(False)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: D102
        self.hand.let_go_of_keys()
        super().focusOutEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: D102
        # The mouse's right button is `ZoomDrag`'s; here remains the keyboard's menu key.
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.context_menu_requested.emit(event.globalPos())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: D102
        self.hand.leave()
        self.pointer_moved.emit(None)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: D102
        super().resizeEvent(event)
        self._fit_scene()

    def event(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._fit_scene()
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: D102
        if event.type() == QEvent.Type.Gesture:
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if pinch is not None:
                self.hand.pinch(pinch)
                event.accept()
                return True
        if event.type() == QEvent.Type.NativeGesture:  # of a touch pad
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1.0 + event.value(), event.position())
            return True
        return super().viewportEvent(event)
