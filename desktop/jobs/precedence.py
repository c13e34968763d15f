"""Who goes first: the window before its workers, for the processor and for the interpreter.

On a machine with few cores the workers alone keep all of them busy. A window that has to queue
behind them stutters, though its own work is small.
"""

import os
import sys
import threading

# Every call between Qt and Python may wait for as long as a worker's turn; Python's own is 5 ms.
TURN_S = 0.001
# How far a worker stands behind the window. Where both want the processor, 2 leaves it two thirds
# of the window's time; with much less it starves, and ends late, where other programs are busy too.
AT_ONCE, SOON, LATER = 0, 1, 2
LAST = 10  # nobody waits for it


def take_short_turns() -> None:
    """Lets the window have the interpreter soon after it asks for it. For the whole process."""
    sys.setswitchinterval(TURN_S)


def stand_back(steps: int) -> None:
    """Gives other threads the processor before this one, and before whatever it starts.

    Linux only, where threads have a niceness each. Windows already lifts the thread that a person's
    keys and mouse wake up.

    Args:
        steps: of niceness.
    """
    if sys.platform == "linux" and steps:
        thread = threading.get_native_id()
        own = os.getpriority(os.PRIO_PROCESS, thread)
        os.setpriority(os.PRIO_PROCESS, thread, own + steps)
