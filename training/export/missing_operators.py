"""What tf2onnx does not know and exact arithmetic in ONNX does.

TensorFlow computes the GELU by ``erfc``, which ONNX has not; without this, no network with a GELU
(ConvNeXt, transformers) can be exported.
"""

from typing import Any

import numpy as np


def _erfc(graph: Any, node: Any, name: str, _arguments: list[Any]) -> None:
    """Erfc(x) = 1 - Erf(x)."""
    x, made = node.input[0], list(node.output)
    shapes, types = node.output_shapes, node.output_dtypes
    graph.remove_node(name)
    one = graph.make_const(f"{name}/one", np.ones((), np.float32))
    error = graph.make_node("Erf", [x], shapes=shapes, dtypes=types)
    graph.make_node(
        "Sub",
        [one.output[0], error.output[0]],
        outputs=made,
        name=name,
        shapes=shapes,
        dtypes=types,
    )


# As the converter's option ``custom_op_handlers`` wants them: operator -> (function, its arguments)
MISSING_OPERATORS = {"Erfc": (_erfc, [])}
