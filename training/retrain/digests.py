"""Which image is which, whatever its file is called: a digest of the decoded pixels.

Digests are kept in the site's folder by path, size and time of change of the file, so that every
file is decoded for them once; nothing in that file tells a name.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from engine.files import atomic_write
from training.data.census.look import Look, look_at
from training.data.sample import Sample

SHORT = 16  # hexadecimal digits: two of a million images are alike by chance once in 10^7 sites
_FILE = "digests.json"


class Digests:
    """The digests known at a site.

    Args:
        site: the site's folder; made when absent.
    """

    def __init__(self, site: Path) -> None:
        self._file = site / _FILE
        self._known: dict[str, str] = {}
        site.mkdir(parents=True, exist_ok=True)
        if self._file.is_file():
            try:
                self._known = json.loads(self._file.read_text(encoding="ascii"))
            except ValueError:  # it can be made again from the images
                self._known = {}

    def of(self, path: Path) -> str | None:
        """The digest of a file as it is now, or None where it has not been looked at."""
        try:
            return self._known.get(_key(path))
        except OSError:
            return None

    def learn(self, look: Look) -> None:
        """Takes what a look has found."""
        self._known[_key(look.sample.path)] = look.sha256[:SHORT]

    def find(self, samples: Sequence[Sample]) -> Iterator[tuple[Sample, str | None, str]]:
        """Every sample with its digest, or None and why it cannot be read. Slow where new."""
        for sample in samples:
            known = self.of(sample.path)
            if known is not None:
                yield sample, known, ""
                continue
            seen = next(look_at((sample,)))
            if isinstance(seen, Look):
                self.learn(seen)
                yield sample, seen.sha256[:SHORT], ""
            else:
                yield sample, None, seen[1]

    def save(self) -> None:
        """Raises OutputError."""
        atomic_write(self._file, json.dumps(self._known).encode("ascii"))


def _key(path: Path) -> str:
    facts = path.stat()
    text = f"{path.resolve()}|{facts.st_size}|{facts.st_mtime_ns}"
    return hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:32]
