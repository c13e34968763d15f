"""What the window knows, as plain objects that say when they change. No widgets, no threads."""
