"""The site's signing key: ed25519 (RFC 8032), its private half encrypted under the password.

AES-256-GCM under the key that the password opens; the public half is authenticated with it, so a
public half that was exchanged in the file is found when the key is opened.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.administrator.errors import NoSigningKey
from engine.language import said

if TYPE_CHECKING:  # takes 50 ms that the window's start need not wait for
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

_NONCE_BYTES, _ID_LETTERS = 12, 16


@dataclass(frozen=True)
class PublicKey:
    """The half that everybody may know.

    Attributes:
        raw: 32 bytes.
        made_at: UTC, ISO 8601.
        retired_at: when it stopped being the site's key; empty: it still is.
    """

    raw: bytes
    made_at: str
    retired_at: str = ""

    @property
    def id(self) -> str:
        """Its name in signatures, lists and the audit: the start of its SHA-256."""
        return hashlib.sha256(self.raw).hexdigest()[:_ID_LETTERS]


@dataclass(frozen=True)
class SealedKey:
    """Both halves, the private one encrypted.

    Attributes:
        public: the other half.
        nonce: of AES-GCM.
        sealed: the private half, encrypted and authenticated.
    """

    public: PublicKey
    nonce: bytes
    sealed: bytes

    def opened(self, key: bytes) -> "Ed25519PrivateKey":
        """The key that signs.

        Args:
            key: 32 bytes that the password opened.

        Raises:
            NoSigningKey: the file was altered.
        """
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        try:
            raw = AESGCM(key).decrypt(self.nonce, self.sealed, self.public.raw)
        except InvalidTag as error:
            raise NoSigningKey(
                said("the site's signing key does not open: its file was altered"),
                hint=said("Restore the file from a backup, or see: whyray administrator reset."),
            ) from error
        return Ed25519PrivateKey.from_private_bytes(raw)


def make_key(key: bytes, made_at: str) -> SealedKey:
    """A new key of the site, encrypted under 32 bytes that the password opens."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = Ed25519PrivateKey.generate()
    return sealed(private, key, made_at)


def sealed(private: "Ed25519PrivateKey", key: bytes, made_at: str) -> SealedKey:
    """The same key, encrypted anew."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    public = PublicKey(private.public_key().public_bytes_raw(), made_at)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return SealedKey(
        public, nonce, AESGCM(key).encrypt(nonce, private.private_bytes_raw(), public.raw)
    )
