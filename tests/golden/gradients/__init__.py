"""Small torch networks as ONNX, with the gradients that torch computed for them in float64."""
