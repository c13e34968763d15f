"""Old models, brought to one operator set before gradients are added.

Gradient nodes live in the same graph as the model's own nodes, and a graph has one version of the
standard operators. The scatter that some gradients need exists since version 16, so models
below 17 are converted by ONNX's own converter (tests hold it to bit-equal outputs). The names of
all tensors survive, so layers and scores found in the original are valid in the converted model.
"""

import onnx
from onnx import ModelProto

from engine.errors import ModelError
from engine.graph.facts import opset_of, stored_inputs_removed
from engine.graph.inline import with_fixed_branches_taken, with_functions_inlined
from engine.graph.trial import with_shapes_by_trial
from engine.language import said

OLDEST_OPSET = 17


def upgraded(model: ModelProto) -> ModelProto:
    """The same function in operator set 17 and IR version 8 or later, weights not listed as inputs.

    The model's own functions and branches that can never change are opened on the way.

    Args:
        model: any ONNX model; it is not changed.

    Raises:
        ModelError: the converter does not know how to bring an operator forward.
    """
    model = with_functions_inlined(model)
    model = with_fixed_branches_taken(with_shapes_by_trial(model))
    if opset_of(model) < OLDEST_OPSET:
        try:
            model = onnx.version_converter.convert_version(model, OLDEST_OPSET)
        except (RuntimeError, onnx.version_converter.ConvertError) as error:
            raise ModelError(
                said(
                    "The model is written for operator set {opset_of} and cannot be brought "
                    "to {OLDEST_OPSET}.",
                    opset_of=opset_of(model),
                    OLDEST_OPSET=OLDEST_OPSET,
                ),
                hint=said(
                    "Export the model again with opset {OLDEST_OPSET} or later.",
                    OLDEST_OPSET=OLDEST_OPSET,
                ),
                details={"converter": str(error)},
            ) from error
    return stored_inputs_removed(model)
