"""Commands that change how the image and its map look, and that explain."""

from desktop.commands.context import Context
from desktop.state.overlay import OPACITY_STEP

ZOOM_STEP = 1.25


def fit(context: Context) -> None:
    """Shows the whole image."""
    context.surface.fit()


def one_to_one(context: Context) -> None:
    """Shows one image pixel per screen pixel."""
    context.surface.one_to_one()


def zoom_in(context: Context) -> None:
    """Magnifies."""
    context.surface.zoom_by(ZOOM_STEP)


def zoom_out(context: Context) -> None:
    """Makes smaller."""
    context.surface.zoom_by(1.0 / ZOOM_STEP)


def invert(context: Context) -> None:
    """Swaps light and dark on screen; the model never sees it."""
    context.surface.set_inverted(not context.surface.is_inverted())


def reset(context: Context) -> None:
    """Back to the window, inversion and place that the file asks for."""
    context.surface.reset()


def toggle_overlay(context: Context) -> None:
    """Shows or hides the heatmap."""
    overlay = context.desk.state.overlay
    overlay.change(is_visible=not overlay.look.is_visible)


def toggle_superpixels(context: Context) -> None:
    """Draws the map as superpixels, or as colours again."""
    overlay = context.desk.state.overlay
    overlay.change(mode="heat" if overlay.look.mode == "superpixels" else "superpixels")


def toggle_boxes(context: Context) -> None:
    """Draws boxes around the regions that reach the threshold, or colours again."""
    overlay = context.desk.state.overlay
    overlay.change(mode="heat" if overlay.look.mode == "boxes" else "boxes")


def toggle_contours(context: Context) -> None:
    """Draws lines of equal value, or colours again."""
    overlay = context.desk.state.overlay
    overlay.change(mode="heat" if overlay.look.mode == "contour" else "contour")


def toggle_together(context: Context) -> None:
    """Shows all findings that were explained in the same way, or only the chosen one."""
    overlay = context.desk.state.overlay
    overlay.change(is_together=not overlay.look.is_together)


def more_opacity(context: Context) -> None:
    """Makes the heatmap denser."""
    overlay = context.desk.state.overlay
    overlay.change(opacity=overlay.look.opacity + OPACITY_STEP)


def less_opacity(context: Context) -> None:
    """Makes the heatmap thinner."""
    overlay = context.desk.state.overlay
    overlay.change(opacity=overlay.look.opacity - OPACITY_STEP)


def next_class(context: Context) -> None:
    """Goes to the map of the next class."""
    context.desk.reading.step_class(1)


def previous_class(context: Context) -> None:
    """Goes to the map of the class before."""
    context.desk.reading.step_class(-1)


def explain(context: Context) -> None:
    """Computes the heatmap that the pickers ask for."""
    context.desk.state.overlay.change(is_visible=True)
    context.desk.reading.explain()


def cancel(context: Context) -> None:
    """Ends one thing per press: drag or drawing, work, tool and magnifier; then resets the view."""
    if context.surface.escape() or context.desk.cancel() or context.desk.state.tool.lay_aside():
        return
    context.surface.reset()


def show_layers(context: Context) -> None:
    """Opens the network up: what every layer saw."""
    context.shell.show_layers()


def compare_maps(context: Context) -> None:
    """Opens the comparison: maps of several methods, models, classes, layers."""
    context.shell.show_comparison()


def compare_models(context: Context) -> None:
    """Opens the list of all images by how much two models disagree about them."""
    context.shell.show_opinions()


def test_map(context: Context) -> None:
    """Tests how far the map on screen can be believed."""
    context.desk.reading.test_map()


def test_map_thoroughly(context: Context) -> None:
    """The same with many more runs of the model."""
    context.desk.reading.test_map(is_thorough=True)
