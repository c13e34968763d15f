"""The images of an order, read once for their digests; what cannot be used is named."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.errors import RequestError
from training.config.sections import DataSection
from training.data.index import gather
from training.data.sample import Sample
from training.events import Events
from training.refusals import Refused
from training.retrain.digests import Digests
from training.retrain.order import Order

NAMED = 20  # files in one event; the look names all


@dataclass(frozen=True)
class Found:
    """What an order's sources hold.

    Attributes:
        images: readable samples with their digests.
        unreadable: (file, reason).
    """

    images: tuple[tuple[Sample, str], ...]
    unreadable: tuple[tuple[str, str], ...]

    @property
    def samples(self) -> tuple[Sample, ...]:
        """The images alone."""
        return tuple(sample for sample, _ in self.images)


def find_images(order: Order, section: DataSection, digests: Digests, events: Events) -> Found:
    """Reads every image that is not known yet.

    Raises:
        Refused: no such source, nothing in it, rows that cannot be used, or nothing readable.
    """
    samples = indexed(order, section, events)
    images: list[tuple[Sample, str]] = []
    unreadable: list[tuple[str, str]] = []
    for done, (sample, digest, reason) in enumerate(digests.find(samples), start=1):
        if digest is None:
            unreadable.append((str(sample.path), reason))
        else:
            images.append((sample, digest))
        events.progress(done / len(samples), "reading images")
    digests.save()
    refuse_unreadable(len(samples), unreadable, section)
    if unreadable:
        events.warning(
            f"{len(unreadable)} files cannot be read and are left out",
            "W_UNREADABLE",
            count=len(unreadable),
            files=[{"file": file, "reason": why} for file, why in unreadable[:NAMED]],
        )
    return Found(tuple(images), tuple(unreadable))


def indexed(order: Order, section: DataSection, events: Events) -> tuple[Sample, ...]:
    """The samples as named by folders and tables, none of them opened.

    Raises:
        Refused: as `find_images`.
    """
    try:
        found = gather(order.sources, section)
    except RequestError as error:
        file = "" if error.file is None else str(error.file)
        raise Refused("E_SOURCE", str(error), hint=error.hint, file=file) from error
    if found.problems:
        events.warning(
            f"{len(found.problems)} rows cannot be used and are left out",
            "W_ROWS",
            count=len(found.problems),
            rows=[{"file": str(file), "reason": why} for file, why in found.problems[:NAMED]],
        )
    if not found.samples:
        raise Refused(
            "E_NOTHING_FOUND",
            "no labelled radiographs found",
            hint="Give a folder with labels.csv (path,label) or one folder per class.",
        )
    for note in found.notes:
        events.warning(str(note), note.code, **note.facts)
    return found.samples


def refuse_unreadable(
    images: int, unreadable: Sequence[tuple[str, str]], section: DataSection
) -> None:
    """Refuses a set of which nothing, or not all that must be, can be read. Raises Refused."""
    if not unreadable:
        return
    named = [{"file": file, "reason": why} for file, why in unreadable[:NAMED]]
    if len(unreadable) == images:
        raise Refused(
            "E_ALL_UNREADABLE",
            f"none of the {images} images can be read; the first: {unreadable[0][1]}",
            hint="Check that these are radiographs, and that the folder may be read.",
            count=images,
            files=named,
        )
    if not section.skip_unreadable:
        raise Refused(
            "E_UNREADABLE",
            f"{len(unreadable)} files cannot be read",
            hint="Remove or mend them, or set data.skip_unreadable.",
            count=len(unreadable),
            files=named,
        )
