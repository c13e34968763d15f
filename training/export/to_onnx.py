"""Keras to ONNX by tf2onnx, in a process of its own.

The converter needs many times the model's memory.

Run as ``python -m training.export.to_onnx MODEL.keras MODEL.onnx``. The model is wrapped in a
functional one (tf2onnx refuses Keras 3 Sequential models), and a graph with more than the one
input is refused: other export ways silently turn constants into extra inputs.
"""

import subprocess
import sys
from pathlib import Path

from engine.errors import ModelError

OPSET = 17
INPUT = "input"


def export_onnx(keras_file: Path, onnx_file: Path) -> None:
    """Converts in a child process. Raises ModelError with the end of its output when that fails."""
    command = [sys.executable, "-m", "training.export.to_onnx", str(keras_file), str(onnx_file)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as child:
        try:
            output, _ = child.communicate()
        except BaseException:
            child.kill()
            raise
    if child.returncode != 0:
        raise ModelError(
            "the model could not be converted to ONNX",
            hint="See the details; some Keras layers have no ONNX counterpart.",
            details={"output": output[-2000:]},
        )


def convert(keras_file: Path, onnx_file: Path) -> None:
    """Converts in this process.

    Raises ModelError when the graph does not have exactly the one input.
    """
    import keras
    import onnx
    import tensorflow as tf
    import tf2onnx

    model = keras.saving.load_model(keras_file, compile=False)
    wrapped = keras.Model(model.inputs, model.outputs)
    spec = [tf.TensorSpec((None, *wrapped.inputs[0].shape[1:]), tf.float32, name=INPUT)]
    proto, _ = tf2onnx.convert.from_keras(wrapped, input_signature=spec, opset=OPSET)
    inputs = [entry.name for entry in proto.graph.input]
    if inputs != [INPUT]:
        raise ModelError(f"the exported graph wants {inputs} instead of the one input {INPUT!r}")
    onnx.checker.check_model(proto, full_check=True)
    onnx_file.write_bytes(proto.SerializeToString(deterministic=True))


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]))
