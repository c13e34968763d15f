"""Two bundles on the same labelled images: a new model beside the active one.

`comparison.compare_bundles` scores both and gives one dictionary of plain JSON values, written as
``comparison.json`` (`write.write_comparison`, which also makes a page). Needs no TensorFlow.
"""
