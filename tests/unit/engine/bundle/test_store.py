"""Bundles are read back as written, and refused when a single bit differs."""

import json
import zipfile

import numpy as np
import pytest

from engine.bundle.manifest import Manifest
from engine.bundle.store import CONTENTS, ModelStore, pack, read_bundle
from engine.errors import BundleError, RequestError
from tests.support.bundles import tiny_manifest, write_tiny_bundle


def test_a_bundle_is_read_back_as_written(tmp_path):
    folder = write_tiny_bundle(tmp_path / "tiny-1")

    bundle = read_bundle(folder)

    assert sorted(p.name for p in folder.iterdir()) == sorted(CONTENTS)
    assert bundle.manifest.classes == tiny_manifest().classes
    assert bundle.manifest.recipe == tiny_manifest().recipe
    assert bundle.card == "# Tiny\n"
    assert bundle.selftest_output.shape == (1, 1)


@pytest.mark.parametrize("name", ["model.onnx", "selftest.npz", "card.md"])
def test_one_flipped_bit_is_noticed(tmp_path, name):
    folder = write_tiny_bundle(tmp_path / "tiny-1")
    data = bytearray((folder / name).read_bytes())
    data[len(data) // 2] ^= 1
    (folder / name).write_bytes(bytes(data))

    with pytest.raises(BundleError, match=f"{name} is not the file"):
        read_bundle(folder)


@pytest.mark.parametrize("name", CONTENTS)
def test_a_missing_file_is_named(tmp_path, name):
    folder = write_tiny_bundle(tmp_path / "tiny-1")
    (folder / name).unlink()

    with pytest.raises(BundleError) as caught:
        read_bundle(folder)

    assert name in str(caught.value)


def test_a_packed_bundle_equals_its_folder(tmp_path):
    bundle = read_bundle(write_tiny_bundle(tmp_path / "tiny-1"))
    pack(bundle, tmp_path / "tiny.whyray")

    packed = read_bundle(tmp_path / "tiny.whyray")

    assert packed.contents == bundle.contents


@pytest.mark.parametrize("extra", ["../evil.txt", "code.py", "model.onnx.data"])
def test_a_packed_bundle_with_another_member_is_refused(tmp_path, extra):
    pack(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), tmp_path / "tiny.whyray")
    with zipfile.ZipFile(tmp_path / "tiny.whyray", "a") as archive:
        archive.writestr(extra, "x")

    with pytest.raises(BundleError, match="holds exactly"):
        read_bundle(tmp_path / "tiny.whyray")


def test_a_member_that_claims_to_be_small_is_not_inflated_without_end(tmp_path):
    pack(read_bundle(write_tiny_bundle(tmp_path / "tiny-1")), tmp_path / "tiny.whyray")
    with zipfile.ZipFile(tmp_path / "tiny.whyray") as archive:
        members = {name: archive.read(name) for name in CONTENTS}
    with zipfile.ZipFile(tmp_path / "bomb.whyray", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, b"0" * (3 << 20) if name == "card.md" else data)

    with pytest.raises(BundleError, match="larger than allowed"):
        read_bundle(tmp_path / "bomb.whyray")


def test_a_file_that_is_no_zip_is_refused(tmp_path):
    (tmp_path / "x.whyray").write_bytes(b"not a zip")

    with pytest.raises(BundleError, match=r"x\.whyray"):
        read_bundle(tmp_path / "x.whyray")


def test_writing_again_replaces_the_bundle_whole(tmp_path):
    folder = write_tiny_bundle(tmp_path / "tiny-1")
    write_tiny_bundle(folder, name="Second")

    assert read_bundle(folder).manifest.name == "Second"
    assert [p.name for p in tmp_path.iterdir()] == ["tiny-1"]


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": 99},
        {"id": "../up"},
        {"task": "guess"},
        {"complement": None},
        {"classes": []},
        {"activation": "relu"},
        {"surprise": 1},
    ],
)
def test_contradicting_manifests_are_refused(tmp_path, change):
    folder = write_tiny_bundle(tmp_path / "tiny-1")
    plain = json.loads((folder / "manifest.json").read_text())

    with pytest.raises(BundleError):
        Manifest.from_json(plain | change)


def test_the_store_lists_shipped_and_imported_models_and_finds_them(tmp_path):
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    store = ModelStore(tmp_path / "shipped", tmp_path / "imported")
    other = read_bundle(write_tiny_bundle(tmp_path / "elsewhere", id="tiny-2"))

    folder = store.add(other)

    assert [(m.id, m.is_shipped) for m in store.list()] == [("tiny-1", True), ("tiny-2", False)]
    assert store.find("tiny-2") == folder
    assert read_bundle(folder).contents == other.contents
    with pytest.raises(RequestError, match="tiny-3"):
        store.find("tiny-3")


def test_a_damaged_model_is_listed_with_its_problem_and_hides_no_other(tmp_path):
    write_tiny_bundle(tmp_path / "shipped" / "a")
    write_tiny_bundle(tmp_path / "shipped" / "b", id="tiny-2")
    (tmp_path / "shipped" / "a" / "manifest.json").write_text("{")

    damaged, sound = ModelStore(tmp_path / "shipped", tmp_path / "imported").list()

    assert (damaged.id, sound.id) == ("a", "tiny-2")
    assert "no JSON" in damaged.problem
    assert sound.problem == ""


def test_the_same_id_with_other_weights_is_refused(tmp_path):
    write_tiny_bundle(tmp_path / "shipped" / "tiny-1")
    store = ModelStore(tmp_path / "shipped", tmp_path / "imported")
    changed = read_bundle(write_tiny_bundle(tmp_path / "elsewhere"))
    np.testing.assert_equal(store.add(changed), tmp_path / "shipped" / "tiny-1")
    folder = tmp_path / "elsewhere"
    from engine.bundle.store import write_bundle

    write_bundle(
        folder,
        changed.manifest,
        model=changed.model,
        selftest_input=changed.selftest_input,
        selftest_output=changed.selftest_output,
        card="another card",
    )

    with pytest.raises(BundleError, match="different model"):
        store.add(read_bundle(folder))
