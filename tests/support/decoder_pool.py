"""Decoders' children that live from one test to the next: starting one takes a second of work."""

from engine.images import decoder
from engine.images.decode_worker import MEMORY_VARIABLE
from engine.images.decoder import Decoder

_Child = decoder._Child
_MOST_FILES = 200  # of one child, well below where a `Decoder` takes another
_MOST_IDLE = 3

_Kind = tuple[tuple[str, ...], str]


def _kind(command: list[str], environment: dict[str, str]) -> _Kind:
    """What it runs, and the limit of its memory."""
    return tuple(command), environment[MEMORY_VARIABLE]


class DecoderPool:
    """Keeps the healthy children of decoders that close, and hands them to those that start."""

    def __init__(self) -> None:
        self._idle: list[tuple[_Kind, decoder._Child]] = []

    def take(self, command: list[str], environment: dict[str, str]) -> "decoder._Child":
        """In place of starting a child: one of its kind that idles, or a new one."""
        wanted = _kind(command, environment)
        for place in range(len(self._idle)):
            kind, child = self._idle[place]
            if kind == wanted:
                del self._idle[place]
                if child.is_alive:
                    return child
                child.end()
                return self.take(command, environment)
        return _Child(command, environment)

    def close_decoder(self, of: Decoder) -> None:
        """In place of `Decoder.close`: its child idles here, if it is well."""
        of.cancel()
        with of._turn, of._guard:
            child, of._child = of._child, None
        if child is None:
            return
        if child.is_alive and child.served < _MOST_FILES and len(self._idle) < _MOST_IDLE:
            kind = _kind(decoder._command(*of.worker), of.environment())
            self._idle.append((kind, child))
        else:
            child.end()

    def end(self) -> None:
        """Ends every child."""
        for _, child in self._idle:
            child.end()
        self._idle.clear()
