"""Sixth station: from an `Explanation` to a picture on the original image. For the eye only.

Nothing here changes a map; scaling, thresholding and colouring happen on copies at display size.
"""
