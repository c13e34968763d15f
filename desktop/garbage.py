"""Keeps Python's search for cyclic garbage from holding the window up, and off the workers.

Left alone it runs in whichever thread has just made an object. In a worker it could take a widget
apart there, which ends the program; and it walks through every object that modules and widgets are
made of, a tenth of the start and pauses of up to 60 ms later. Here it runs on the GUI thread only,
a little at a time, and what stays to the end is taken out of it.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000
_YOUNG = 700  # new objects that are worth a look, as Python's own threshold
_WHOLE_EVERY = 20  # looks


def rest() -> None:
    """Stops the search while the program is loaded, until there is a `Sweep`."""
    gc.disable()


class Sweep(QObject):
    """Searches from the event loop of the thread that it is made in, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._looks = 0
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def spare(self) -> None:
        """Never searches again among what there is now."""
        gc.freeze()

    def stop(self) -> None:
        """Leaves the search to Python again."""
        self._timer.stop()
        gc.enable()

    def look(self) -> None:
        """Searches among what is new; now and then among everything that is not spared."""
        if gc.get_count()[0] < _YOUNG:
            return
        self._looks += 1
        gc.collect(2 if self._looks % _WHOLE_EVERY == 0 else 1)
