"""Retraining as the window knows it: plans, folders of runs, and the trainer, a program apart.

Nothing here imports Qt or the training side; what the two say to one another lies in files.
"""
