"""Commands that choose what the mouse does, and that turn and flip the image."""

from desktop.commands.context import Context


def take_tool(name: str, context: Context) -> None:
    """The plain left button works with that tool from now on."""
    context.desk.state.tool.choose(name)


def has_tool(name: str, context: Context) -> bool:
    """Whether that tool is in hand."""
    return context.desk.state.tool.tool == name


def toggle_magnifier(context: Context) -> None:
    """Takes the magnifier, or lays it aside."""
    tool = context.desk.state.tool
    tool.magnify(not tool.is_magnifying)


def has_magnifier(context: Context) -> bool:
    """Whether the magnifier lies on the image."""
    return context.desk.state.tool.is_magnifying


def turn_clockwise(context: Context) -> None:
    """A quarter turn to the right."""
    context.surface.turn(1)


def turn_counterclockwise(context: Context) -> None:
    """A quarter turn to the left."""
    context.surface.turn(-1)


def flip_across(context: Context) -> None:
    """Swaps left and right of the screen."""
    context.surface.flip_across()


def flip_down(context: Context) -> None:
    """Swaps top and bottom of the screen."""
    context.surface.flip_down()


def text_density(context: Context) -> None:
    """The corners say less, or all again."""
    context.surface.next_text_density()
