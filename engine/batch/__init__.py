"""Many files at once: what is asked, what was found, how it is kept, what is written at the end.

Pure: the threads that let decoding, scoring and writing overlap are `desktop.jobs.batch`.
"""
