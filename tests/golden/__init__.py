"""Stored truths that tests compare with."""
