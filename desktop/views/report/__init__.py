"""The report as it is written: its form, its pages, and where its content comes from."""
