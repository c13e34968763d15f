"""How whoever started a run speaks to it: one word in a file that is looked at again and again.

``run``, ``pause`` or ``cancel``. A file works on every system, outlives the window that wrote it,
and waits for a trainer that is still starting. `training.events.Events.heed` looks at it between
any two batches and between the stages of a run.
"""

import time
from collections.abc import Callable
from pathlib import Path

RUN, PAUSE, CANCEL = "run", "pause", "cancel"
_LOOK_S = 0.2  # while it rests
_BETWEEN_S = 0.1  # two looks at the file while it works


class Stopped(BaseException):
    """The run was told to end. No Exception: nothing on the way may swallow it.

    Attributes:
        is_asked: by the control file, not by a signal.
    """

    def __init__(self, *, is_asked: bool = False) -> None:
        super().__init__("stopped")
        self.is_asked = is_asked


class Control:
    """Reads the file.

    Args:
        file: may be absent, which means `RUN`.
        tell: called with True when it begins to rest, with False when it goes on.
    """

    def __init__(self, file: Path, tell: Callable[[bool], None] = lambda _: None) -> None:
        self._file, self._tell = file, tell
        self._looked = 0.0

    def heed(self) -> None:
        """Returns at once, or rests as long as `PAUSE` is asked for.

        Raises:
            Stopped: `CANCEL` is asked for.
        """
        now = time.monotonic()
        if now - self._looked < _BETWEEN_S:
            return
        self._looked = now
        is_resting = False
        while (word := self._word()) == PAUSE:
            if not is_resting:
                self._tell(True)
                is_resting = True
            time.sleep(_LOOK_S)
        if word == CANCEL:
            raise Stopped(is_asked=True)
        if is_resting:
            self._tell(False)

    def _word(self) -> str:
        try:
            return self._file.read_text(encoding="ascii", errors="replace").strip()
        except OSError:  # absent, or just being replaced
            return RUN
