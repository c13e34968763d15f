"""Commands that arrange images side by side, link them, and ask a second question of one image."""

from desktop.commands.context import Context


def one_pane(context: Context) -> None:
    """Shows the focused image alone."""
    context.desk.state.panes.arrange("1")


def two_panes(context: Context) -> None:
    """Shows the image and what belongs beside it."""
    context.desk.state.panes.hang("1x2")


def four_panes(context: Context) -> None:
    """Shows both views of a study above those of its prior."""
    context.desk.state.panes.hang("2x2")


def has_one_pane(context: Context) -> bool:
    """Whether one pane is chosen."""
    return context.desk.state.panes.layout == "1"


def has_two_panes(context: Context) -> bool:
    """Whether two panes are chosen."""
    return context.desk.state.panes.layout == "1x2"


def has_four_panes(context: Context) -> bool:
    """Whether four panes are chosen."""
    return context.desk.state.panes.layout == "2x2"


def next_pane(context: Context) -> None:
    """Focuses the next pane."""
    context.desk.state.panes.step(1)


def previous_pane(context: Context) -> None:
    """Focuses the pane before."""
    context.desk.state.panes.step(-1)


def maximise(context: Context) -> None:
    """Lets the focused pane cover the others, or shows them again."""
    panes = context.desk.state.panes
    panes.maximise(not panes.is_maximised)


def is_maximised(context: Context) -> bool:
    """Whether the focused pane covers the others."""
    return context.desk.state.panes.is_maximised


def compare_with_prior(context: Context) -> None:
    """Shows the current image left and its prior right, or says that there is none."""
    context.desk.compare_with_prior()


def explain_twice(context: Context) -> None:
    """Shows the image once more, to be explained in another way."""
    context.desk.show_twice()


def ask_other_model(context: Context) -> None:
    """Shows the image once more, scored by another model."""
    context.desk.show_twice(with_other_model=True)


def link_places(context: Context) -> None:
    """Zooms and moves all panes together, or each for itself."""
    _turn(context, "place")


def link_windows(context: Context) -> None:
    """Windows all panes together, or each for itself."""
    _turn(context, "window")


def are_places_linked(context: Context) -> bool:
    """Whether panes zoom and move together."""
    return "place" in context.desk.state.panes.links


def are_windows_linked(context: Context) -> bool:
    """Whether panes are windowed together."""
    return "window" in context.desk.state.panes.links


def _turn(context: Context, name: str) -> None:
    panes = context.desk.state.panes
    panes.set_link(name, name not in panes.links)
