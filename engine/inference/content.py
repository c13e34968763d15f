"""What a picture shows: the check by a network that no header and no grey level can replace.

A small model of its own, shipped beside the readers' models, sorts pictures into frontal chest
films and what else arrives in clinics; its card says how often it errs. It runs before a score is
shown (`engine.pipeline`).
"""

from dataclasses import dataclass

from engine.errors import BundleError
from engine.images.admission import Reason
from engine.images.radiograph import Radiograph
from engine.inference.model import Model
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
    """Looks at pictures with an open model.

    Args:
        model: its classes are `CLASSES`; the first one's operating points are ``refuse`` and
            ``doubt``.

    Raises:
        BundleError: the model is another one.
    """

    def __init__(self, model: Model) -> None:
        names = tuple(info.name for info in model.manifest.classes)
        frontal = model.manifest.classes[0]
        points = {point.name: point.threshold for point in frontal.other_points}
        if frontal.operating_point is not None:
            points[frontal.operating_point.name] = frontal.operating_point.threshold
        if names != CLASSES or not {"refuse", "doubt"} <= set(points):
            raise BundleError(
                said("{name} is no model for checking pictures", name=model.manifest.id),
                hint=said("Install WhyRay again."),
                file=model.bundle.path,
            )
        self._model = model
        self._refuses_below, self._doubts_below = points["refuse"], points["doubt"]

    def look(self, radiograph: Radiograph, frame: int = 0) -> Content:
        """What a frame shows. Raises InvalidOutput; Cancelled after `stop`."""
        model_input = self._model.manifest.recipe.apply(radiograph, frame)
        scores = predict(self._model, model_input.tensor).scores
        by_name = {score.target.name: score.probability for score in scores}
        kind = max(CLASSES, key=by_name.__getitem__)
        points = (self._refuses_below, self._doubts_below)
        others = {name: value for name, value in by_name.items() if name != FRONTAL}
        likeliest = max(others, key=others.__getitem__)
        is_refused = by_name[FRONTAL] < self._refuses_below
        return Content(likeliest if is_refused else kind, by_name[FRONTAL], *points)

    def stop(self) -> None:
        """Interrupts a look under way."""
        self._model.stop()
