"""The administrator password: what is kept of it, and what it opens.

Kept are a random salt, the cost and a verifier. One run of scrypt (RFC 7914) gives 64 bytes: the
first half is the verifier, the second half is the key that encrypts the site's signing key and is
kept nowhere. PBKDF2, scrypt's last step, makes the halves as independent blocks, so the verifier
tells nothing of the key.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass

from desktop.administrator.errors import UnfitPassword
from engine.language import said

LEAST_LETTERS, MOST_LETTERS = 12, 1024
SALT_BYTES, HALF_BYTES = 16, 32
_MOST_MEMORY = 2**30


@dataclass(frozen=True)
class Cost:
    """What a guess costs: time and 128 * n * r bytes of memory (RFC 7914, section 2)."""

    n: int = 2**17
    r: int = 8
    p: int = 1

    def __post_init__(self) -> None:
        """Raises ValueError on numbers that scrypt refuses or that would eat the memory."""
        is_power = self.n > 1 and self.n & (self.n - 1) == 0
        if not is_power or not (1 <= self.r <= 64 and 1 <= self.p <= 16):
            raise ValueError(f"no cost of scrypt: {self}")
        if 128 * self.n * self.r > _MOST_MEMORY:
            raise ValueError(f"more memory than is given to scrypt: {self}")


COST = Cost()  # 0.8 s and 128 MiB on one core of 2024


@dataclass(frozen=True)
class Kept:
    """What is kept of a password.

    Attributes:
        cost: of scrypt.
        salt: random.
        verifier: 32 bytes.
        set_at: UTC, ISO 8601.
    """

    cost: Cost
    salt: bytes
    verifier: bytes
    set_at: str

    def opened_by(self, password: str) -> bytes | None:
        """The 32 byte key that the password opens, in about a second; None: it is another one."""
        verifier, key = derived(password, self.salt, self.cost)
        return key if hmac.compare_digest(verifier, self.verifier) else None


def keep(password: str, cost: Cost, set_at: str) -> tuple[Kept, bytes]:
    """What is to be kept of a new password, and the key that it opens.

    Raises:
        UnfitPassword: it is too short or too long.
    """
    problem = problem_of(password)
    if problem:
        raise UnfitPassword(
            problem, hint=said("A sentence of a few words is long and easily kept in mind.")
        )
    salt = secrets.token_bytes(SALT_BYTES)
    verifier, key = derived(password, salt, cost)
    return Kept(cost, salt, verifier, set_at), key


def problem_of(password: str) -> str:
    """Why a new password cannot be taken; empty where it can. Length is all that is asked."""
    count = len(canonical(password))
    if count < LEAST_LETTERS:
        return said("the password needs at least {count} characters", count=LEAST_LETTERS)
    if count > MOST_LETTERS:
        return said("the password may have at most {count} characters", count=MOST_LETTERS)
    return ""


def derived(password: str, salt: bytes, cost: Cost) -> tuple[bytes, bytes]:
    """Verifier and key, 32 bytes each."""
    both = hashlib.scrypt(
        canonical(password).encode("utf-8", "surrogatepass"),
        salt=salt,
        n=cost.n,
        r=cost.r,
        p=cost.p,
        maxmem=128 * cost.n * cost.r + 128 * cost.r * cost.p + 2**20,
        dklen=2 * HALF_BYTES,
    )
    return both[:HALF_BYTES], both[HALF_BYTES:]


def canonical(password: str) -> str:
    """The same letters for the same password, whichever keyboard composed them (NFC)."""
    return unicodedata.normalize("NFC", password)
