"""Keras to ONNX by tf2onnx, in a process of its own.

The converter needs many times the model's memory (`training.export.memory`).

Run as ``python -m training.export.to_onnx MODEL.keras MODEL.onnx --layout nhwc``. The model is
wrapped in a functional one (tf2onnx refuses Keras 3 Sequential models), and a graph with more than
the one input is refused: other export ways silently turn constants into extra inputs.
"""

import argparse
import os
import subprocess
from pathlib import Path
from typing import Any

from engine.errors import ModelError
from training.children import child_command
from training.export.memory import (
    available_gb,
    demand_memory,
    too_little_memory,
    was_killed_for_memory,
)
from training.export.missing_operators import MISSING_OPERATORS
from training.parent import HELD, end_with_parent

OPSET = 17  # tf2onnx 1.17 knows none above 18
INPUT = "input"
LAYOUTS = ("nhwc", "nchw")


def export_onnx(
    keras_file: Path, onnx_file: Path, *, layout: str = "nhwc", parameters: int | None = None
) -> None:
    """Converts in a child process.

    Args:
        keras_file: a ``.keras`` file.
        onnx_file: where the result goes.
        layout: of the ONNX model's input.
        parameters: weights of the network, where known: memory is then asked for before.

    Raises:
        ModelError: too little memory, or no conversion; with the end of the converter's output.
    """
    free = available_gb()
    if parameters is not None:
        demand_memory(parameters, free)
    command = [*child_command("to-onnx"), str(keras_file), str(onnx_file)]
    status, output = run_child([*command, "--layout", layout])
    if status == 0:
        return
    if was_killed_for_memory(status, output):
        raise too_little_memory(parameters, free)
    raise ModelError(
        "the model could not be converted to ONNX",
        hint="See the details; some Keras layers have no ONNX counterpart.",
        details={"output": output[-2000:]},
    )


def run_child(command: list[str]) -> tuple[int, str]:
    """Runs a process that ends with this one; its exit status and all that it wrote.

    Its standard input is a pipe that nothing is written to: it ends when this process does, also
    where that is killed, and the child sees it (`training.parent`).
    """
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        env=os.environ | {HELD: "1"},
    ) as child:
        try:
            assert child.stdout is not None  # a pipe was asked for
            output = child.stdout.read()
            child.wait()
        except BaseException:
            child.kill()
            raise
    return child.returncode, output


def convert(keras_file: Path, onnx_file: Path, layout: str = "nhwc") -> None:
    """Converts in this process. Raises ModelError as `onnx_bytes` does."""
    import keras

    model = keras.saving.load_model(keras_file, compile=False)
    onnx_file.write_bytes(onnx_bytes(keras.Model(model.inputs, model.outputs), layout))


def onnx_bytes(
    functional: Any, layout: str, *, input_hwc: tuple[int, int, int] | None = None
) -> bytes:
    """The ONNX file of a functional model, of Keras 3 or of ``tf_keras``.

    Args:
        functional: with one input (N, H, W, C).
        layout: of the ONNX model's input.
        input_hwc: height, width and channels; None leaves them as the model has them.

    Raises:
        ModelError: the graph does not have exactly the one input.
    """
    import onnx
    import tensorflow as tf
    import tf2onnx

    sides = functional.inputs[0].shape[1:] if input_hwc is None else input_hwc
    spec = [tf.TensorSpec((None, *sides), tf.float32, name=INPUT)]
    proto, _ = tf2onnx.convert.from_keras(
        functional,
        input_signature=spec,
        opset=OPSET,
        custom_op_handlers=MISSING_OPERATORS,
        inputs_as_nchw=[INPUT] if layout == "nchw" else None,
    )
    inputs = [entry.name for entry in proto.graph.input]
    if inputs != [INPUT]:
        raise ModelError(f"the exported graph wants {inputs} instead of the one input {INPUT!r}")
    onnx.checker.check_model(proto, full_check=True)
    return proto.SerializeToString(deterministic=True)


if __name__ == "__main__":
    end_with_parent()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("keras_file", type=Path)
    parser.add_argument("onnx_file", type=Path)
    parser.add_argument("--layout", choices=LAYOUTS, default="nhwc")
    given = parser.parse_args()
    convert(given.keras_file, given.onnx_file, given.layout)
