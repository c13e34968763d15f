"""The WhyRay window and its command line: everything a person touches. Calls `engine`, never `training`."""
