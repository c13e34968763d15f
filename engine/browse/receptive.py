"""What did a channel respond to: the part of the radiograph that its strongest cell sees."""

from dataclasses import dataclass

from engine.browse.activations import FeatureMaps
from engine.errors import RequestError
from engine.language import said


@dataclass(frozen=True)
class Response:
    """The strongest cell of a channel.

    Attributes:
        channel: from 0.
        row: of the cell, from 0.
        column: of the cell.
        value: its activation.
        corners: (x, y) of the receptive field's corners on the original image, top left first,
            clockwise; it may reach beyond the image, where the network saw padding.
    """

    channel: int
    row: int
    column: int
    value: float
    corners: tuple[tuple[float, float], ...]


def strongest_response(maps: FeatureMaps, channel: int) -> Response:
    """Where a channel fired most and what that cell sees.

    Raises:
        RequestError: the graph does not tell where the layer's cells look.
    """
    row, column = maps.peak(channel)
    return Response(
        channel, row, column, float(maps.values[channel, row, column]),
        receptive_corners(maps, row, column),
    )  # fmt: skip


def receptive_corners(maps: FeatureMaps, row: int, column: int) -> tuple[tuple[float, float], ...]:
    """Corners of a cell's receptive field on the original image; see `Response`."""
    placement = maps.placement
    if placement is None:
        raise RequestError(
            said("what a cell of {name} sees cannot be told from the graph", name=maps.layer.name),
            hint=said("Choose an earlier layer."),
        )
    x, y = placement.to_input.apply(column + 0.5, row + 0.5)
    down, across = (side / 2.0 for side in placement.reach_hw)
    input_to_image = placement.to_input.inverse().then(maps.to_image)
    edges = ((x - across, y - down), (x + across, y - down), (x + across, y + down),
             (x - across, y + down))  # fmt: skip
    return tuple(input_to_image.apply(*corner) for corner in edges)
