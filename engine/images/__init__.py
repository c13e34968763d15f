"""A file becomes a `Radiograph`: readers, greys, geometry, and whether the image may be scored."""
