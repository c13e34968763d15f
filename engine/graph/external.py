"""Weights that an exporter wrote into a file beside the model, taken into the model itself.

Where a model of two files is imported, the second file is named by the first, that is, by a
stranger. So the name must be that of a plain file in the model's own folder, no link, and every
tensor must lie inside it with exactly the number of bytes that its shape and element type need.
Afterwards the model is one file like any other, and nothing beside it is ever opened again.
"""

import os
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from onnx import GraphProto, ModelProto, TensorProto

from engine.errors import ModelError
from engine.language import said

# What a Protobuf message, and so a model in one file, can hold.
LARGEST_MODEL = 2**31 - 1

_BITS = {
    TensorProto.FLOAT: 32, TensorProto.UINT8: 8, TensorProto.INT8: 8, TensorProto.UINT16: 16,
    TensorProto.INT16: 16, TensorProto.INT32: 32, TensorProto.INT64: 64, TensorProto.BOOL: 8,
    TensorProto.FLOAT16: 16, TensorProto.DOUBLE: 64, TensorProto.UINT32: 32,
    TensorProto.UINT64: 64, TensorProto.BFLOAT16: 16, TensorProto.UINT4: 4, TensorProto.INT4: 4,
}  # fmt: skip


def embed_external_data(model: ModelProto, folder: Path) -> None:
    """Read all weights kept beside the model into it (changed in place).

    Args:
        model: as parsed; tensors with external data name their file.
        folder: where the model's file lies.

    Raises:
        ModelError: a file is missing, lies elsewhere, is a link, or does not hold what the tensor
            needs; or the whole would exceed what one file can hold.
    """
    total = model.ByteSize()
    for tensor in external_tensors(model):
        facts = {entry.key: entry.value for entry in tensor.external_data}
        path = _beside(folder, facts.get("location", ""), tensor)
        offset, length = _extent(tensor, facts)
        total += length
        if total > LARGEST_MODEL:
            raise ModelError(
                said("the weights beside this model are larger than one ONNX file can hold (2 GB)"),
                hint=said("Export a smaller model, or one in half precision."),
            )
        raw = _read(path, offset, length, tensor)
        del tensor.external_data[:]
        tensor.data_location = TensorProto.DEFAULT
        tensor.raw_data = raw


def external_tensors(model: ModelProto) -> Iterator[TensorProto]:
    """Every stored tensor of a model, also inside attributes and functions, that lies elsewhere."""
    nodes = [node for function in model.functions for node in function.node]
    graphs: list[GraphProto] = [model.graph]
    while graphs or nodes:
        if graphs:
            graph = graphs.pop()
            nodes.extend(graph.node)
            yield from _outside(graph.initializer)
            for sparse in graph.sparse_initializer:
                yield from _outside((sparse.values, sparse.indices))
            continue
        for attribute in nodes.pop().attribute:
            yield from _outside((attribute.t, *attribute.tensors))
            graphs.extend(g for g in (attribute.g, *attribute.graphs) if g.node)


def _outside(tensors: object) -> Iterator[TensorProto]:
    return (t for t in tensors if t.data_location == TensorProto.EXTERNAL)


def _beside(folder: Path, location: str, tensor: TensorProto) -> Path:
    """The file in the model's folder; refuses any other place and any link."""
    is_plain = (
        location not in ("", ".", "..")
        and "\0" not in location
        and PurePosixPath(location).name == location
        and PureWindowsPath(location).name == location
    )
    if not is_plain:
        raise ModelError(
            said(
                "its weights ('{name}') are said to lie in '{location}', which is not a "
                "file beside the model",
                name=tensor.name,
                location=location,
            ),
            hint=said(
                "Only a plain file name in the model's own folder is read. Save the model "
                "again as one file."
            ),
            details={"tensor": tensor.name, "location": location},
        )
    path = folder / location
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        raise ModelError(
            said(
                "its weights are in the file '{location}', which is missing beside it",
                location=location,
            ),
            hint=said(
                "Put '{location}' into the same folder as the model, under this name.",
                location=location,
            ),
            details={"tensor": tensor.name, "location": location, "reason": str(error.strerror)},
        ) from error
    if not stat.S_ISREG(mode):
        raise ModelError(
            said(
                "its weights' file '{location}' is a link or no ordinary file, and is not read",
                location=location,
            ),
            hint=said("Put the file itself beside the model."),
            details={"tensor": tensor.name, "location": location},
        )
    return path


def _extent(tensor: TensorProto, facts: dict[str, str]) -> tuple[int, int]:
    """(offset, length) in bytes; refuses what does not fit the tensor's shape."""
    bits = _BITS.get(tensor.data_type)
    count = 1
    for size in tensor.dims:
        count *= size
    try:
        offset, length = int(facts.get("offset", 0)), int(facts.get("length", -1))
    except ValueError:
        offset, length = -1, -1
    needed = None if bits is None else (count * bits + 7) // 8
    if needed is None or min((count, offset, *tensor.dims)) < 0 or length not in (-1, needed):
        raise ModelError(
            said("the entry of its weight '{name}' contradicts itself", name=tensor.name),
            hint=said("Export the model again."),
            details={"shape": str(list(tensor.dims)), "needed bytes": str(needed), **facts},
        )
    return offset, needed


def _read(path: Path, offset: int, length: int, tensor: TensorProto) -> bytes:
    """Exactly these bytes of the file, which is not followed if it is a link by now."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            if offset + length <= size:
                file.seek(offset)
                return file.read(length)
    except OSError as error:
        raise ModelError(
            said(
                "its weights' file '{name}' cannot be read: {strerror}",
                name=path.name,
                strerror=error.strerror,
            )
        ) from (error)
    raise ModelError(
        said(
            "its weights' file '{name}' is cut off: '{tensor}' needs {offset} bytes, "
            "{size} are there",
            name=path.name,
            tensor=tensor.name,
            offset=offset + length,
            size=size,
        ),
        hint=said("Copy the file again."),
        details={"tensor": tensor.name},
    )
