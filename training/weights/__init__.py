"""Looking at what a network has learned: its filters, its empty weights, its dead channels.

`training.weights.look` does it and needs Keras; `training.weights.report` holds what was seen.
"""
