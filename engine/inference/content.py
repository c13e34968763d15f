"""What a picture shows: the check by a network that no header and no grey level can replace.

A small model of its own, shipped beside the readers' models, sorts pictures into frontal chest
films and what else arrives in clinics; its card says how often it errs. It runs before a score is
shown (`engine.pipeline`).
"""

import threading
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.bundle.recipe import Recipe
from engine.bundle.store import read_bundle
from engine.errors import BundleError
from engine.images.admission import Reason
from engine.images.display import model_grey
from engine.images.radiograph import Radiograph
from engine.inference.model import Model, open_model
from engine.inference.predict import predict
from engine.language import said

FRONTAL = "frontal chest film"
INVERTED, TURNED, LATERAL = "inverted chest film", "turned chest film", "lateral chest film"
OTHER = "something else"
CLASSES = (FRONTAL, INVERTED, TURNED, LATERAL, OTHER)


@dataclass(frozen=True)
class Content:
    """What a picture shows, as far as the network can tell.

    Attributes:
        kind: the likeliest of `CLASSES`.
        likeness: probability of a frontal chest film, 0..1.
        refuses_below: likeness from which on a picture is one.
        doubts_below: likeness from which on there is no doubt.
    """

    kind: str
    likeness: float
    refuses_below: float
    doubts_below: float

    def reasons(self, *, is_strict: bool = True) -> tuple[Reason, ...]:
        """Why the picture should not be scored; empty for frontal chest films.

        Args:
            is_strict: refuse; else only warn, for models of which nobody said what they are for.
        """
        if self.likeness >= self.doubts_below:
            return ()
        percent = round(100.0 * self.likeness)
        is_refused = self.likeness < self.refuses_below
        if not is_refused:
            sentence = said(
                "The picture is an unusual frontal chest film, if it is one"
                " (likeness {percent} %).",
                percent=percent,
            )
            return (Reason("warn", "content_doubtful", sentence),)
        code, sentence = self._sentence(percent)
        return (Reason("stop" if is_strict else "warn", code, sentence),)

    def _sentence(self, percent: int) -> tuple[str, str]:
        if self.kind == INVERTED:
            return "content_inverted", said(
                "The picture looks like a chest film with black and white swapped"
                " (likeness to a frontal chest film {percent} %).",
                percent=percent,
            )
        if self.kind == TURNED:
            return "content_turned", said(
                "The picture looks like a chest film that lies on its side or upside down"
                " (likeness to a frontal chest film {percent} %).",
                percent=percent,
            )
        if self.kind == LATERAL:
            return "content_lateral", said(
                "The picture looks like a lateral view, not a frontal one"
                " (likeness to a frontal chest film {percent} %).",
                percent=percent,
            )
        return "content_other", said(
            "The picture does not look like a frontal chest film (likeness {percent} %).",
            percent=percent,
        )


class ContentCheck:
    """Looks at pictures with a model that is opened when it is first needed.

    Args:
        folder: its bundle. Its classes are `CLASSES`; the first one's operating points are
            ``refuse`` and ``doubt``.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._opened: tuple[Model, float, float] | None = None

    def look(
        self, radiograph: Radiograph, frame: int = 0, grey: NDArray[np.float32] | None = None
    ) -> Content:
        """What a frame shows.

        Args:
            radiograph: the image.
            frame: which frame.
            grey: (H, W) float32 from `model_grey` of that frame; None makes it here.

        Raises:
            ModelError: the bundle is damaged, another model, or does not compute.
        """
        light = model_grey(radiograph, frame) if grey is None else grey
        return self.look_at(self.recipe.fitted(light))

    @property
    def recipe(self) -> Recipe:
        """How its network wants its pictures. Raises ModelError as `look`."""
        return self._open()[0].manifest.recipe

    def look_at(self, fitted: NDArray[np.float32]) -> Content:
        """What a picture shows that `recipe.fitted` has made. Raises ModelError as `look`."""
        model, refuses_below, doubts_below = self._open()
        scores = predict(model, model.manifest.recipe.tensor_from(fitted)).scores
        by_name = {score.target.name: score.probability for score in scores}
        likeness = by_name[FRONTAL]
        offered = CLASSES[1:] if likeness < refuses_below else CLASSES
        kind = max(offered, key=by_name.__getitem__)
        return Content(kind, likeness, refuses_below, doubts_below)

    def _open(self) -> tuple[Model, float, float]:
        with self._lock:
            if self._opened is None:
                # A picture of a few thousand pixels: neither a GPU nor a second thread would help.
                model = open_model(read_bundle(self._folder), wants_gpu=False, threads=1)
                self._opened = (model, *_points(model))
            return self._opened


def _points(model: Model) -> tuple[float, float]:
    """The thresholds ``refuse`` and ``doubt``. Raises BundleError where they are missing."""
    names = tuple(info.name for info in model.manifest.classes)
    frontal = model.manifest.classes[0]
    stated = [point for point in (frontal.operating_point, *frontal.other_points) if point]
    points = {point.name: point.threshold for point in stated}
    if names != CLASSES or not {"refuse", "doubt"} <= set(points):
        raise BundleError(
            said("{name} is no model for checking pictures", name=model.manifest.id),
            hint=said("Install WhyRay again."),
            file=model.bundle.path,
        )
    return points["refuse"], points["doubt"]
