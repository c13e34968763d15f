"""Signatures: the standard's own vectors, another program's, and what is no signature."""

import hashlib
import json
import shutil
import subprocess

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from engine.bundle.signature import (
    BY_SITE,
    BY_UNKNOWN,
    UNSIGNED,
    Signature,
    is_genuine,
    read_signature,
    sign,
    standing_of,
)
from engine.bundle.store import SIGNATURE, pack, read_bundle, sign_folder
from engine.errors import BundleError
from tests.support.bundles import write_tiny_bundle

# RFC 8032, section 7.1: secret key, public key, message, signature.
VECTORS = (
    (
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b4"
        "6bd25bf5f0595bbe24655141438e7a100b",
    ),
    (
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d"
        "8c387b2eaeb4302aeeb00d291612bb0c00",
    ),
    (
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6"
        "594a7c15e9716ed28dc027beceea1ec40a",
    ),
)
NOW = "2026-11-21T10:00:00+00:00"


@pytest.mark.parametrize(("secret", "public", "message", "expected"), VECTORS)
def test_the_vectors_of_the_standard_hold(secret, public, message, expected):
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret))

    made = sign(bytes.fromhex(message), key, name="RFC 8032", time=NOW)

    assert (made.key, made.signature) == (public, expected)
    assert is_genuine(made, bytes.fromhex(message))
    assert not is_genuine(made, bytes.fromhex(message) + b"x")


@pytest.fixture
def signed(tmp_path):
    folder = write_tiny_bundle(tmp_path / "tiny")
    key = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(VECTORS[0][0]))
    manifest = (folder / "manifest.json").read_bytes()
    sign_folder(folder, sign(manifest, key, name="Our clinic", time=NOW))
    return folder


def test_a_signed_bundle_is_the_same_bundle_with_one_file_more(signed, tmp_path):
    digest = hashlib.sha256((signed / "manifest.json").read_bytes()).hexdigest()

    bundle = read_bundle(signed)
    pack(bundle, tmp_path / "tiny.whyray")

    assert bundle.digest == digest
    assert bundle.signature.key == VECTORS[0][1]
    assert read_bundle(tmp_path / "tiny.whyray").contents == bundle.contents


def test_another_program_finds_the_signature_right(signed, tmp_path):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    told = json.loads((signed / SIGNATURE).read_text())
    (tmp_path / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100" + told["key"]))
    (tmp_path / "signature").write_bytes(bytes.fromhex(told["signature"]))
    command = [
        openssl, "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey",
        tmp_path / "key.der", "-rawin", "-in", signed / "manifest.json", "-sigfile",
        tmp_path / "signature",
    ]  # fmt: skip

    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    with (signed / "manifest.json").open("ab") as manifest:
        manifest.write(b" ")
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0


def test_a_key_of_another_program_signs(tmp_path):
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl is not installed")
    folder = write_tiny_bundle(tmp_path / "tiny")
    secret = tmp_path / "secret.pem"
    subprocess.run([openssl, "genpkey", "-algorithm", "ed25519", "-out", secret], check=True)
    command = [
        openssl, "pkeyutl", "-sign", "-inkey", secret, "-rawin", "-in", folder / "manifest.json",
    ]  # fmt: skip
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    key = serialization.load_pem_private_key(secret.read_bytes(), None)
    made = Signature(key.public_key().public_bytes_raw().hex(), raw.hex(), "openssl", NOW)

    sign_folder(folder, made)

    assert read_bundle(folder).signature == made


@pytest.mark.parametrize("place", range(0, 128, 31))
def test_a_signature_with_one_other_digit_is_refused(signed, place):
    told = json.loads((signed / SIGNATURE).read_text())
    digit = "0" if told["signature"][place] != "0" else "1"
    told["signature"] = told["signature"][:place] + digit + told["signature"][place + 1 :]
    (signed / SIGNATURE).write_text(json.dumps(told))

    with pytest.raises(BundleError, match="does not fit the manifest"):
        read_bundle(signed)


def test_the_signature_of_another_bundle_is_refused(signed, tmp_path):
    other = write_tiny_bundle(tmp_path / "other", id="tiny-2")
    shutil.copy(signed / SIGNATURE, other / SIGNATURE)

    with pytest.raises(BundleError, match="does not fit the manifest"):
        read_bundle(other)


@pytest.mark.parametrize(
    "change",
    [
        {"algorithm": "none"},
        {"algorithm": None},
        {"key": ""},
        {"key": "zz" * 32},
        {"signature": "00"},
        {"signature": None},
        {"surprise": 1},
        {"name": "x" * 1000},
    ],
)
def test_malformed_signatures_are_refused(signed, change):
    told = json.loads((signed / SIGNATURE).read_text()) | change

    with pytest.raises(BundleError):
        read_signature(json.dumps(told).encode(), (signed / "manifest.json").read_bytes())


@pytest.mark.parametrize("raw", [b"", b"[]", b"null", b"\xff", b"[" * 5000])
def test_what_is_no_json_object_is_refused(signed, raw):
    with pytest.raises(BundleError):
        read_signature(raw, (signed / "manifest.json").read_bytes())


def test_a_signature_is_worth_what_the_site_knows_of_its_key(signed):
    signature = read_bundle(signed).signature

    assert standing_of(signature, {}) == BY_UNKNOWN
    assert standing_of(signature, {signature.key: BY_SITE}) == BY_SITE
    assert standing_of(None, {signature.key: BY_SITE}) == UNSIGNED
