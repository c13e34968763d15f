"""Small networks as ONNX, with the maps that the original libraries drew for them."""
