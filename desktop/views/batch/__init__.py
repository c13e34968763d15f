"""The window over a batch: what is asked for, how far it is, what failed."""
