"""Which source says where the lungs are: drawn, opened, a phantom's, a model's, in this order."""

from types import MappingProxyType

import numpy as np
import pytest
from PIL import Image

from desktop.jobs.mask_tasks import Known, locate, with_places
from engine.explain.explanation import Explanation
from engine.images.geometry import Affine
from engine.inference.segment import Fields
from engine.inference.target import Target
from engine.measure.drawn import drawn_mask
from engine.trust.survey import Truth

SIZE = (8, 10)


def columns(start, stop):
    mask = np.zeros(SIZE, bool)
    mask[:, start:stop] = True
    return mask


@pytest.fixture
def explanation():
    return Explanation(
        "m", np.ones(SIZE, np.float32), Affine(), Target("t", 0), None, None, {}, {}, 0, "x", "CPU",
        1.0, 1, 0.0,
    )  # fmt: skip


@pytest.fixture
def film(tmp_path):
    (tmp_path / "png").mkdir()
    return tmp_path / "png" / "a.png"


def test_the_most_trusted_source_counts_for_each_thing(explanation, film):
    fields = Fields(MappingProxyType({"lungs": columns(0, 1)}), (), "id", "Finder")
    known = Known((), None, film, fields, SIZE)
    assert locate(explanation, known).placed.lungs_from == "Finder"
    assert locate(explanation, known).placed.even == pytest.approx(0.9)

    masks = film.parent.parent / "masks"
    masks.mkdir()
    Image.fromarray(columns(0, 2).astype(np.uint8) * 255).save(masks / "a__lungs.png")
    assert locate(explanation, known).placed.lungs_from == "phantom"
    assert locate(explanation, known).placed.even == pytest.approx(0.8)

    opened = Truth(columns(9, 10), columns(0, 3))
    known = Known((), opened, film, fields, SIZE)
    assert locate(explanation, known).placed.lungs_from == "opened"

    drawn = (drawn_mask("left lung", columns(0, 2), 0), drawn_mask("right lung", columns(2, 4), 0))
    found = locate(explanation, Known(drawn, opened, film, fields, SIZE))
    assert found.placed.lungs_from == "drawn"
    assert found.placed.even == found.placed.share == pytest.approx(0.6)
    metrics = {figure.metric: figure for figure in found.figures}
    assert metrics["relevance-mass"].control == pytest.approx(0.1)  # the finding as opened


def test_without_masks_nothing_is_located(explanation, film):
    found = locate(explanation, Known((), None, film, None, SIZE))
    assert found.placed is None
    assert found.figures == ()


def test_a_finding_alone_gives_figures_but_no_share(explanation, film):
    known = Known((drawn_mask("lesion", columns(2, 4), 0),), None, film, None, SIZE)
    found = locate(explanation, known)
    assert found.placed is None
    assert {figure.metric for figure in found.figures} == {"relevance-mass", "location-auc"}
    assert with_places(found.figures, ()) == ()
    assert with_places(found.figures, found.figures) == found.figures
