"""Everything a person can ask the window to do, in one table."""
