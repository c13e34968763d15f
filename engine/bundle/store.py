"""Bundles on disk: written whole, verified on every reading, found by id.

A bundle's digest is the SHA-256 of its ``manifest.json``, in which the SHA-256 of every other file
stands: it names the whole bundle. The user's models lie in folders that are named by their digest,
and such a folder is refused as soon as it holds something else.
"""

import contextlib
import hashlib
import io
import json
import os
import re
import secrets
import shutil
import time
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import SEGMENTATION, FileEntry, Manifest
from engine.bundle.signature import Signature, read_signature
from engine.errors import BundleError, OutputError, RequestError
from engine.files import atomic_write, sync_folder
from engine.language import said

MANIFEST = "manifest.json"
MODEL = "model.onnx"
SELF_TEST = "selftest.npz"
CARD = "card.md"
CONTENTS = (MANIFEST, MODEL, SELF_TEST, CARD)
SIGNATURE = "signature.json"  # a bundle may lack it
SUFFIX = ".whyray"
MAX_BYTES = {
    MANIFEST: 4 << 20, MODEL: 1 << 30, SELF_TEST: 256 << 20, CARD: 1 << 20, SIGNATURE: 16 << 10
}  # fmt: skip
SHORTEST_DIGEST = 8  # digits that name a model by its digest, at least
_LEFT_S = 24 * 3600.0  # nobody has been writing a bundle for so long
_DIGEST = re.compile(r"[0-9a-f]{64}")
_REIMPORT = said("The bundle was altered or copied incompletely; import it again from its source.")


@dataclass(frozen=True)
class Bundle:
    """A verified bundle in memory: what was hashed is what is used.

    Attributes:
        path: folder or ``.whyray`` file it came from.
        manifest: its description.
        contents: the bytes of each of its files (`CONTENTS`, maybe `SIGNATURE`), as verified.
        selftest_input: float32 network input.
        selftest_output: the output expected for it, at most 1e-3 apart.
        signature: proven to fit the manifest; None: it is unsigned.
    """

    path: Path
    manifest: Manifest
    contents: dict[str, bytes]
    selftest_input: NDArray[np.float32]
    selftest_output: NDArray[np.float32]
    signature: Signature | None = None

    @property
    def digest(self) -> str:
        """What names it: hex SHA-256 of its manifest."""
        return _sha256(self.contents[MANIFEST])

    @property
    def model(self) -> bytes:
        """The ONNX file."""
        return self.contents[MODEL]

    @property
    def card(self) -> str:
        """The model card, Markdown."""
        return self.contents[CARD].decode("utf-8", "replace")


@dataclass(frozen=True)
class StoredModel:
    """One line of the model list.

    Attributes:
        id: the manifest's, or the folder's name where that cannot be read.
        name: for people.
        version: for people; empty where the manifest cannot be read.
        path: the bundle folder.
        is_shipped: came with the program.
        problem: why the manifest cannot be read; empty for sound ones.
        task: the manifest's; empty where it cannot be read.
        digest: of the bundle, unverified; empty where there is no manifest.
        state: where it stands in its life (`engine.library.models.STATES`); empty: nothing is
            known of it but that it is here.
    """

    id: str
    name: str
    version: str
    path: Path
    is_shipped: bool
    problem: str = ""
    task: str = ""
    digest: str = ""
    state: str = ""

    @property
    def is_segmentation(self) -> bool:
        """Whether it gives masks of anatomy; it is then never offered for scoring."""
        return self.task == SEGMENTATION


@dataclass(frozen=True)
class ModelStore:
    """The models of this installation: those that ship (read only) and those imported by the user.

    Attributes:
        shipped: folder of bundle folders.
        imported: folder of bundle folders, made when first needed.
    """

    shipped: Path
    imported: Path

    def list(self) -> tuple[StoredModel, ...]:
        """Every bundle by id, shipped ones first. Weights are verified when opened."""
        found = []
        for root, is_shipped in ((self.shipped, True), (self.imported, False)):
            models = [stored_model(f, is_shipped=is_shipped) for f in _bundle_folders(root)]
            found.extend(sorted(models, key=lambda model: (model.id, model.digest)))
        return tuple(found)

    def find(self, wanted: str) -> Path:
        """Folder of a model; see `locate`. Raises RequestError."""
        return self.locate(wanted).path

    def locate(self, wanted: str) -> StoredModel:
        """The model that is meant by an id, ``id@version`` or the beginning of its digest.

        Raises:
            RequestError: none is, or several are; the hint names the choices.
        """
        models = self.list()
        named = [model for model in models if wanted in (model.id, f"{model.id}@{model.version}")]
        is_digest = len(wanted) >= SHORTEST_DIGEST and _DIGEST.match(wanted.ljust(64, "0"))
        if not named and is_digest:
            named = [model for model in models if model.digest.startswith(wanted)]
        named = list({model.digest: model for model in reversed(named)}.values())  # shipped first
        if len(named) == 1:
            return named[0]
        if named:
            choices = ", ".join(f"{m.digest[:12]} ({m.id}@{m.version})" for m in reversed(named))
            raise RequestError(
                said("{wanted!r} may mean several models", wanted=wanted),
                hint=said("Name one by its digest: {choices}.", choices=choices),
            )
        known = ", ".join(model.id for model in models) or "none"
        raise RequestError(
            said("no model has the id {wanted!r}", wanted=wanted),
            hint=said("Known models: {known}.", known=known),
        )

    def add(self, bundle: Bundle) -> Path:
        """Copies a verified bundle into the user's models and returns its folder there.

        Raises:
            BundleError: another model with the same id is there already.
        """
        for model in self.list():
            if model.digest == bundle.digest and is_whole(model.path):
                _take_over_signature(model, bundle)
                return model.path
            if model.path.name == bundle.digest:
                continue  # the same one, altered: made anew
            if model.id == bundle.manifest.id:
                raise BundleError(
                    said(
                        "a different model with the id {id!r} is already here",
                        id=bundle.manifest.id,
                    ),
                    hint=said("Give the new one another id, or remove the old one first."),
                )
        folder = self.imported / bundle.digest
        _write_folder(folder, bundle.contents)
        return folder

    def rename_by_digest(self) -> tuple[Path, ...]:
        """Gives folders of the user's models that have another name that of their digest.

        Each is renamed at once; one that cannot be now stays and is found all the same. What an
        earlier program was killed over while it was writing is cleared away after a day.

        Returns:
            The new folders.
        """
        self._clear_away()
        renamed = []
        for folder in _bundle_folders(self.imported):
            if _DIGEST.fullmatch(folder.name):
                continue
            try:
                target = self.imported / _sha256((folder / MANIFEST).read_bytes())
                if not target.exists():
                    renamed.append(folder.rename(target))
            except OSError:  # another program was first, or has it open
                continue
        return tuple(renamed)

    def _clear_away(self) -> None:
        leftovers = self.imported.glob(".*") if self.imported.is_dir() else ()
        for leftover in leftovers:
            with contextlib.suppress(OSError):
                if time.time() - leftover.stat().st_mtime > _LEFT_S:
                    shutil.rmtree(leftover, ignore_errors=True)

    def remove(self, folder: Path) -> None:
        """Deletes the folder of one of the user's models for good. Raises OutputError."""
        doomed = folder.with_name(f".{folder.name[:12]}.{secrets.token_hex(4)}.old")
        try:
            folder.rename(doomed)
            shutil.rmtree(doomed)
        except FileNotFoundError:
            return
        except OSError as error:
            raise OutputError(
                said("the model could not be deleted: {strerror}", strerror=error.strerror),
                file=folder,
            ) from error


def sign_folder(folder: Path, signature: Signature) -> None:
    """Puts a signature beside the manifest that it fits, in place of another one.

    Raises:
        BundleError: it does not fit.
        OutputError: the disk refused.
    """
    raw = dump_json(signature.to_json())
    read_signature(raw, _read_file(folder / MANIFEST, MAX_BYTES[MANIFEST]))
    atomic_write(folder / SIGNATURE, raw)


def _take_over_signature(model: StoredModel, bundle: Bundle) -> None:
    """A model that is here already may come again with a signature."""
    is_new = bundle.signature is not None and not (model.path / SIGNATURE).exists()
    if is_new and not model.is_shipped:
        sign_folder(model.path, bundle.signature)


def _bundle_folders(root: Path) -> list[Path]:
    """Folders with a manifest; what is just being written begins with a dot."""
    if not root.is_dir():
        return []
    folders = sorted(folder for folder in root.iterdir() if not folder.name.startswith("."))
    return [folder for folder in folders if (folder / MANIFEST).is_file()]


def stored_model(folder: Path, *, is_shipped: bool = False) -> StoredModel:
    """A line of the list; a damaged model is listed with its problem and hides no other."""
    digest = ""
    try:
        raw = _read_file(folder / MANIFEST, MAX_BYTES[MANIFEST])
        digest = _sha256(raw)
        _check_name(folder, digest)
        manifest = _parse_manifest(raw, folder)
    except BundleError as error:
        name = folder.name
        digest = name if _DIGEST.fullmatch(name) else digest
        return StoredModel(name, name, "", folder, is_shipped, str(error), digest=digest)
    task = manifest.task
    return StoredModel(
        manifest.id, manifest.name, manifest.version, folder, is_shipped, "", task, digest
    )


def read_bundle(path: Path) -> Bundle:
    """Reads and verifies a bundle folder or ``.whyray`` file.

    Raises:
        BundleError: a file is missing, too much, altered, too large or malformed; the signature, if
            there is one, is wrong; or the folder is named by the digest of another bundle.
    """
    raw = _read_zip(path) if path.is_file() else _read_folder(path)
    manifest = _parse_manifest(raw[MANIFEST], path)
    _verify(manifest, raw, path)
    signature = None
    if SIGNATURE in raw:
        try:
            signature = read_signature(raw[SIGNATURE], raw[MANIFEST])
        except BundleError as error:
            raise error.about(path) from error.__cause__
    return Bundle(path, manifest, raw, *_parse_selftest(raw[SELF_TEST], path), signature)


def is_whole(path: Path) -> bool:
    """Whether a bundle can be read and nothing of it is altered."""
    try:
        read_bundle(path)
    except BundleError:
        return False
    return True


def read_manifest(folder: Path) -> Manifest:
    """Only the manifest of a bundle folder: cheap, weights unverified."""
    return _parse_manifest(_read_file(folder / MANIFEST, MAX_BYTES[MANIFEST]), folder)


def write_bundle(
    folder: Path,
    manifest: Manifest,
    *,
    model: bytes,
    selftest_input: NDArray[np.float32],
    selftest_output: NDArray[np.float32],
    card: str,
) -> Manifest:
    """Writes a bundle folder, whole or not at all; replaces an older one of the same name.

    Args:
        folder: the bundle folder to make.
        manifest: description; its `files` are filled in here.
        model: bytes of the ONNX file, no external data.
        selftest_input: float32 network input, any batch size.
        selftest_output: what the model must return for it.
        card: Markdown.

    Returns:
        The manifest as written.

    Raises:
        OutputError: the disk refused.
    """
    contents = {MODEL: model, CARD: card.encode("utf-8")}
    contents[SELF_TEST] = _npz(input=selftest_input, output=selftest_output)
    entries = {name: FileEntry(_sha256(data), len(data)) for name, data in sorted(contents.items())}
    complete = replace(manifest, files=entries)
    _write_folder(folder, contents | {MANIFEST: dump_json(complete.to_json())})
    return complete


def _write_folder(folder: Path, contents: dict[str, bytes]) -> None:
    staging = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.part")
    try:
        staging.mkdir(parents=True)
        for name, data in contents.items():
            atomic_write(staging / name, data)
        _swap(staging, folder)
    except OSError as error:
        raise OutputError(
            said("the bundle could not be written: {strerror}", strerror=error.strerror),
            hint=said("Check that the folder may be written to and that the disk is not full."),
            file=folder,
        ) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def pack(bundle: Bundle, path: Path) -> None:
    """Writes the bundle as one ``.whyray`` file: a zip of exactly its files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (*CONTENTS, SIGNATURE):
            if name in bundle.contents:
                entry = zipfile.ZipInfo(name, (2000, 1, 1, 0, 0, 0))
                archive.writestr(entry, bundle.contents[name], zipfile.ZIP_DEFLATED)
    atomic_write(path, data.getvalue())


def dump_json(plain: dict[str, Any]) -> bytes:
    """Stable, readable JSON bytes."""
    return (json.dumps(plain, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode("utf-8")


def _swap(staging: Path, folder: Path) -> None:
    if not folder.exists():
        staging.rename(folder)
    else:
        old = folder.with_name(f".{folder.name}.{secrets.token_hex(4)}.old")
        folder.rename(old)
        staging.rename(folder)
        shutil.rmtree(old, ignore_errors=True)
    sync_folder(folder.parent)


def _read_folder(path: Path) -> dict[str, bytes]:
    if not path.is_dir():
        raise BundleError(
            said("no such bundle"), hint=said("Name a bundle folder or a .whyray file."), file=path
        )
    names = (*CONTENTS, SIGNATURE) if (path / SIGNATURE).exists() else CONTENTS
    raw = {name: _read_file(path / name, MAX_BYTES[name]) for name in names}
    _check_name(path, _sha256(raw[MANIFEST]))
    return raw


def _check_name(folder: Path, digest: str) -> None:
    """A folder that is named by a digest holds the bundle of that digest."""
    if _DIGEST.fullmatch(folder.name) and digest != folder.name:
        reason = said("manifest.json is not the one that the folder is named by: it was altered")
        raise BundleError(reason, hint=_REIMPORT, file=folder)


def _read_file(path: Path, limit: int) -> bytes:
    try:
        with path.open("rb") as handle:
            if os.fstat(handle.fileno()).st_size > limit:
                raise BundleError(
                    said("larger than {limit} MB", limit=limit >> 20), hint=_REIMPORT, file=path
                )
            return handle.read()
    except OSError as error:
        reason = said("cannot be read: {strerror}", strerror=error.strerror)
        raise BundleError(reason, hint=_REIMPORT, file=path) from error


def _read_zip(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            if sorted(names) not in (sorted(CONTENTS), sorted((*CONTENTS, SIGNATURE))):
                reason = said(
                    "a bundle holds exactly {CONTENTS}. Received: {names}",
                    CONTENTS=", ".join(CONTENTS),
                    names=names[:8],
                )
                raise BundleError(reason, hint=_REIMPORT, file=path)
            return {name: _read_member(archive, name, path) for name in names}
    except (zipfile.BadZipFile, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise BundleError(
            said("not a readable bundle: {error}", error=error), hint=_REIMPORT, file=path
        ) from error


def _read_member(archive: zipfile.ZipFile, name: str, path: Path) -> bytes:
    with archive.open(name) as member:
        data = member.read(MAX_BYTES[name] + 1)
    if len(data) > MAX_BYTES[name]:
        raise BundleError(
            said("{name} is larger than allowed", name=name), hint=_REIMPORT, file=path
        )
    return data


def _parse_manifest(raw: bytes, path: Path) -> Manifest:
    try:
        return Manifest.from_json(json.loads(raw))
    except ValueError as error:
        raise BundleError(
            said("manifest.json is no JSON: {error}", error=error), hint=_REIMPORT, file=path
        ) from error
    except BundleError as error:
        raise BundleError(error.message, hint=error.hint, file=path) from error


def _verify(manifest: Manifest, raw: dict[str, bytes], path: Path) -> None:
    described = {n: data for n, data in raw.items() if n not in (MANIFEST, SIGNATURE)}
    if set(manifest.files) != set(described):
        reason = said(
            "the manifest lists {files} instead of {described}",
            files=sorted(manifest.files),
            described=sorted(described),
        )
        raise BundleError(reason, hint=_REIMPORT, file=path)
    for name, data in described.items():
        entry = manifest.files[name]
        if entry.size != len(data) or entry.sha256 != _sha256(data):
            reason = said(
                "{name} is not the file that the manifest describes (its hash differs)", name=name
            )
            raise BundleError(reason, hint=_REIMPORT, file=path)


def _parse_selftest(raw: bytes, path: Path) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
            return arrays["input"].astype(np.float32), arrays["output"].astype(np.float32)
    except (ValueError, KeyError, OSError, EOFError, zipfile.BadZipFile) as error:
        reason = said("{SELF_TEST} cannot be read: {error}", SELF_TEST=SELF_TEST, error=error)
        raise BundleError(reason, hint=_REIMPORT, file=path) from error


def _npz(**arrays: NDArray[np.float32]) -> bytes:
    data = io.BytesIO()
    np.savez_compressed(data, **{name: array.astype(np.float32) for name, array in arrays.items()})
    return data.getvalue()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
