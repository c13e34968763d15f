"""The summary of a run for people: one HTML file that stands alone, and its pictures."""

from training.summary.run import ClassFrequency, Run
from training.summary.write import write_summary

__all__ = ["ClassFrequency", "Run", "write_summary"]
