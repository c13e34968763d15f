"""The overlay lies where the map says, over the image it was made for, and nowhere else."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF

from desktop.views.image.image_view import ImageView
from desktop.views.image.overlay_style import OverlayStyle
from desktop.views.image.text_paint import text_font
from engine.bundle.recipe import Recipe
from engine.images.geometry import resize_affine
from engine.images.radiograph import GreyScale, Window
from engine.overlay import blend as engine_blend
from engine.overlay.export import export_picture
from tests.gui.test_image_view_greys import shown_rgb
from tests.gui.test_image_view_place import NONE, send_move
from tests.support.pictures import make_dot, make_explanation, make_radiograph

pytestmark = pytest.mark.gui

BYTE = GreyScale(vois=(Window(127.5, 255.0, "LINEAR_EXACT"),))


@pytest.fixture
def view(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.resize(420, 300)
    view.set_text_density("hidden")
    with qtbot.waitExposed(view):
        view.show()
    return view


def picture_only(view: ImageView) -> np.ndarray:
    """The view without the legend, which lies in the lower right."""
    view._legend_item.setVisible(False)
    return shown_rgb(view)


def centre_of_colour(shown: np.ndarray) -> np.ndarray:
    """(x, y) of the strongest red, in view pixels."""
    rows, columns = np.nonzero(shown[:, :, 0] >= shown[:, :, 0].max() - 1)
    return np.array([columns.mean() + 0.5, rows.mean() + 0.5])


@pytest.mark.parametrize("image_hw", [(600, 420), (300, 840), (100, 140)])
@pytest.mark.parametrize("zoom", [1.0, 1.7, 0.6])
def test_a_dot_lands_on_its_image_point(view, qtbot, image_hw, zoom):
    view.show_radiograph(make_radiograph(np.zeros(image_hw), BYTE))
    view.set_explanation(make_dot((6, 6), (2, 3), image_hw))
    view.set_overlay_style(OverlayStyle(opacity=1.0))
    dot = (image_hw[1] * 3.5 / 6, image_hw[0] * 2.5 / 6)
    view.zoom_by(zoom, view.view_point(*dot))
    qtbot.wait(120)  # sharpened

    found = centre_of_colour(picture_only(view))

    expected = view.view_point(*dot).toTuple()
    np.testing.assert_allclose(found, expected, atol=1.5)


def test_what_a_centre_crop_never_saw_is_not_painted(view):
    recipe = Recipe(10, 10, fit="centre-crop")
    pixels = np.full((300, 420), 100, dtype=np.uint16)
    to_image = recipe.apply_grey(np.zeros((300, 420), dtype=np.float32)).to_image
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_explanation(make_explanation(np.ones((10, 10)), to_image))

    shown = picture_only(view)

    assert (shown[:, :59] == 100).all()
    assert (shown[:, 361:] == 100).all()
    assert (shown[:, 62:358, 0] != 100).all()


def test_nothing_is_painted_beyond_the_image(view):
    view.show_radiograph(make_radiograph(np.zeros((300, 100)), BYTE))
    view.set_explanation(make_explanation(np.ones((3, 3)), resize_affine((3, 3), (300, 100))))

    shown = picture_only(view)

    assert shown[:, 165:255].any()
    assert not shown[:, :159].any()
    assert not shown[:, 261:].any()


def test_peeking_shows_the_bare_image(view):
    pixels = np.full((300, 420), 100, dtype=np.uint16)
    view.show_radiograph(make_radiograph(pixels, BYTE))
    bare = shown_rgb(view)
    view.set_explanation(make_dot((3, 3), (1, 1), (300, 420)))
    covered = shown_rgb(view)

    view.peek(True)
    np.testing.assert_array_equal(shown_rgb(view), bare)
    view.peek(False)
    np.testing.assert_array_equal(shown_rgb(view), covered)
    assert not np.array_equal(bare, covered)


def test_another_image_takes_the_overlay_away(view):
    pixels = np.full((300, 420), 100, dtype=np.uint16)
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_explanation(make_dot((3, 3), (1, 1), (300, 420)))

    view.show_radiograph(make_radiograph(pixels, BYTE))

    assert (shown_rgb(view) == 100).all()


def test_opacity_rebuilds_nothing(view, monkeypatch):
    view.show_radiograph(make_radiograph(np.zeros((300, 420)), BYTE))
    view.set_explanation(make_dot((3, 3), (1, 1), (300, 420)))
    strong = picture_only(view)
    built = []
    monkeypatch.setattr(
        "desktop.views.image.overlay_item.rgba_overlay",
        lambda *args: built.append(1) or engine_blend.rgba_overlay(*args),
    )

    view.set_overlay_style(OverlayStyle(opacity=0.25))
    weak = picture_only(view)
    assert built == []
    assert weak.max() == pytest.approx(strong.max() / 2, abs=2)

    view.set_overlay_style(OverlayStyle(opacity=0.25, threshold=0.9))
    picture_only(view)
    assert built == [1]


def test_the_screen_equals_the_engines_own_blend(view):
    pixels = np.random.default_rng(5).integers(0, 256, (300, 420)).astype(np.uint16)
    values = np.random.default_rng(6).normal(size=(5, 7)).astype(np.float32)
    explanation = make_explanation(values, resize_affine((5, 7), (300, 420)))
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_explanation(explanation)
    view.set_overlay_style(OverlayStyle(opacity=0.6, is_signed=True))
    view._place_sharply()  # not only painted at once

    expected = export_picture(
        make_radiograph(pixels, BYTE), explanation, opacity=0.6, style="signed"
    )[:300]
    difference = np.abs(picture_only(view).astype(int) - expected.astype(int))
    assert difference.max() <= 3  # Qt blends in 8 bits


def test_probe_reads_the_map(view, qtbot):
    view.show_radiograph(make_radiograph(np.zeros((300, 420)), BYTE))
    view.set_explanation(make_dot((3, 3), (1, 1), (300, 420)))

    with qtbot.waitSignal(view.pointer_moved) as moved:
        send_move(view.viewport(), (210, 150), Qt.MouseButton.NoButton, NONE)

    assert moved.args[0].map_values == (("Pneumonia", pytest.approx(1.0)),)


def test_legend_says_when_there_is_no_positive_evidence(view):
    pixels = np.full((300, 420), 100, dtype=np.uint16)
    view.show_radiograph(make_radiograph(pixels, BYTE))
    view.set_explanation(make_explanation(-np.ones((3, 3)), resize_affine((3, 3), (300, 420))))

    words = [text for text, _ in view._legend_item._texts(QFontMetricsF(text_font()))]
    assert "no positive evidence" in words
    assert (picture_only(view) == 100).all()
    assert view.image_point(QPointF(210, 150)) == pytest.approx((210, 150))


@pytest.mark.parametrize("size", [(160, 120), (260, 200), (420, 300), (900, 700)])
def test_legend_stays_in_the_view_and_right_of_the_words_or_below_them(view, size):
    view.resize(*size)
    view.show_radiograph(make_radiograph(np.zeros((300, 420)), BYTE))
    view.set_explanation(make_dot((3, 3), (1, 1), (300, 420)))

    box = view._legend_item._box()

    is_across = box.width() >= size[0] - 20  # in narrow views the words stand above it
    assert is_across == (size[0] < 300)
    assert is_across or box.left() >= size[0] / 2
    assert box.right() < size[0]
    assert box.top() > 0
    assert box.bottom() < size[1]
