"""A model's life on screen: the window of all models and what is asked before one changes."""
