"""Training runs: prepare the data, fit, finish; once, over folds, over seeds, over a search."""
