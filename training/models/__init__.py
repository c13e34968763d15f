"""Architectures by name, one per file."""

from training.models.pneumonia_cnn import (
    pneumonia_cnn,
    pneumonia_cnn_flat,
    pneumonia_cnn_max,
)

# name -> builder(input_shape, dropout) -> keras.Model with one logit layer `LOGIT` and one output
# `PROBABILITY`
ARCHITECTURES = {
    "pneumonia-cnn": pneumonia_cnn,
    "pneumonia-cnn-max": pneumonia_cnn_max,
    "pneumonia-cnn-flat": pneumonia_cnn_flat,
}
