"""A child that ends with the process that started it, also where that is killed.

The parent gives it a pipe as standard input, writes nothing to it, and sets `HELD` in its
environment. When the parent is gone the system closes the pipe, on every system.
"""

import os
import sys
import threading

HELD = "WHYRAY_HELD_BY_PARENT"


def end_with_parent() -> None:
    """Leaves at once when the process that started this one so is gone."""
    if os.environ.pop(HELD, "") != "1":
        return

    def wait() -> None:
        os.read(sys.stdin.fileno(), 1)  # not through Python's buffer: that is locked meanwhile
        os._exit(1)

    threading.Thread(target=wait, name="parent", daemon=True).start()
