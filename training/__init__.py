"""The training side: Keras training, evaluation and export to a checked ONNX bundle.

Never imported by the clinic side.
"""
