"""ONNX Runtime: sessions that tell the truth about their provider, open models, predictions."""
