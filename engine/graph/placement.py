"""Where a cell of a feature map looks: the exact affine from a layer's grid to the network's input.

Stretching a map over the whole input, as the papers do, puts every cell where it looks only if all
convolutions pad symmetrically. Unpadded or strided layers shift and shrink the grid, by several
per cent of the image. The centre of each cell's receptive field is known in closed form, axis by
axis: a window operator with stride s, dilation d, kernel k and padding p in front maps continuous
output coordinates u (edges at whole numbers, `engine.images.geometry`) to input coordinates
``s u + (1 - s)/2 + d (k - 1)/2 - p``.

References:
    Araujo, Norris, Sim, Computing Receptive Fields of Convolutional Neural Networks, Distill 2019.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onnx import NodeProto

from engine.graph.facts import GraphFacts, attributes
from engine.graph.layers import trace_layouts
from engine.graph.windows import same_padding
from engine.images.geometry import Affine

_WINDOWED = frozenset({"Conv", "MaxPool", "AveragePool", "LpPool"})
_TOLERANCE = 1e-6


@dataclass(frozen=True)
class Track:
    """``input = scale * u + shift`` on one axis; a cell sees `reach` input pixels about it."""

    scale: float = 1.0
    shift: float = 0.0
    reach: float = 1.0

    def through(self, scale: float, shift: float, reach: int = 1) -> "Track":
        """The track of a grid whose coordinates map to this one's by ``scale * u + shift``.

        Args:
            scale: cells of this grid per cell of the new one.
            shift: of the new grid's origin, in cells of this one.
            reach: cells of this grid that a cell of the new one reads.
        """
        seen = self.reach + (reach - 1) * self.scale
        return Track(self.scale * scale, self.scale * shift + self.shift, seen)


Tracks = tuple[Track, Track]  # rows, columns


@dataclass(frozen=True)
class Placement:
    """Where the cells of a feature map look.

    Attributes:
        to_input: maps points of the grid to points of the input picture.
        reach_hw: (height, width) in input pixels of what a cell sees, its receptive field, centred
            where `to_input` puts the cell's centre. Gates that look at the whole picture (squeeze
            and excitation) are not counted.
    """

    to_input: Affine
    reach_hw: tuple[float, float]


def place(facts: GraphFacts, tensor: str) -> Affine | None:
    """Maps points of a 4-D tensor's grid to points of the input picture; see `find_placement`."""
    found = find_placement(facts, tensor)
    return None if found is None else found.to_input


def find_placement(facts: GraphFacts, tensor: str) -> Placement | None:
    """Where the cells of a 4-D tensor look.

    Branches that join with the same stride are averaged, as their receptive fields are.

    Returns:
        None where the graph moves pixels in a way that no affine describes.
    """
    layouts = trace_layouts(facts)
    placed: dict[str, Tracks | None] = {facts.input_name: (Track(), Track())}
    for node in facts.nodes:
        if placed.keys().isdisjoint(node.input):
            continue  # made of stored numbers alone
        tracks = _after(facts, node, placed, layouts)
        placed.update((name, tracks) for name in node.output)
        if tensor in node.output:
            break
    tracks = placed.get(tensor)
    if tracks is None:
        return None
    rows, columns = tracks
    to_input = Affine(columns.scale, 0.0, columns.shift, 0.0, rows.scale, rows.shift)
    return Placement(to_input, (rows.reach, columns.reach))


def _after(
    facts: GraphFacts,
    node: NodeProto,
    placed: Mapping[str, Tracks | None],
    layouts: Mapping[str, tuple[str, ...]],
) -> Tracks | None:
    """The tracks of a node's outputs."""
    shape = facts.shape(node.output[0])
    sources = [placed[n] for n in node.input if n in placed and _has_extent(facts, n, layouts)]
    if shape is None or len(shape) != 4 or not sources or None in sources:
        return None
    joined = _joined([tracks for tracks in sources if tracks is not None])
    if joined is None:
        return None
    if node.op_type in _WINDOWED:
        return _through_windows(facts, node, joined)
    if node.op_type in ("Pad", "Slice"):
        return _through_border(facts, node, joined, layouts)
    if node.op_type in ("Resize", "Upsample", "ConvTranspose", "DepthToSpace", "SpaceToDepth"):
        return None
    if node.op_type == "Reshape":
        return joined if _moves_only_ones(facts, node) else None
    if node.op_type != "Transpose" and not _keeps_extent(facts, node, placed, layouts):
        return None
    return joined


def _has_extent(facts: GraphFacts, tensor: str, layouts: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether a tensor has rows and columns; a gate of 1 x 1 (squeeze and excitation) has none."""
    shape = facts.shape(tensor) or ()
    axes = layouts.get(tensor, ("N", "C", "H", "W"))
    return len(shape) == 4 and [shape[axes.index(a)] for a in "HW"] != [1, 1]


def _joined(sources: Sequence[Tracks]) -> Tracks | None:
    """The mean of tracks with the same scale; None where the scales differ."""
    axes = []
    for axis in (0, 1):
        tracks = [source[axis] for source in sources]
        if max(t.scale for t in tracks) - min(t.scale for t in tracks) > _TOLERANCE:
            return None
        shift = sum(t.shift for t in tracks) / len(tracks)
        # The centre of cell 0 lies at scale / 2 + shift, whatever the track.
        reach = max(t.reach + 2 * abs(t.shift - shift) for t in tracks)
        axes.append(Track(tracks[0].scale, shift, reach))
    return axes[0], axes[1]


def _through_windows(facts: GraphFacts, node: NodeProto, tracks: Tracks) -> Tracks | None:
    attrs = attributes(node)
    size = (facts.shape(node.input[0]) or (None,) * 4)[2:]
    kernel = attrs.get("kernel_shape") or (facts.shape(node.input[1]) or ())[2:]
    strides = attrs.get("strides", (1, 1))
    dilations = attrs.get("dilations", (1, 1))
    begins = list(attrs.get("pads", (0, 0, 0, 0)))[:2]
    word = attrs.get("auto_pad", "NOTSET")
    axes = []
    for axis, track in enumerate(tracks):
        reach = dilations[axis] * (kernel[axis] - 1) + 1
        begin = begins[axis]
        if word in ("SAME_UPPER", "SAME_LOWER"):
            if not isinstance(size[axis], int):
                return None
            is_upper = word == "SAME_UPPER"
            begin, _ = same_padding(size[axis], reach, strides[axis], upper=is_upper)
        elif word == "VALID":
            begin = 0
        step = strides[axis]
        axes.append(track.through(step, (1 - step) / 2 + (reach - 1) / 2 - begin, reach))
    return axes[0], axes[1]


def _through_border(
    facts: GraphFacts,
    node: NodeProto,
    tracks: Tracks,
    layouts: Mapping[str, tuple[str, ...]],
) -> Tracks | None:
    """Pad and Slice move the grid by whole cells."""
    axes_of = layouts.get(node.input[0])
    moved = _pad_begins(facts, node) if node.op_type == "Pad" else _slice_begins(facts, node)
    if axes_of is None or moved is None:
        return None
    rows, columns = (
        track.through(1.0, moved[axes_of.index(a)]) for track, a in zip(tracks, "HW", strict=True)
    )
    return rows, columns


def _pad_begins(facts: GraphFacts, node: NodeProto) -> list[float] | None:
    stored = facts.initializer(node.input[1]) if len(node.input) > 1 else None
    pads = attributes(node).get("pads") if stored is None else stored.tolist()
    if pads is None or len(pads) != 8:
        return None
    return [-float(begin) for begin in pads[:4]]


def _slice_begins(facts: GraphFacts, node: NodeProto) -> list[float] | None:
    """First element kept on each axis, for slices of step 1 with stored bounds."""
    if len(node.input) < 3:
        return None
    stored = [facts.initializer(name) if name else None for name in node.input[1:]]
    starts = stored[0]
    axes = stored[2] if len(stored) > 2 else range(4)
    steps = stored[3] if len(stored) > 3 else None
    if starts is None or axes is None or (steps is not None and any(s != 1 for s in steps)):
        return None
    begins = [0.0] * 4
    shape = facts.shape(node.input[0]) or (None,) * 4
    for axis, start in zip(axes, starts, strict=False):
        extent = shape[int(axis)]
        if start < 0 and not isinstance(extent, int):
            return None
        begins[int(axis)] = float(start if start >= 0 else extent + start)
    return begins


def _moves_only_ones(facts: GraphFacts, node: NodeProto) -> bool:
    """Whether a Reshape is a Transpose of a single channel, as exporters write it."""
    sizes = [facts.shape(name) or () for name in (node.input[0], node.output[0])]
    rows_columns = [[size for size in shape[1:] if size != 1] for shape in sizes]
    return len(rows_columns[0]) == 2 and rows_columns[0] == rows_columns[1]


def _keeps_extent(
    facts: GraphFacts,
    node: NodeProto,
    placed: Mapping[str, Tracks | None],
    layouts: Mapping[str, tuple[str, ...]],
) -> bool:
    """Whether rows and columns of the output are those of the inputs that have any."""
    out = node.output[0]
    axes = layouts.get(out, ("N", "C", "H", "W"))
    wanted = [(facts.shape(out) or ())[axes.index(a)] for a in "HW"]
    for name in node.input:
        shape = facts.shape(name) if name in placed else None
        if shape is not None and len(shape) == 4:
            own = layouts.get(name, axes)
            extent = [shape[own.index(a)] for a in "HW"]
            if extent not in (wanted, [1, 1]):
                return False
    return True
