"""The panes of the window; each watches state objects."""
