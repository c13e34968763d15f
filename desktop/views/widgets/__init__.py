"""Small parts that panes are put together from."""
