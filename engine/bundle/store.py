"""Bundles on disk: written whole, verified on every reading, found by id."""

import hashlib
import io
import json
import os
import secrets
import shutil
import zipfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.bundle.manifest import SEGMENTATION, FileEntry, Manifest
from engine.errors import BundleError, OutputError, RequestError
from engine.files import atomic_write, sync_folder
from engine.language import said

MANIFEST = "manifest.json"
MODEL = "model.onnx"
SELF_TEST = "selftest.npz"
CARD = "card.md"
CONTENTS = (MANIFEST, MODEL, SELF_TEST, CARD)
SUFFIX = ".whyray"
MAX_BYTES = {MANIFEST: 4 << 20, MODEL: 1 << 30, SELF_TEST: 256 << 20, CARD: 1 << 20}
_REIMPORT = said("The bundle was altered or copied incompletely; import it again from its source.")


@dataclass(frozen=True)
class Bundle:
    """A verified bundle in memory: what was hashed is what is used.

    Attributes:
        path: folder or ``.whyray`` file it came from.
        manifest: its description.
        contents: the bytes of each of its files (`CONTENTS`), as verified.
        selftest_input: float32 network input.
        selftest_output: the output expected for it, at most 1e-3 apart.
    """

    path: Path
    manifest: Manifest
    contents: dict[str, bytes]
    selftest_input: NDArray[np.float32]
    selftest_output: NDArray[np.float32]

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
    """

    id: str
    name: str
    version: str
    path: Path
    is_shipped: bool
    problem: str = ""
    task: str = ""

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
        """Every bundle, shipped ones first. Weights are verified when opened."""
        found = []
        for root, is_shipped in ((self.shipped, True), (self.imported, False)):
            for folder in sorted(root.iterdir()) if root.is_dir() else []:
                if (folder / MANIFEST).is_file():
                    found.append(stored_model(folder, is_shipped=is_shipped))
        return tuple(found)

    def find(self, wanted: str) -> Path:
        """Folder of the model with that id. Raises RequestError naming the known ids."""
        models = self.list()
        for model in models:
            if model.id == wanted:
                return model.path
        known = ", ".join(model.id for model in models) or "none"
        raise RequestError(
            said("no model has the id {wanted!r}", wanted=wanted),
            hint=said("Known models: {known}.", known=known),
        )

    def add(self, bundle: Bundle) -> Path:
        """Copies a verified bundle into the user's models and returns its folder there.

        Raises:
            BundleError: another model with the same id and other weights is there already.
        """
        for model in self.list():
            if model.id == bundle.manifest.id:
                if not model.problem and read_manifest(model.path).files == bundle.manifest.files:
                    return model.path
                raise BundleError(
                    said(
                        "a different model with the id {id!r} is already here",
                        id=bundle.manifest.id,
                    ),
                    hint=said("Give the new one another id, or remove the old one first."),
                )
        folder = self.imported / bundle.manifest.id
        _write_folder(folder, bundle.contents)
        return folder


def stored_model(folder: Path, *, is_shipped: bool = False) -> StoredModel:
    """A line of the list; a damaged model is listed with its problem and hides no other."""
    try:
        manifest = read_manifest(folder)
    except BundleError as error:
        return StoredModel(folder.name, folder.name, "", folder, is_shipped, str(error))
    task = manifest.task
    return StoredModel(manifest.id, manifest.name, manifest.version, folder, is_shipped, "", task)


def read_bundle(path: Path) -> Bundle:
    """Reads and verifies a bundle folder or ``.whyray`` file.

    Raises:
        BundleError: a file is missing, too much, altered, too large or malformed.
    """
    raw = _read_zip(path) if path.is_file() else _read_folder(path)
    manifest = _parse_manifest(raw[MANIFEST], path)
    _verify(manifest, raw, path)
    return Bundle(path, manifest, raw, *_parse_selftest(raw[SELF_TEST], path))


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
    """Writes the bundle as one ``.whyray`` file: a zip of exactly `CONTENTS`."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in CONTENTS:
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
    return {name: _read_file(path / name, MAX_BYTES[name]) for name in CONTENTS}


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
            if sorted(names) != sorted(CONTENTS):
                reason = said(
                    "a bundle holds exactly {CONTENTS}. Received: {names}",
                    CONTENTS=", ".join(CONTENTS),
                    names=names[:8],
                )
                raise BundleError(reason, hint=_REIMPORT, file=path)
            return {name: _read_member(archive, name, path) for name in CONTENTS}
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
    described = {name: data for name, data in raw.items() if name != MANIFEST}
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
