"""Measuring on radiographs: marks, what they measure, where millimetres come from, keeping them.

Pure values and arithmetic in original image pixels; windows, flips and zoom change nothing here.
"""
