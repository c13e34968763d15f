"""The life of models: every change whole, audited, and true to the files."""

import hashlib
import json
import shutil
import sqlite3

import pytest

from engine.bundle.store import CONTENTS, ModelStore, pack, read_bundle
from engine.errors import BundleError, ModelError, RequestError, UntrustedModel
from engine.library import audit, models
from engine.library.models import Act
from engine.library.opening import NAME, open_library
from engine.progress import Step, finish
from engine.registry import registry as registry_module
from engine.registry.registry import Registry
from engine.registry.trial import Trial
from tests.support.bundles import write_tiny_bundle

NOW = "2026-11-21T10:00:00+00:00"
ACT = Act(NOW, "ann", "because the radiologists asked for it")


@pytest.fixture
def at_once(monkeypatch):
    """Trials pass without a child: they have tests of their own."""

    def passed(path, limits=None, *, is_vetted=True):
        yield Step(1.0, result=Trial(read_bundle(path).digest, 0.0, 0.01, None))

    monkeypatch.setattr(registry_module, "try_out", passed)


@pytest.fixture
def registry(tmp_path, at_once):
    write_tiny_bundle(tmp_path / "shipped" / "base", id="base")
    store = ModelStore(tmp_path / "shipped", tmp_path / "models")
    return Registry(store, tmp_path / "library", "base", "1.0")


@pytest.fixture
def bring(tmp_path, registry):
    """Imports a tiny model of that id."""

    def do(model_id, **facts):
        folder = write_tiny_bundle(tmp_path / "from" / model_id, id=model_id, **facts)
        return finish(registry.import_candidate(folder, ACT)).model

    return do


def promote(registry, wanted, **options):
    return finish(registry.promote(wanted, ACT, **options))


def active_id(registry):
    return registry.settle(NOW).active.id


def states(registry):
    return {life.model_id: life.state for life in registry.settle(NOW).lives.values()}


def rows(registry, question):
    with sqlite3.connect(registry.library / NAME) as connection:
        found = connection.execute(question).fetchall()
    connection.close()
    return found


def events(registry):
    return [json.loads(entry) for (entry,) in rows(registry, "SELECT entry FROM audit")]


def test_until_somebody_chooses_the_shipped_model_is_active_and_nothing_is_written(registry):
    standing = registry.settle(NOW)

    assert (standing.active.id, standing.active.state) == ("base", "active")
    assert not registry.library.exists()


def test_an_import_is_a_candidate_in_a_folder_named_by_the_hash_of_its_manifest(registry, bring):
    model = bring("better")

    manifest = (model.path / "manifest.json").read_bytes()
    assert model.path.name == hashlib.sha256(manifest).hexdigest() == model.digest
    described = json.loads(manifest)["files"]
    for name in set(CONTENTS) - {"manifest.json"}:
        found = hashlib.sha256((model.path / name).read_bytes()).hexdigest()
        assert described[name]["sha256"] == found
    assert model.state == "candidate"
    assert active_id(registry) == "base"
    assert [event["event"] for event in events(registry)] == [audit.MODEL_IMPORTED]


def test_a_promotion_replaces_the_active_model_and_says_who_when_and_why(registry, bring):
    bring("better")

    promotion = promote(registry, "better")

    assert active_id(registry) == "better"
    assert states(registry) == {"base": "former", "better": "active"}
    last = events(registry)[-1]
    assert (last["event"], last["by"], last["at"]) == (audit.MODEL_ACTIVATED, "ann", NOW)
    assert last["details"]["digest"] == promotion.model.digest
    assert last["details"]["replaces"] == promotion.replaced
    assert last["details"]["reason"] == hashlib.sha256(ACT.reason.encode()).hexdigest()
    assert ACT.reason not in json.dumps(events(registry))
    (line,) = [c for c in registry.history(promotion.model.digest) if c.after == "active"]
    assert (line.by, line.reason) == ("ann", ACT.reason)


def test_the_chain_of_the_audit_holds_over_a_whole_life(registry, bring, tmp_path):
    bring("one")
    bring("two")
    promote(registry, "one")
    promote(registry, "two")
    finish(registry.roll_back(ACT))
    registry.retire("two", ACT)
    registry.export("two", tmp_path / "two.whyray", ACT)
    registry.delete("two", ACT)

    with open_library(registry.library).library.reading() as connection:
        checked = audit.verify(audit.lines(connection))
    assert checked.broken_line is None
    assert checked.count == len(events(registry))
    assert [event["event"] for event in events(registry)][-4:] == [
        audit.MODEL_ROLLED_BACK, audit.MODEL_RETIRED, audit.MODEL_EXPORTED, audit.MODEL_DELETED,
    ]  # fmt: skip


def test_going_back_goes_to_what_was_replaced_and_not_forward_again(registry, bring):
    bring("one")
    bring("two")
    promote(registry, "one")
    promote(registry, "two")

    finish(registry.roll_back(ACT))
    assert active_id(registry) == "one"
    finish(registry.roll_back(ACT))
    assert active_id(registry) == "base"
    with pytest.raises(RequestError, match="no earlier"):
        finish(registry.roll_back(ACT))


def test_no_two_models_can_be_active_whatever_writes(registry, bring):
    bring("one")
    promote(registry, "one")

    connection = sqlite3.connect(registry.library / NAME)
    with pytest.raises(sqlite3.IntegrityError):
        connection.execute("UPDATE model_lives SET state = 'active'")
    connection.close()


def test_the_active_and_the_shipped_are_never_deleted(registry, bring):
    bring("one")
    promote(registry, "one")

    with pytest.raises(RequestError, match="active"):
        registry.delete("one", ACT)
    with pytest.raises(RequestError, match="active"):
        registry.retire("one", ACT)
    with pytest.raises(RequestError, match="came with the program"):
        registry.delete("base", ACT)


def test_what_is_deleted_is_gone_from_the_disk_and_stays_known(registry, bring):
    model = bring("one")

    registry.delete("one", ACT)

    assert not model.path.exists()
    standing = registry.settle(NOW)
    assert [entry.id for entry in standing.models] == ["base"]
    assert standing.lives[model.digest].state == "deleted"


def test_an_id_that_results_name_is_never_given_to_another_model(registry, bring):
    bring("one")
    registry.delete("one", ACT)

    with pytest.raises(BundleError, match="different model"):
        bring("one", name="Another one")
    assert bring("one").state == "candidate"


def test_models_are_named_by_id_by_version_or_by_digest(registry, bring):
    model = bring("one", version="7")
    store = registry.store

    for wanted in ("one", "one@7", model.digest, model.digest[:8]):
        assert store.locate(wanted).path == model.path
    for wanted in ("one@8", model.digest[:7], "zzzzzzzz"):
        with pytest.raises(RequestError, match="no model"):
            store.locate(wanted)


def test_an_ambiguous_name_is_refused_with_the_choices(registry, tmp_path):
    mine = write_tiny_bundle(tmp_path / "models" / "x", id="base", name="Mine", version="2")
    digest = hashlib.sha256((mine / "manifest.json").read_bytes()).hexdigest()

    with pytest.raises(RequestError, match="several") as caught:
        registry.store.locate("base")

    assert digest[:12] in caught.value.hint
    assert registry.store.locate("base@2").path == mine
    assert registry.store.locate(digest[:12]).path == mine


def test_folders_of_an_earlier_version_are_renamed_and_the_choice_is_taken_over(registry, tmp_path):
    old = write_tiny_bundle(tmp_path / "models" / "mine", id="mine")
    contents = read_bundle(old).contents

    standing = registry.settle(NOW, chosen="mine")

    assert not old.exists()
    assert standing.active.id == "mine"
    assert read_bundle(standing.active.path).contents == contents
    assert standing.active.path.name == standing.active.digest
    assert registry.settle(NOW).active.id == "mine"
    assert standing.notices == ()


def test_a_choice_that_is_gone_is_told(registry):
    standing = registry.settle(NOW, chosen="lost")

    assert standing.active.id == "base"
    assert "lost" in str(standing.notices[0])


@pytest.mark.parametrize("name", CONTENTS)
def test_an_altered_active_model_is_replaced_by_the_last_whole_one(registry, bring, name):
    bring("one")
    model = bring("two")
    promote(registry, "one")
    promote(registry, "two")
    damaged = bytearray((model.path / name).read_bytes())
    damaged[len(damaged) // 2] ^= 1
    (model.path / name).write_bytes(bytes(damaged))
    with pytest.raises(BundleError) as caught:
        read_bundle(model.path)

    standing = registry.replace_damaged(model.digest, ACT, caught.value)

    assert standing.active.id == "one"
    assert "two cannot be used" in str(standing.notices[0])
    assert "Tiny" in standing.notices[0].hint
    assert states(registry)["two"] == "retired"
    assert audit.MODEL_FELL_BACK in [event["event"] for event in events(registry)]


def test_an_active_model_whose_folder_is_gone_is_replaced_when_that_is_noticed(registry, bring):
    bring("one")
    model = bring("two")
    promote(registry, "one")
    promote(registry, "two")
    shutil.rmtree(model.path)

    standing = registry.settle(NOW)

    assert standing.active.id == "one"
    assert "two" in str(standing.notices[0])
    assert registry.settle(NOW).notices == ()


def test_a_damaged_one_before_is_passed_over(registry, bring):
    first, second = bring("one"), bring("two")
    promote(registry, "one")
    promote(registry, "two")
    (first.path / "card.md").write_text("altered")
    shutil.rmtree(second.path)

    assert active_id(registry) == "base"


def test_an_altered_model_is_made_whole_by_importing_it_again(registry, bring, tmp_path):
    model = bring("one")
    (model.path / "card.md").write_text("altered")

    again = finish(registry.import_candidate(tmp_path / "from" / "one", ACT)).model

    assert again.path == model.path
    assert read_bundle(again.path).manifest.id == "one"


def overwrite_page_of(registry, table):
    """Zeros the first page of a table, as a bad sector would."""
    path = registry.library / NAME
    ((page,),) = rows(registry, f"SELECT rootpage FROM sqlite_schema WHERE name = '{table}'")
    ((size,),) = rows(registry, "PRAGMA page_size")
    data = bytearray(path.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    path.write_bytes(bytes(data))


def test_a_damaged_library_gives_the_active_model_back_from_its_audit(registry, bring):
    bring("one")
    promote(registry, "one")
    overwrite_page_of(registry, "model_lives")

    standing = registry.settle(NOW)

    assert standing.active.id == "one"
    assert states(registry) == {"base": "former", "one": "active"}
    told = " ".join(f"{notice} {notice.hint}" for notice in standing.notices)
    assert "set aside" in told
    assert "Active now: Tiny" in told
    assert registry.settle(NOW).notices == ()
    finish(registry.roll_back(ACT))
    assert active_id(registry) == "base"


def test_a_library_whose_audit_is_lost_too_means_the_shipped_model_and_that_is_told(
    registry, bring
):
    bring("one")
    promote(registry, "one")
    overwrite_page_of(registry, "model_lives")
    overwrite_page_of(registry, "audit")

    standing = registry.settle(NOW)

    assert standing.active.id == "base"
    assert states(registry) == {"one": "candidate"}
    told = " ".join(f"{notice} {notice.hint}" for notice in standing.notices)
    assert "Check that this is the model you expect" in told


def test_a_library_that_is_gone_means_candidates_and_is_told(registry, bring):
    bring("one")
    promote(registry, "one")
    shutil.rmtree(registry.library)

    standing = registry.settle(NOW)

    assert standing.active.id == "base"
    assert states(registry) == {"one": "candidate"}
    assert "nothing is known" in str(standing.notices[0])


def test_a_locked_library_is_read_and_told(registry, bring, monkeypatch):
    bring("one")
    promote(registry, "one")
    from engine.library import database

    monkeypatch.setattr(database, "BUSY_S", 0.1)
    other = sqlite3.connect(registry.library / NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    standing = registry.settle(NOW)
    with pytest.raises(Exception, match="in use"):
        promote(registry, "base")
    other.close()

    assert standing.active.id == "one"
    assert "in use" in str(standing.notices[0])


def test_a_new_version_of_the_program_brings_its_model_along(registry, tmp_path):
    promote(registry, "base")
    write_tiny_bundle(tmp_path / "shipped" / "base", id="base", name="Newer")
    newer = Registry(registry.store, registry.library, "base", "1.1")

    standing = newer.settle(NOW)

    assert standing.active.name == "Newer"
    assert standing.notices == ()


def test_a_shipped_model_that_changes_by_itself_is_not_trusted(registry, tmp_path):
    write_tiny_bundle(tmp_path / "shipped" / "other", id="other")
    promote(registry, "base")
    write_tiny_bundle(tmp_path / "shipped" / "base", id="base", name="Altered")

    standing = registry.settle(NOW)

    assert "base" in str(standing.notices[0])


def test_a_refused_promotion_changes_nothing_and_stands_in_the_audit(registry, bring):
    model = bring("one")
    (model.path / "model.onnx").write_bytes(b"something else")

    with pytest.raises(ModelError):
        promote(registry, "one")

    assert active_id(registry) == "base"
    assert events(registry)[-1]["event"] == audit.MODEL_REFUSED
    assert events(registry)[-1]["details"]["code"] == "E_BUNDLE"


def test_a_packed_bundle_is_taken_in_and_given_out_the_same(registry, tmp_path):
    source = read_bundle(write_tiny_bundle(tmp_path / "from", id="packed"))
    pack(source, tmp_path / "packed.whyray")
    finish(registry.import_candidate(tmp_path / "packed.whyray", ACT))

    registry.export("packed", tmp_path / "again.whyray", ACT)

    assert (tmp_path / "again.whyray").read_bytes() == (tmp_path / "packed.whyray").read_bytes()


def test_a_site_that_wants_signatures_refuses_the_unsigned_and_the_unknown(
    registry, bring, tmp_path
):
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    bring("one")
    with pytest.raises(UntrustedModel, match="unsigned"):
        promote(registry, "one", needs_signature=True)
    key = Ed25519PrivateKey.generate()
    registry.sign("one", key, "Our clinic", ACT)
    promote(registry, "one", needs_signature=True)
    public = key.public_key().public_bytes_raw().hex()

    registry.distrust_key(public, ACT)
    promote(registry, "base", needs_signature=True)  # it came with the program
    with pytest.raises(UntrustedModel, match="does not trust"):
        promote(registry, "one", needs_signature=True)
    assert registry.trust_key(public, "The clinic across the road", ACT)
    assert not registry.trust_key(public, "The clinic across the road", ACT)
    promote(registry, "one", needs_signature=True)

    assert active_id(registry) == "one"
    assert [e["event"] for e in events(registry) if "key" in e["event"]] == [
        audit.KEY_TRUSTED, audit.KEY_DISTRUSTED, audit.KEY_TRUSTED,
    ]  # fmt: skip


def test_no_model_is_taken_for_a_key(registry):
    with pytest.raises(RequestError, match="public key"):
        registry.trust_key("abc", "x", ACT)


def test_a_trial_is_kept_with_the_model(registry, bring):
    model = bring("one")

    life = registry.settle(NOW).lives[model.digest]

    assert life.trial["digest"] == model.digest
    assert (life.imported_at, life.imported_by) == (NOW, "ann")
    assert models.STATES[0] == life.state
