"""Reading and editing ONNX graphs: facts, the score, layers, cuts, new nodes.

Nothing here runs a model. `autodiff` builds gradients with these pieces, `explain` picks layers
and tails.
"""
