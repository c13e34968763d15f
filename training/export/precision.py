"""ONNX models in half precision and in 8 bits.

Both leave the last dense layer and its activation in single precision: they are next to nothing in
size, and probabilities in steps of 1/256 would tie patients that differ.
"""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnxruntime.quantization import (
    CalibrationDataReader,
    CalibrationMethod,
    QuantFormat,
    QuantType,
    quantize_static,
)
from onnxruntime.quantization.shape_inference import quant_pre_process
from onnxruntime.transformers.float16 import convert_float_to_float16
from onnxruntime.transformers.onnx_model import OnnxModel

Batches = Callable[[], Iterable[NDArray[np.float32]]]
CALIBRATION_IMAGES = 128
_CALIBRATED_AT_ONCE = 8
_QUANTISED = ["Conv", "MatMul", "Gemm"]


def in_float16(model: bytes, _: Batches) -> bytes:
    """The model in half precision; it takes and gives single precision."""
    proto = onnx.load_from_string(model)
    half = convert_float_to_float16(proto, keep_io_types=True, node_block_list=_last_nodes(proto))
    OnnxModel(half).topological_sort()  # the conversions were put at the end
    onnx.checker.check_model(half, full_check=True)
    return half.SerializeToString(deterministic=True)


def in_int8(model: bytes, batches: Batches) -> bytes:
    """The model with quantised convolutions and dense layers (QDQ form).

    Weights are signed, one scale per output channel, and leave out one bit: processors without
    instructions for 8-bit dot products would overflow else. Activations are unsigned.

    Args:
        model: in single precision.
        batches: real inputs; the first `CALIBRATION_IMAGES` of them show the ranges of activations.
    """
    proto = onnx.load_from_string(model)
    last = _last_nodes(proto)
    with tempfile.TemporaryDirectory(prefix="whyray-int8-") as folder:
        full, target = Path(folder) / "full.onnx", Path(folder) / "int8.onnx"
        quant_pre_process(proto, full, skip_optimization=True, skip_symbolic_shape=True)
        quantize_static(
            full,
            target,
            _Images(proto.graph.input[0].name, batches()),
            quant_format=QuantFormat.QDQ,
            op_types_to_quantize=_QUANTISED,
            per_channel=True,
            reduce_range=True,
            activation_type=QuantType.QUInt8,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=last,
            calibrate_method=CalibrationMethod.MinMax,
        )
        return target.read_bytes()


PRECISIONS: dict[str, Callable[[bytes, Batches], bytes]] = {"float16": in_float16, "int8": in_int8}


class _Images(CalibrationDataReader):
    """Feeds some of the images to ONNX Runtime's calibration."""

    def __init__(self, name: str, batches: Iterable[NDArray[np.float32]]) -> None:
        self._feeds = self._few(name, batches)

    def get_next(self) -> dict[str, NDArray[np.float32]] | None:
        """The next inputs, or None at the end."""
        return next(self._feeds, None)

    @staticmethod
    def _few(
        name: str, batches: Iterable[NDArray[np.float32]]
    ) -> Iterator[dict[str, NDArray[np.float32]]]:
        left = CALIBRATION_IMAGES
        for batch in batches:
            for start in range(0, min(left, len(batch)), _CALIBRATED_AT_ONCE):
                yield {name: batch[start : min(start + _CALIBRATED_AT_ONCE, left)]}
            left -= len(batch)
            if left <= 0:
                return


def _last_nodes(proto: onnx.ModelProto) -> list[str]:
    """Names of the nodes from the last dense layer on; unnamed ones are given names."""
    makers = {name: node for node in proto.graph.node for name in node.output}
    for index, node in enumerate(proto.graph.node):
        node.name = node.name if node.name else f"{node.op_type}_{index}"
    found, tensor = [], proto.graph.output[0].name
    while (node := makers.get(tensor)) is not None:
        found.append(node.name)
        if node.op_type in ("MatMul", "Gemm", "Conv"):
            break
        tensor = node.input[0]
    return found
