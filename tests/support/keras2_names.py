"""What is expected of the files of `tests.support.keras2_files`; free of TensorFlow."""

# file -> (activation, outputs)
WORKING = {
    "sequential": ("sigmoid", 1),
    "compiled-legacy-adam": ("sigmoid", 1),
    "two-softmax": ("softmax", 2),
    "two-sigmoids": ("sigmoid", 2),
    "lone-logit": ("sigmoid", 1),
    "softmax-layer": ("softmax", 4),
    "augmentation": ("sigmoid", 1),
    "rescaling": ("sigmoid", 1),
    "functional": ("sigmoid", 1),
    "nested": ("softmax", 3),
    "preprocess-input": ("sigmoid", 1),
}
# Keras 3 stumbles over their depthwise convolutions, TensorFlow functions and augmentation.
READ_BY_KERAS_2 = {"augmentation", "functional", "nested", "preprocess-input"}
REFUSED = {
    "lambda": "'by_255' is a Lambda",
    "own-layer": "Unknown layer: 'Own'",
    "tanh": "ends in tanh",
    "two-inputs": "has 2 inputs",
    "three-logits": "softmax (one of them) or sigmoid",
    "function-that-writes": "io.write_file",
    "weights-alone": "weights alone",
}
BYTES = {"rescaling", "preprocess-input"}  # want greys 0..255
