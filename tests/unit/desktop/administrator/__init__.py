"""The administrator without a window."""
