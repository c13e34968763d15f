"""What ``whyray self-test`` looks at, one thing per file; each gives a line to print or raises."""
