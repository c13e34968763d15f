"""Speed tests of the whole window use the window of the GUI tests."""

from tests.gui.conftest import desk, has_administrator, make_png, short_turns, store, window

__all__ = ["desk", "has_administrator", "make_png", "short_turns", "store", "window"]
