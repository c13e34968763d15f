"""Gradients of ONNX models as ONNX models.

`build_gradient_model` walks a classifier backwards and writes the chain rule behind it as plain
ONNX operators, so that an ordinary inference runtime answers how the score changes with any tensor.
"""
