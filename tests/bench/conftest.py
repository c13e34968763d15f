"""Speed tests of the whole window use the window of the GUI tests."""

from tests.gui.conftest import desk, has_administrator, make_png, store, window

__all__ = ["desk", "has_administrator", "make_png", "store", "window"]
