"""Decoders' children that live from one test to the next: starting one takes a second of work."""

from engine.images import decoder
from engine.images.decoder import Decoder

_Child = decoder._Child
_MOST_FILES = 200  # of one child, well below where a `Decoder` takes another
_MOST_IDLE = 3


class DecoderPool:
    """Keeps the healthy children of decoders that close, and hands them to those that start."""

    def __init__(self) -> None:
        self._idle: list[tuple[int, decoder._Child]] = []

    def take(self, memory_bytes: int) -> "decoder._Child":
        """In place of starting a child: one that idles under the same limit, or a new one."""
        for place in range(len(self._idle)):
            memory, child = self._idle[place]
            if memory == memory_bytes:
                del self._idle[place]
                if child.is_alive:
                    return child
                child.end()
                return self.take(memory_bytes)
        return _Child(memory_bytes)

    def close_decoder(self, of: Decoder) -> None:
        """In place of `Decoder.close`: its child idles here, if it is well."""
        of.cancel()
        with of._turn, of._guard:
            child, of._child = of._child, None
        if child is None:
            return
        if child.is_alive and child.served < _MOST_FILES and len(self._idle) < _MOST_IDLE:
            self._idle.append((of.memory_bytes, child))
        else:
            child.end()

    def end(self) -> None:
        """Ends every child."""
        for _, child in self._idle:
            child.end()
        self._idle.clear()
