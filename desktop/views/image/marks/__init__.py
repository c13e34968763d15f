"""Drawing and measuring on the image: what is seen, what the mouse does, what the words say."""
