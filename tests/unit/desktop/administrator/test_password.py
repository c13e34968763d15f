"""Passwords: scrypt as it is defined, nothing kept that opens anything."""

import hashlib
import hmac

import pytest

from desktop.administrator import password as passwords
from desktop.administrator.errors import UnfitPassword
from desktop.administrator.password import COST, Cost, derived, keep
from tests.support.administrators import CHEAP, OTHER, PASSWORD

NOW = "2026-01-01T00:00:00+00:00"

# RFC 7914, section 12: password, salt, N, r, p, 64 bytes.
VECTORS = (
    (
        "password", b"NaCl", Cost(1024, 8, 16),
        "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
        "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640",
    ),
    (
        "pleaseletmein", b"SodiumChloride", Cost(16384, 8, 1),
        "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"
        "d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("word", "salt", "cost", "wanted"), VECTORS)
def test_both_halves_are_what_the_standard_says(word, salt, cost, wanted):
    verifier, key = derived(word, salt, cost)

    assert (verifier + key).hex() == wanted


def test_the_cost_of_new_passwords_is_the_one_that_was_decided():
    assert Cost(n=131072, r=8, p=1) == COST


def test_only_the_same_password_opens_and_gives_the_same_key():
    kept, key = keep(PASSWORD, CHEAP, NOW)

    assert kept.opened_by(PASSWORD) == key
    assert kept.opened_by(OTHER) is None
    assert kept.opened_by("") is None
    assert kept.opened_by(PASSWORD + " ") is None


def test_two_equal_passwords_have_nothing_in_common():
    one, one_key = keep(PASSWORD, CHEAP, NOW)
    other, other_key = keep(PASSWORD, CHEAP, NOW)

    assert one.salt != other.salt
    assert one.verifier != other.verifier
    assert one_key != other_key
    assert one_key not in (one.verifier, one.salt)


def test_verifiers_are_compared_in_constant_time(monkeypatch):
    kept, _ = keep(PASSWORD, CHEAP, NOW)
    real, compared = hmac.compare_digest, []

    def noted(one, other):
        compared.append((len(one), len(other)))
        return real(one, other)

    monkeypatch.setattr(passwords.hmac, "compare_digest", noted)
    kept.opened_by(OTHER)
    assert compared == [(32, 32)]


@pytest.mark.parametrize("word", ["", "short", "x" * 11, "e\u0301" * 11])
def test_short_passwords_are_refused_with_their_least_length(word):
    with pytest.raises(UnfitPassword, match="at least 12"):
        keep(word, CHEAP, NOW)


def test_twelve_letters_of_any_kind_do():
    keep("a" * 12, CHEAP, NOW)


def test_endless_passwords_are_refused():
    with pytest.raises(UnfitPassword, match="at most"):
        keep("x" * 1025, CHEAP, NOW)


def test_composed_and_decomposed_letters_are_the_same_password():
    kept, _ = keep("stra\u00dfe f\u00fcr \u00e9mile", CHEAP, NOW)

    assert kept.opened_by("stra\u00dfe fu\u0308r e\u0301mile") is not None


@pytest.mark.parametrize("numbers", [(3, 8, 1), (0, 8, 1), (2**17, 0, 1), (2**24, 8, 1)])
def test_costs_that_would_eat_the_memory_are_refused(numbers):
    with pytest.raises(ValueError, match="scrypt"):
        Cost(*numbers)


def test_the_decided_cost_runs_here():
    salt = b"0123456789abcdef"
    wanted = hashlib.scrypt(PASSWORD.encode(), salt=salt, n=2**17, r=8, p=1, maxmem=2**28, dklen=64)

    assert b"".join(derived(PASSWORD, salt, COST)) == wanted
