"""The window in which an administrator retrains the model: images, check, start, progress, runs."""
