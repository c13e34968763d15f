"""Room on the disk: asked for before a run and before every epoch's weights are written."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from training.refusals import DiskFull

RESERVE_BYTES = 300 * 2**20  # left to everybody else; ``WHYRAY_RESERVE_MB`` sets another


def reserve_bytes() -> int:
    """What must stay free."""
    given = os.environ.get("WHYRAY_RESERVE_MB", "")
    return int(float(given) * 2**20) if given else RESERVE_BYTES


def demand_room(folder: Path, needed: int) -> None:
    """Refuses to go on where so many bytes and the reserve do not fit.

    Raises:
        DiskFull: naming what is free and what is needed.
    """
    free, wanted = shutil.disk_usage(folder).free, needed + reserve_bytes()
    if free < wanted:
        raise DiskFull(
            f"{free >> 20} MB are free on the disk of the run, {wanted >> 20} MB are needed",
            free_mb=free >> 20,
            needed_mb=wanted >> 20,
        )


@contextmanager
def writing(file: Path) -> Iterator[Path]:
    """A file to write beside the wanted one; it takes its place when the block ends well.

    Raises:
        DiskFull: the disk refused; the wanted file is as it was.
    """
    partial = file.with_name(f"partial-{file.name}")
    try:
        yield partial
        partial.replace(file)
    except (OSError, RuntimeError) as error:  # HDF5 raises either
        partial.unlink(missing_ok=True)
        raise DiskFull(
            f"{file.name} could not be written: {str(error).splitlines()[0][:200]}",
            free_mb=shutil.disk_usage(file.parent).free >> 20,
        ) from error
