"""PyInstaller's own hook looks for the real pandas: the one in `stand_ins` needs nothing."""
