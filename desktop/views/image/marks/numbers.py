"""Numbers of marks, kept while nothing they depend on changes: panning computes none."""

from engine.images.radiograph import Radiograph
from engine.measure.mark import REGIONS, Mark
from engine.measure.regions import box_pixels
from engine.measure.scale import Scale
from engine.measure.values import Measured, measured

LIVE_PIXELS = 500_000.0  # of a larger region nothing is counted while it moves


class Numbers:
    """The numbers of the marks of one view, by their ids."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Mark, Radiograph, Scale, Measured]] = {}

    def of(
        self, mark: Mark, radiograph: Radiograph, scale: Scale, *, is_moving: bool = False
    ) -> Measured:
        """The numbers of a mark.

        Args:
            mark: as it is now.
            radiograph: the image that it lies on.
            scale: what lengths are measured with.
            is_moving: then large regions go without statistics.
        """
        known = self._known.get(mark.id)
        if known is not None and known[0] == mark and known[1] is radiograph and known[2] == scale:
            return known[3]
        is_large = mark.kind in REGIONS and box_pixels(mark.points) > LIVE_PIXELS
        numbers = measured(mark, radiograph, scale, with_statistics=not (is_moving and is_large))
        if numbers.is_complete and mark.id:
            self._known[mark.id] = (mark, radiograph, scale, numbers)
        return numbers
