"""Keras model -> ONNX file -> proof that both agree -> bundle. No proof, no bundle."""
