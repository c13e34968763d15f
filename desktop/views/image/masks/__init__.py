"""Masks over the radiograph: painted, and drawn with brush and polygon."""
