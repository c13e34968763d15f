"""Keeping sheets: one JSON file per image in the user's folder, named by a digest."""

import json
from dataclasses import dataclass
from pathlib import Path

from engine.errors import OutputError, UnreadableFile
from engine.files import atomic_write
from engine.images.identity import ImageIdentity
from engine.images.radiograph import Radiograph
from engine.language import said
from engine.measure.sheet import Sheet, sheet_as_json, sheet_from_json

_HINT = said(
    "The file was damaged or comes from a newer version; it is left as it is, and new marks on "
    "this image are not kept."
)


@dataclass(frozen=True)
class SheetStore:
    """The sheets of one user.

    Attributes:
        folder: made when first needed.
        program: written into the files, e.g. ``WhyRay 1.0``.
    """

    folder: Path
    program: str

    def read(self, identity: ImageIdentity) -> Sheet:
        """The sheet of an image; an empty one where there is none.

        Raises:
            UnreadableFile: there is one that cannot be understood; it must not be overwritten.
        """
        for path in (self._own_path(identity), self._path(identity)):
            found = self._read(path)
            if found is not None and found[1].is_same_image(identity):
                return found[0]
        return Sheet()

    def write(self, sheet: Sheet, identity: ImageIdentity, radiograph: Radiograph) -> None:
        """Replaces the sheet of an image; an empty one leaves no file.

        A file of another image with the same UID is left alone. Raises OutputError.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            message = said("the folder cannot be made: {why}", why=error.strerror)
            raise OutputError(message, file=self.folder) from error
        path = self._path_to_write(identity)
        if sheet.is_empty:
            self._remove(path)
            return
        write_sheet(path, sheet, identity, radiograph, self.program)

    def read_known(self, key: str) -> Sheet:
        """The sheet under the key of an image that is not open; an empty one where there is none.

        Raises UnreadableFile.
        """
        found = self._read(self.folder / f"{key}.json")
        return Sheet() if found is None else found[0]

    def forget(self, key: str) -> None:
        """Removes the sheets of an image, also of others with its UID. Raises OutputError."""
        for path in (self.folder / f"{key}.json", *self.folder.glob(f"{key}-*.json")):
            self._remove(path)

    def _path_to_write(self, identity: ImageIdentity) -> Path:
        shared = self._path(identity)
        found = self._read(shared)
        if self._own_path(identity).exists():
            return self._own_path(identity)
        is_ours = found is None or found[1].is_same_image(identity)
        return shared if is_ours else self._own_path(identity)

    def _read(self, path: Path) -> tuple[Sheet, ImageIdentity] | None:
        try:
            return sheet_from_json(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None
        except (OSError, ArithmeticError, ValueError, TypeError, KeyError, AttributeError) as error:
            message = said("the marks on this image cannot be read: {why}", why=error)
            raise UnreadableFile(message, hint=_HINT, file=path) from error

    def _remove(self, path: Path) -> None:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            message = said("the marks cannot be deleted: {why}", why=error.strerror)
            raise OutputError(message, file=path) from error

    def _path(self, identity: ImageIdentity) -> Path:
        return self.folder / f"{identity.key}.json"

    def _own_path(self, identity: ImageIdentity) -> Path:
        """For an image whose UID another image has as well."""
        return self.folder / f"{identity.key}-{identity.file_sha256[:16]}.json"


def write_sheet(
    path: Path, sheet: Sheet, identity: ImageIdentity, radiograph: Radiograph, program: str
) -> None:
    """Writes a sheet with all its values to a file, whole or not at all. Raises OutputError."""
    plain = sheet_as_json(sheet, identity, radiograph, program)
    text = json.dumps(plain, ensure_ascii=False, indent=2, allow_nan=False)
    atomic_write(path, f"{text}\n".encode())
