"""Commands that change the greys: named windows, equalising. The model never sees any of it."""

from desktop.commands.context import Context, Surface
from engine.images.display import default_voi, named_vois
from engine.images.radiograph import Lut, Window
from engine.images.windows import PRESETS, auto_window, full_window, preset_window


def show_default(context: Context) -> None:
    """The window or LUT that the file asks for."""
    surface = context.surface
    radiograph = surface.radiograph()
    if radiograph is not None:
        show_named(surface, default_voi(radiograph, surface.frame()))


def show_automatic(context: Context) -> None:
    """A window for the film alone, without borders and marks."""
    surface = context.surface
    radiograph = surface.radiograph()
    if radiograph is not None:
        show_named(surface, auto_window(radiograph, surface.frame()))


def show_full(context: Context) -> None:
    """From the smallest to the largest value; LUTs of the file are left out."""
    surface = context.surface
    radiograph = surface.radiograph()
    if radiograph is not None:
        show_named(surface, full_window(radiograph, surface.frame()))


def show_preset(preset_id: str, context: Context) -> None:
    """A window for a purpose: one of `engine.images.windows.PRESETS`."""
    surface = context.surface
    radiograph = surface.radiograph()
    preset = next(preset for preset in PRESETS if preset.id == preset_id)
    if radiograph is not None:
        show_named(surface, preset_window(preset, radiograph, surface.frame()))


def show_file_window(place: int, context: Context) -> None:
    """The window or LUT of that place in the file, from 0; nothing where there are fewer."""
    surface = context.surface
    radiograph = surface.radiograph()
    named = () if radiograph is None else named_vois(radiograph)
    if place < len(named):
        show_named(surface, named[place][1])


def show_named(surface: Surface, voi: Window | Lut) -> None:
    """Shows true greys through a window that was chosen for them."""
    surface.set_equalised(False)
    surface.set_voi(voi)


def equalise(context: Context) -> None:
    """Equalises the contrast on screen, or shows the true greys again."""
    context.surface.set_equalised(not context.surface.is_equalised())


def is_equalised(context: Context) -> bool:
    """Whether contrast is equalised in the focused pane."""
    return context.surface.is_equalised()


def is_inverted(context: Context) -> bool:
    """Whether light and dark are swapped in the focused pane."""
    return context.surface.is_inverted()
