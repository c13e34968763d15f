"""Invented studies for tests of the library."""

import hashlib
from pathlib import Path

from engine.decisions import ACCEPTED, Decision, Record
from engine.images.identity import key_of_uid
from engine.images.radiograph import Facts
from engine.library.decisions import index_record
from engine.library.images import Sighting, put_images
from engine.library.opening import open_library
from engine.library.predictions import FindingScore, Scored, put_prediction

AT = "2026-03-01T08:00:00+00:00"


def uid(number: int) -> str:
    """SOP Instance UID of an invented image."""
    return f"1.2.3.{number}"


def key(number: int) -> str:
    """Key of an invented image."""
    return key_of_uid(uid(number))


def sighting(number: int, study: int | None = None, **facts: object) -> Sighting:
    """An image of a study of its own, or of study `study`."""
    which = number if study is None else study
    told = {
        "patient_name": f"Doe{which}^Jane",
        "patient_id": f"P{which}",
        "study_uid": f"1.2.{which}",
        "sop_instance_uid": uid(number),
        "study_date": "2026-02-03",
        "view_position": "PA",
    } | facts
    sha256 = hashlib.sha256(str(number).encode()).hexdigest()
    path = Path(f"/films/film{number}.dcm")
    return Sighting(key(number), path, Facts(**told), path.name, sha256)


def scored(number: int, model_id: str = "m-1", frame: int = 0, **probabilities: float) -> Scored:
    """A prediction; findings from 0.5 on are above their operating point. None: withheld."""
    scores = tuple(
        FindingScore(name, p, p >= 0.5, "balanced", 0.5) for name, p in probabilities.items()
    )
    verdict = "accepted" if scores else "refused"
    codes = () if scores else ("age",)
    return Scored(key(number), frame, model_id, "Model", "1", "CPU", verdict, codes, scores)


def confirmed_films(folder: Path, library_folder: Path, finding: str) -> tuple[Path, Path]:
    """Two films in a new library, one with a finding and one without; a reader agreed with both."""
    library = open_library(library_folder).library
    paths = []
    for number, probability in ((1, 0.9), (2, 0.1)):
        path = folder / f"film-{number}.png"
        path.write_bytes(bytes([number]) * 9)
        seen = sighting(number)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        decision = Decision(
            finding=finding, verdict=ACCEPTED, by="ann", at=AT, model_id="m-1", model_version="1",
            frame=0, probability=None, comment="",
        )  # fmt: skip
        with library.writing() as connection:
            put_images(connection, [Sighting(seen.key, path, seen.facts, path.name, digest)], AT)
            put_prediction(connection, scored(number, **{finding: probability}), AT)
            index_record(connection, key(number), Record("", (), (decision,)))
        paths.append(path)
    library.close()
    return paths[0], paths[1]
