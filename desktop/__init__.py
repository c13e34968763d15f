"""The WhyRay window and its command line: what a person touches. Calls `engine`, not `training`."""
