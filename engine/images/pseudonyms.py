"""What stands for a patient, a study or a file where patients are to be hidden.

The same name gets the same pseudonym as long as the key is the same, so that images of a patient
stay together. Without the key nobody can try names out, as they could with a plain digest.
"""

import hashlib
import hmac

KEY_BYTES = 32


class Pseudonyms:
    """Makes pseudonyms with one key.

    Args:
        key: secret, `KEY_BYTES` long; who has it can recompute pseudonyms from originals.
    """

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError(f"the key has {len(key)} bytes, not {KEY_BYTES}")
        self._key = key

    def name(self, kind: str, text: str) -> str:
        """``kind-0123456789abcdef``."""
        return f"{kind}-{self._digest(kind, text).hex()[:16]}"

    def patient(self, patient_id: str, issuer: str = "") -> str:
        """The name that de-identified files of that patient carry."""
        digest = self._digest("patient", f"{patient_id}\0{issuer}")
        return f"WR-{digest.hex()[:12].upper()}"

    def uid(self, text: str) -> str:
        """A valid UID (PS3.5 B.2: ``2.25.`` and a number of 128 bits)."""
        return f"2.25.{int.from_bytes(self._digest('uid', text)[:16], 'big')}"

    def mark(self) -> str:
        """Tells keys apart without telling anything of them."""
        return self._digest("key", "").hex()[:16]

    def _digest(self, kind: str, text: str) -> bytes:
        named = f"{kind}\0{text}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key, named, hashlib.sha256).digest()
