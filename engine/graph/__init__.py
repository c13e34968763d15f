"""Reading and editing ONNX graphs: facts, the score, the layers a person may choose, cuts,
emitting nodes.

Nothing here runs a model. `autodiff` builds gradients with these pieces, `explain` picks layers
and tails.
"""
