"""From folders of radiographs to arrays: index, split by patient, augmentation.

And synthetic radiographs.
"""
