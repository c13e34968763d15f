"""The window in which the network lies open, layer by layer."""
