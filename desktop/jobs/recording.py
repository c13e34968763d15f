"""Writes what a command makes of images into this user's library and its audit.

By the same functions as the window (`desktop.jobs.entries`, `desktop.jobs.library_tasks`), each
time in one transaction; the window may be open meanwhile. No Qt.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.jobs.account import account_name, now
from desktop.jobs.entries import (
    about_explanation,
    about_override,
    about_score,
    own_options,
    scored_file,
)
from desktop.jobs.library_tasks import Noticed, Report, file_noticed
from desktop.paths import SAMPLES
from engine.errors import display_name
from engine.images.identity import record_key
from engine.library import audit
from engine.library.explanations import explained_of
from engine.library.images import Sighting
from engine.library.opening import open_library
from engine.library.predictions import Scored, scored_of
from engine.progress import finish

if TYPE_CHECKING:  # these pull in ONNX Runtime
    from engine.batch.work import Case
    from engine.explain.explanation import Explanation
    from engine.images.admission import Admission
    from engine.images.radiograph import Radiograph
    from engine.inference.model import Model
    from engine.inference.predict import Prediction

_BY_COMMAND, _BY_BATCH = {"by command": True}, {"by batch": True}
_WRITE_AFTER_S = 2.0  # of a batch: what a kill may leave out of the library


class Recording:
    """Collects what a command makes of images, and writes it. Used by one thread at a time.

    Args:
        folder: of the library; made where it is missing.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._noticed = Noticed(now())
        self._written = time.monotonic()

    def note(
        self,
        radiograph: Radiograph,
        admission: Admission,
        prediction: Prediction,
        *,
        is_withheld: bool = False,
        is_overridden: bool = False,
    ) -> None:
        """An image was scored; samples of the program are nobody's study."""
        if _is_sample(radiograph.path):
            return
        key = record_key(radiograph)
        title = display_name(radiograph.path)
        path = radiograph.path.absolute()
        sighting = Sighting(key, path, radiograph.facts, title, radiograph.sha256)
        scored = scored_of(key, 0, prediction, admission, is_withheld=is_withheld)
        self._note_score(sighting, scored, _BY_COMMAND, is_overridden=is_overridden)

    def note_explanations(
        self, radiograph: Radiograph, made: Sequence[Explanation], model: Model
    ) -> None:
        """Scores of it were explained."""
        if not _is_sample(radiograph.path):
            self._note_explained(record_key(radiograph), made, model, _BY_COMMAND)

    def note_report(self, radiograph: Radiograph, status: str, by: str) -> None:
        """A report about it was written; see `engine.report.content.STATUSES`."""
        if _is_sample(radiograph.path):
            return
        key = record_key(radiograph)
        self._noticed.reports.append(Report(key, status, by))
        self._tell(audit.REPORTED, key, {"status": status} | _BY_COMMAND)

    def note_case(self, path: Path, case: Case, model: Model) -> None:
        """A batch has gone through a file; written every few seconds."""
        found = None if _is_sample(path) else scored_file(path, case, model)
        if found is None:
            return
        is_overridden = found.is_overridden
        self._note_score(found.sighting, found.scored, _BY_BATCH, is_overridden=is_overridden)
        self._note_explained(found.sighting.key, case.explanations, model, _BY_BATCH)
        if time.monotonic() - self._written > _WRITE_AFTER_S:
            self.write()

    def write(self) -> None:
        """Brings everything into the library. Raises LibraryError."""
        self._written = time.monotonic()
        if self._noticed.is_empty:
            return
        library = open_library(self._folder).library
        try:
            finish(file_noticed(library, self._noticed))
        finally:
            library.close()
        self._noticed = Noticed(now())

    def _note_score(
        self, sighting: Sighting, scored: Scored, how: dict[str, bool], *, is_overridden: bool
    ) -> None:
        self._noticed.seen.append(sighting)
        self._noticed.scored.append(scored)
        if is_overridden:
            self._tell(audit.OVERRIDDEN, sighting.key, about_override(scored) | how)
        self._tell(audit.SCORED, sighting.key, about_score(scored) | how)

    def _note_explained(
        self, key: str, made: Sequence[Explanation], model: Model, how: dict[str, bool]
    ) -> None:
        for explanation in made:
            own, digest = own_options(explanation), model.provenance.digest
            explained = explained_of(key, 0, explanation, own, digest)
            self._noticed.explained.append(explained)
            self._tell(audit.EXPLAINED, key, {**about_explanation(explained), **how})

    def _tell(self, event: str, key: str, details: dict[str, Any]) -> None:
        self._noticed.events.append(audit.Event(event, now(), key, account_name(), details))


def _is_sample(path: Path) -> bool:
    return SAMPLES.resolve() in path.resolve().parents
