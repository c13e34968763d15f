"""The radiograph on the screen: greys at device pixels, the overlay above, words in the corners.

Coordinates: *image* = original pixels, *device* = physical pixels of the view, *view* = Qt's
logical pixels. What happens here never reaches a model.
"""
