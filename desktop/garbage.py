"""Keeps Python's search for cyclic garbage from holding the window up.

The search walks through every object that modules and widgets are made of and finds nothing there:
a tenth of the start, later pauses of up to 60 ms. What stays to the end is therefore taken out of
it.
"""

import gc


def rest() -> None:
    """Stops the search while the program is loaded, until `settle`."""
    gc.disable()


def settle() -> None:
    """Searches from now on, but no more among what there is now."""
    gc.freeze()
    gc.enable()
