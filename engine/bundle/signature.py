"""Who answers for a model: an Ed25519 signature (RFC 8032) over the bytes of its manifest.

The manifest holds the SHA-256 of every other file, so the signature covers the whole bundle. It
stands in a file of its own, ``signature.json``, which a bundle may lack: it is then unsigned. Name
and time in it are what the signer says of himself and are not covered; whom a key belongs to is
told by the site's own list of trusted keys.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from engine.errors import BundleError
from engine.language import said

if TYPE_CHECKING:  # takes a moment to load; most bundles are unsigned
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

ALGORITHM = "ed25519"
KEY_BYTES, SIGNATURE_BYTES = 32, 64
# What a bundle's signature says, from the point of view of a site.
BY_SITE, BY_TRUSTED, BY_UNKNOWN, UNSIGNED = "site", "trusted", "unknown", "unsigned"
TRUSTWORTHY = frozenset({BY_SITE, BY_TRUSTED})
_NAME_LENGTH = 120
_HINT = said("Ask its maker for the bundle again, or take its signature.json out.")


@dataclass(frozen=True)
class Signature:
    """The content of ``signature.json``.

    Attributes:
        key: the signer's public key, 64 lower-case hex digits.
        signature: of the manifest's bytes, 128 lower-case hex digits.
        name: of the key, as its owner calls it; not covered by the signature.
        time: when, UTC, ISO 8601; not covered by the signature.
        algorithm: `ALGORITHM`.
    """

    key: str
    signature: str
    name: str = ""
    time: str = ""
    algorithm: str = ALGORITHM

    def to_json(self) -> dict[str, Any]:
        """As it stands in the file."""
        return asdict(self)


def sign(manifest: bytes, key: Ed25519PrivateKey, *, name: str, time: str) -> Signature:
    """Signs a bundle.

    Args:
        manifest: the bytes of its ``manifest.json``.
        key: the signer's.
        name: of the key, for people.
        time: UTC, ISO 8601.
    """
    public = key.public_key().public_bytes_raw().hex()
    return Signature(public, key.sign(manifest).hex(), name, time)


def read_signature(raw: bytes, manifest: bytes) -> Signature:
    """The signature in a file, once it is proven.

    Args:
        raw: the bytes of ``signature.json``.
        manifest: the bytes that it is to fit.

    Raises:
        BundleError: it is malformed or does not fit.
    """
    found = _parsed(raw)
    if not is_genuine(found, manifest):
        raise BundleError(
            said("the signature does not fit the manifest: one of the two was altered"), hint=_HINT
        )
    return found


def is_genuine(signature: Signature, manifest: bytes) -> bool:
    """Whether the key in it has signed those bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(signature.key))
        key.verify(bytes.fromhex(signature.signature), manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


def standing_of(signature: Signature | None, known: Mapping[str, str]) -> str:
    """What a proven signature is worth here.

    Args:
        signature: None: there is none.
        known: public key -> `BY_SITE` or `BY_TRUSTED`.
    """
    return UNSIGNED if signature is None else known.get(signature.key, BY_UNKNOWN)


def is_key(text: str) -> bool:
    """Whether a text is a public key as it stands in signatures."""
    return re.fullmatch(rf"[0-9a-f]{{{2 * KEY_BYTES}}}", text) is not None


def short_key(key: str) -> str:
    """A key's first digits in groups, for people to compare."""
    return " ".join(key[place : place + 4] for place in range(0, 16, 4))


def _parsed(raw: bytes) -> Signature:
    try:
        found = Signature(**json.loads(raw))
    except (ValueError, TypeError, RecursionError) as error:
        raise BundleError(
            said("signature.json cannot be used: {error}", error=error), hint=_HINT
        ) from error
    texts = (found.key, found.signature, found.name, found.time, found.algorithm)
    if not all(isinstance(text, str) for text in texts) or found.algorithm != ALGORITHM:
        raise BundleError(said("signature.json is of an unknown kind"), hint=_HINT)
    is_hex = re.fullmatch(rf"[0-9a-f]{{{2 * SIGNATURE_BYTES}}}", found.signature) is not None
    if not (is_key(found.key) and is_hex and len(found.name) <= _NAME_LENGTH):
        raise BundleError(said("signature.json is malformed"), hint=_HINT)
    return found
