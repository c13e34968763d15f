"""Draws reports: the same pages as PDF, on a printer and on screen."""
