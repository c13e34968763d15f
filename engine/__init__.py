"""WhyRay's engine: from a file to an explanation; no Qt, TensorFlow, threads or settings.

Data walks one way, and the packages are named after the stations::

    file -> Radiograph -> model input -> Prediction -> Explanation -> Overlay
            images        bundle.recipe  inference     explain        overlay

`engine.pipeline` tells that story in one readable module.
"""
