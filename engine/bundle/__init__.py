"""The contract between training and clinic: a model is a folder of data with hashes, never code."""
