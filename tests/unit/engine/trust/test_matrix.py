"""The matrix of maps: scales, pictures, differences, captions and files."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.errors import OutputError
from engine.images.geometry import resize_affine
from engine.trust.agreement import agreement
from engine.trust.matrix import (
    Display,
    agreement_text,
    agreement_with,
    backdrop_of,
    caption_of,
    display_note,
    entry_of,
    picture_of,
    scales_of,
)
from engine.trust.matrix_files import agreement_csv, sheet_picture, write_matrix
from tests.support.pictures import make_explanation, make_radiograph

IMAGE_HW = (80, 60)


@pytest.fixture
def backdrop():
    return backdrop_of(make_radiograph(np.full(IMAGE_HW, 30_000, np.uint16)), 0, 160)


def entry(values, **changes):
    values = np.asarray(values, np.float32)
    made = make_explanation(values, resize_affine(values.shape, IMAGE_HW))
    return entry_of(replace(made, **changes), IMAGE_HW)


@pytest.fixture
def entries():
    ramp = np.linspace(-1.0, 2.0, 20).reshape(5, 4)
    return [
        entry(ramp),
        entry(10.0 * ramp, method="hires-cam"),
        entry(3.0 * ramp[::-1], layer="conv2"),
        entry(-np.abs(ramp), method="saliency", layer=None, flags=("no positive evidence",)),
    ]


def test_scales_end_where_their_group_does(entries):
    assert [round(s.high, 3) for s in scales_of(entries, Display())] == [2.0, 20.0, 6.0, 2.0]
    by_method = scales_of(entries, Display(scaling="method"))
    assert [round(s.high, 3) for s in by_method] == [6.0, 20.0, 6.0, 2.0]
    assert {round(s.high, 3) for s in scales_of(entries, Display(scaling="all"))} == {20.0}
    assert all(s.low == -s.high for s in by_method)
    one_sided = scales_of(entries, Display(is_signed=False))
    assert one_sided[3].is_empty
    assert {s.low for s in one_sided} == {0.0}


def test_differences_are_centred_at_zero_on_one_scale(entries):
    display = Display("shares")
    scales = scales_of(entries, display, entries[0])

    # Where the reference has its greatest value, 2, the last map has its least, -2.
    assert {round(s.high, 4) for s in scales} == {(2.0 - -2.0) / 2.0}
    assert all(s.is_signed and s.low == -s.high for s in scales)


def test_the_reference_differs_from_itself_in_nothing(entries, backdrop):
    for what in ("ranks", "shares"):
        display = Display(what)
        scale = scales_of(entries, display, entries[0])[0]
        same = picture_of(entries[0], display, scale, backdrop, entries[0])
        units = picture_of(entries[1], display, scale, backdrop, entries[0])
        other = picture_of(entries[2], display, scale, backdrop, entries[0])
        plain = np.repeat(backdrop.picture[:, :, None], 3, axis=2)
        np.testing.assert_array_equal(same, plain)
        np.testing.assert_array_equal(units, plain)
        assert other[4, :, 0].mean() > other[4, :, 2].mean()  # red: more than in the reference
        assert other[-4, :, 0].mean() < other[-4, :, 2].mean()


def test_signed_maps_stay_signed(entries, backdrop):
    signed = scales_of(entries, Display())[0]
    picture = picture_of(entries[0], Display(), signed, backdrop)
    assert picture.shape == (160, 120, 3)
    assert picture[2, 0, 2] > picture[2, 0, 0]  # blue: against
    assert picture[-2, -1, 0] > picture[-2, -1, 2]
    display = Display(is_signed=False)
    one_sided = picture_of(entries[0], display, scales_of(entries, display)[0], backdrop)
    np.testing.assert_array_equal(one_sided[2, 0], [backdrop.picture[2, 0]] * 3)


def test_captions_tell_method_class_model_and_layer(entries):
    assert caption_of(entries[0]) == (
        "Grad-CAM", "Pneumonia, model made-model", "layer conv5_block16",
    )  # fmt: skip
    assert caption_of(entries[3])[2] == "on the input"
    text = agreement_text(agreement_with(entries[1], entries[0]))
    assert text == "rank correlation 1.00, overlap of the top 5% 1.00"
    constant = entry(np.ones((5, 4)))
    assert "not defined" in agreement_text(agreement_with(constant, entries[0]))


def test_the_legend_tells_how_colours_compare():
    notes = {
        display_note(Display(what, scaling, is_signed))
        for what, scaling, is_signed in (
            ("maps", "own", True), ("maps", "method", True), ("maps", "all", True),
            ("maps", "own", False), ("ranks", "own", True), ("shares", "own", True),
        )
    }  # fmt: skip
    assert len(notes) == 6


def test_the_sheet_holds_every_tile_and_its_legend(entries, backdrop):
    sheet = sheet_picture(entries, Display(), backdrop, 3, reference=entries[0])
    cautioned = sheet_picture(entries, Display("ranks"), backdrop, 3, reference=entries[0],
                              caution="REFUSED")  # fmt: skip

    assert sheet.shape[1] >= 3 * 320
    assert sheet.shape[0] >= 2 * 160
    painted = picture_of(entries[0], Display(), scales_of(entries, Display())[0], backdrop)
    left = (320 - painted.shape[1]) // 2
    np.testing.assert_array_equal(sheet[:160, left : left + painted.shape[1]], painted)
    assert cautioned.shape[0] > sheet.shape[0]


def test_the_table_has_every_pair_once_with_its_numbers(entries):
    rows = list(csv.DictReader(io.StringIO(agreement_csv(entries))))

    assert len(rows) == 6
    expected = agreement(entries[0].ordered.values, entries[2].ordered.values)
    row = next(r for r in rows if r["method"] == r["other_method"] == "grad-cam")
    assert float(row["rank_correlation"]) == pytest.approx(expected.rank_correlation)
    assert float(row["overlap_top_10%"]) == pytest.approx(expected.overlaps[0.1])
    assert (row["layer"], row["other_layer"]) == ("conv5_block16", "conv2")
    assert agreement_csv(entries[:1]) == ""


def test_files_are_written_or_the_folder_is_named(tmp_path, entries, backdrop):
    sheet = sheet_picture(entries[:2], Display(), backdrop, 2)
    paths = write_matrix(tmp_path / "new", "film", sheet, entries)
    with Image.open(paths["png"]) as picture:
        np.testing.assert_array_equal(np.asarray(picture), sheet)
    assert paths["csv"].read_text().startswith("model,method,layer,class")
    (tmp_path / "taken").write_text("")
    with pytest.raises(OutputError):
        write_matrix(tmp_path / "taken", "film", sheet, entries)
