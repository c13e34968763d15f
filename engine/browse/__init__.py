"""The network opened up: what every layer showed for one image, and what its weights look like."""
