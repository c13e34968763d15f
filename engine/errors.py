"""Every error that WhyRay shows to a person.

The tree::

    WhyRayError
    +-- ImageError               a file could not be turned into a radiograph
    |   +-- UnreadableFile       not an image, empty, or the disk refused
    |   +-- TruncatedFile        the file ends before its pixels do
    |   +-- UnsupportedImage     a valid file of a kind that is not read (syntax, object, frames)
    |   +-- UnsafeImage          declared sizes or decoding exceed the limits
    +-- ModelError               a model could not be used
    |   +-- BundleError          a bundle is incomplete, altered or of an unknown schema
    |   +-- ForeignModelError    a bare ONNX file leaves questions that must be answered first
    |   +-- UnsupportedOperator  no gradient rule for an operator of the graph
    |   +-- InvalidOutput        the model returned NaN, infinity or a wrong shape
    |   +-- SelfTestFailed       the model does not reproduce its stored output
    |   +-- UnsafeModel          a model asks for what is not allowed, or its trial was stopped
    |   +-- UntrustedModel       a model whose signature is missing or of an unknown key
    +-- RequestError             the request does not fit (unknown class, layer, method, option)
    +-- OutputError              a result could not be written
    +-- NetworkError             a DICOM peer could not be reached, or refused
    +-- AdministratorError       only the administrator may do that, and was not let in
    +-- LibraryError             the list of known studies could not be opened, read or written

`str(error)` is one sentence for people: what happened. `hint` says what to do. Neither holds a
stack trace nor patient data beyond the file name.
"""

from pathlib import Path
from typing import Self


class WhyRayError(Exception):
    """Base of all errors meant for people.

    Args:
        message: what happened, one sentence, at most some 300 characters.
        hint: what the reader can do about it.
        file: the file concerned, if any; its name is put in front of the message.
        details: technical facts for a "copy details" button (transfer syntax, sizes, versions).
    """

    code = "E_WHYRAY"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        file: Path | str | None = None,
        details: dict[str, str] | None = None,
    ) -> None:
        self.message = message
        self.hint = hint
        self.file = Path(file) if file is not None else None
        self.details = dict(details or {})
        super().__init__(message)

    def __str__(self) -> str:
        return f"{display_name(self.file)}: {self.message}" if self.file else self.message

    def about(self, file: Path) -> Self:
        """This error, naming `file` where it names none yet."""
        if self.file is None:
            self.file = file
        return self

    def as_json(self) -> dict[str, object]:
        """The error as one JSON object: ``code``, ``file``, ``message``, ``hint``, ``details``."""
        return {
            "code": self.code,
            "file": display_path(self.file) if self.file else None,
            "message": self.message,
            "hint": self.hint,
            "details": self.details,
        }


class ImageError(WhyRayError):
    """A file could not be turned into a radiograph."""

    code = "E_IMAGE"


class UnreadableFile(ImageError):
    """Not an image, empty, or the disk refused."""

    code = "E_IMAGE_UNREADABLE"


class TruncatedFile(ImageError):
    """The file ends before its pixels do."""

    code = "E_IMAGE_TRUNCATED"


class UnsupportedImage(ImageError):
    """A valid file of a kind that WhyRay does not read."""

    code = "E_IMAGE_UNSUPPORTED"


class UnsafeImage(ImageError):
    """Declared sizes or decoding exceed the limits; the decoder was stopped."""

    code = "E_IMAGE_UNSAFE"


class ModelError(WhyRayError):
    """A model could not be used."""

    code = "E_MODEL"


class BundleError(ModelError):
    """A bundle is incomplete, altered or of an unknown schema."""

    code = "E_BUNDLE"


class ForeignModelError(ModelError):
    """A bare ONNX file leaves questions that must be answered first.

    Args:
        questions: name of each open fact (``classes``, ``activation``, ...) and why it could not be
            worked out.
    """

    code = "E_MODEL_FOREIGN"

    def __init__(
        self,
        message: str,
        *,
        questions: dict[str, str],
        hint: str = "",
        file: Path | str | None = None,
    ) -> None:
        super().__init__(message, hint=hint, file=file, details=questions)
        self.questions = questions


class UnsupportedOperator(ModelError):
    """No gradient rule for an operator of the graph."""

    code = "E_OPERATOR"


class InvalidOutput(ModelError):
    """The model returned NaN, infinity or a wrong shape. No score is shown then."""

    code = "E_MODEL_OUTPUT"


class SelfTestFailed(ModelError):
    """The model does not reproduce its stored output."""

    code = "E_SELF_TEST"


class UnsafeModel(ModelError):
    """A model asks for what is not allowed, or took too much time or memory when it was tried."""

    code = "E_MODEL_UNSAFE"


class UntrustedModel(ModelError):
    """The site wants signatures, and this one is missing or of a key that is not trusted."""

    code = "E_MODEL_UNTRUSTED"


class RequestError(WhyRayError):
    """The request itself does not fit: unknown class, layer, method or option."""

    code = "E_REQUEST"


class OutputError(WhyRayError):
    """A result could not be written."""

    code = "E_OUTPUT"


class NetworkError(WhyRayError):
    """A DICOM peer could not be reached or refused, or nothing can be received."""

    code = "E_NETWORK"


class AdministratorError(WhyRayError):
    """Only the administrator may do that, and nobody was let in."""

    code = "E_ADMINISTRATOR"


class LibraryError(WhyRayError):
    """The list of known studies could not be opened, read or written, or was made anew.

    Args:
        is_damaged: whether its file itself is broken.
    """

    code = "E_LIBRARY"

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        file: Path | str | None = None,
        details: dict[str, str] | None = None,
        is_damaged: bool = False,
    ) -> None:
        super().__init__(message, hint=hint, file=file, details=details)
        self.is_damaged = is_damaged


def display_name(path: Path) -> str:
    r"""The file's name as printable text (bytes outside UTF-8 appear as ``\xNN``)."""
    return _printable(path.name or str(path))


def display_path(path: Path) -> str:
    """The whole path as text that can always be printed."""
    return _printable(str(path))


def _printable(text: str) -> str:
    raw = text.encode("utf-8", "surrogateescape")
    return raw.decode("utf-8", "backslashreplace")
