"""The sample radiographs that ship: ``samples.json`` beside them says what each one is."""

import json
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Sample:
    """A radiograph that came with the program.

    Attributes:
        path: the file.
        title: a few words.
        text: one sentence on what it shows.
        picture: a small picture of it, or None.
    """

    path: Path
    title: str
    text: str
    picture: Path | None = None


def list_samples(folder: Path) -> tuple[Sample, ...]:
    """The samples in `folder`, in the order of its ``samples.json``; none without that file."""
    index = folder / "samples.json"
    if not index.is_file():
        return ()
    entries = json.loads(index.read_text(encoding="utf-8"))["samples"]
    return tuple(_sample(folder, entry) for entry in entries)


def _sample(folder: Path, entry: dict[str, str]) -> Sample:
    picture = entry.get("picture")
    return Sample(
        folder / entry["file"],
        entry["title"],
        entry.get("text", ""),
        None if picture is None else folder / picture,
    )
