"""What is known about one labelled radiograph, whatever table or folder it comes from."""

from dataclasses import dataclass
from pathlib import Path

SPLITS = ("train", "val", "test")


@dataclass(frozen=True)
class Sample:
    """One labelled radiograph.

    Attributes:
        path: the image file.
        labels: labels as in the table or folder: exactly one for binary and multiclass tasks; any
            number of findings for multi-label ones, none meaning no finding.
        patient_id: images of one patient share it; the file's own path where nothing is known.
        split: one of `SPLITS`, or None when it is still to be assigned.
        mask: picture of where the finding is (bright inside), of the image's size, or None.
        view: projection, such as PA or AP; empty where not known.
        sex: F, M or O; empty where not known.
        age_years: at the time of the image, or None.
        source: collection, hospital or scanner that it comes from; empty where not known.
    """

    path: Path
    labels: tuple[str, ...]
    patient_id: str
    split: str | None = None
    mask: Path | None = None
    view: str = ""
    sex: str = ""
    age_years: float | None = None
    source: str = ""
