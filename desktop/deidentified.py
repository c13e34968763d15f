"""De-identified copies of DICOM images on the disk: ``PATIENT/IMAGE.dcm``, both pseudonyms."""

from dataclasses import dataclass
from pathlib import Path

from engine.errors import OutputError
from engine.files import atomic_write
from engine.language import said


@dataclass(frozen=True)
class Copy:
    """A copy that was written.

    Attributes:
        path: where.
        removed: elements of the header that were removed.
        replaced: elements that were emptied or got another value.
        cautions: sentences for the person who passes it on; never empty.
    """

    path: Path
    removed: int
    replaced: int
    cautions: tuple[str, ...]


def write_deidentified(path: Path, key: bytes, folder: Path) -> Copy:
    """Writes the copy of one image, as a whole or not at all.

    Args:
        path: the image.
        key: of this installation's pseudonyms (`desktop.site_key`).
        folder: gets a folder for the patient.

    Raises:
        ImageError: it cannot be read, or is none whose header can be cleaned.
        OutputError: it cannot be written, or another image with its UID is there.
    """
    from engine.images.dicom.deidentify import deidentify  # these bring pydicom
    from engine.images.formats import bytes_of

    made = deidentify(bytes_of(path), key, path)
    target = folder / (made.patient or "unknown") / f"{made.sop_instance_uid}.dcm"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        is_other = target.exists() and target.read_bytes() != made.data
    except OSError as error:
        raise OutputError(
            said("could not be written: {reason}", reason=error.strerror), file=target
        ) from error
    if is_other:
        raise OutputError(
            said("another image with the same SOP Instance UID is there already"),
            hint=said("Choose another folder; two different images share one UID."),
            file=target,
        )
    atomic_write(target, made.data)
    return Copy(target, made.removed, made.replaced, made.cautions)
