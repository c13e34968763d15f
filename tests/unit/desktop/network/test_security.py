"""DICOM over TLS on this machine: with our receiver, with DCMTK's, and what goes wrong by name."""

import gc
import shutil
import socket
import ssl
import subprocess
import threading
import time

import numpy as np
import pytest

from desktop.cli.commands import run_command_line
from desktop.network.node import Node, parse_node
from desktop.network.receiving import Door, Receiver
from desktop.network.security import Tls, calling_context, listening_context
from desktop.network.sending import echo, send
from engine.errors import NetworkError, RequestError
from tests.support import dicoms
from tests.support.certificates import Authority

# pynetdicom lets the socket of a refused connection be collected instead of closing it, and its
# thread raises where both sides end a connection at once.
pytestmark = pytest.mark.filterwarnings(
    "ignore:Exception ignored in. <socket:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception ignored in. <ssl:pytest.PytestUnraisableExceptionWarning",
    "ignore:Exception in thread .*run_reactor:pytest.PytestUnhandledThreadExceptionWarning",
)


@pytest.fixture(autouse=True)
def sockets_are_collected_here():
    yield
    gc.collect()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def ours(site):
    return site.peer("ours")


@pytest.fixture(scope="module")
def theirs(site):
    return site.peer("theirs")


@pytest.fixture(scope="module")
def stranger(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("stranger"), "stranger")


@pytest.fixture
def film(tmp_path):
    data = dicoms.dataset(np.arange(64 * 48, dtype=np.uint16).reshape(64, 48), PatientID="4711")
    path = tmp_path / "film.dcm"
    path.write_bytes(dicoms.encode(data))
    return path


@pytest.fixture
def receive(tmp_path):
    """Starts our receiver; gives its node, what arrived and what was refused."""
    started = []

    def start(tls):
        arrived, refused = [], []
        made = Receiver(tmp_path / "in", arrived.append, refused.append, Door(port=0, tls=tls))
        made.start()
        started.append(made)
        return Node("WHYRAY", "127.0.0.1", made.port, has_tls=tls is not None), arrived, refused

    yield start
    for receiver in started:
        receiver.stop()


def tls_of(authority, pair=None, **told):
    named = (None, None) if pair is None else (pair.certificate, pair.key)
    return Tls(None if authority is None else authority.file, *named, **told)


def message_of(node, tls):
    with pytest.raises(NetworkError) as raised:
        echo(node, tls=tls)
    assert raised.value.hint
    return str(raised.value)


def test_both_sides_show_certificates_and_an_image_arrives(receive, site, ours, theirs, film):
    node, arrived, refused = receive(tls_of(site, theirs))
    echo(node, tls=tls_of(site, ours))
    (sent,) = send([film], node, tls=tls_of(site, ours))
    assert sent.is_stored
    assert len(arrived) == 1
    assert refused == []


def test_what_goes_over_the_wire_is_encrypted(site, ours, theirs, film, tmp_path):
    """A peer that records all bytes sees neither our title nor the patient."""
    seen = bytearray()
    context = listening_context(tls_of(site, theirs, asks_callers=False), print)
    with socket.create_server(("127.0.0.1", 0)) as door:
        node = Node("PEER", "127.0.0.1", door.getsockname()[1], has_tls=True)
        door.settimeout(10.0)

        def listen():
            connection, _ = door.accept()
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            secured = context.wrap_bio(incoming, outgoing, server_side=True)
            connection.settimeout(2.0)
            plain = bytearray()
            with connection:
                while not plain:
                    data = connection.recv(65536)
                    if not data:
                        return
                    seen.extend(data)
                    incoming.write(data)
                    try:
                        secured.do_handshake()
                        plain += secured.read()
                    except ssl.SSLWantReadError:
                        pass
                    connection.sendall(outgoing.read())
            read.append(bytes(plain))

        read = []
        listener = threading.Thread(target=listen)
        listener.start()
        with pytest.raises(NetworkError):
            echo(node, "SECRETTITLE", tls=tls_of(site, ours))
        listener.join(10.0)
    assert b"SECRETTITLE" in read[0]
    assert b"SECRETTITLE" not in seen


def test_a_caller_without_a_certificate_is_let_in_where_none_is_asked_for(receive, site, theirs):
    node, _, _ = receive(tls_of(site, theirs, asks_callers=False))
    echo(node, tls=tls_of(site))


def test_a_caller_without_a_certificate_is_refused_and_told(receive, site, theirs):
    node, _, refused = receive(tls_of(site, theirs))
    assert "does not accept our certificate" in message_of(node, tls_of(site))
    assert any("shows no certificate" in words for words in refused)


def test_a_caller_of_another_authority_or_with_an_expired_one_is_refused(
    receive, site, theirs, stranger
):
    node, _, refused = receive(tls_of(site, theirs))
    wrong, old = stranger.peer("wrong"), site.peer("old", days=-1)
    assert "does not accept our certificate" in message_of(node, tls_of(site, wrong))
    assert any("no authority that is believed" in words for words in refused)
    assert "does not accept our certificate" in message_of(node, tls_of(site, old))
    assert any("has expired" in words for words in refused)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda site, stranger: stranger.peer("peer"), "no authority that is believed vouches"),
        (lambda site, stranger: site.peer("peer", days=-1), "has expired"),
        (lambda site, stranger: site.peer("peer", host="10.9.8.7"), "names another host"),
    ],
)
def test_a_peer_that_cannot_be_believed_is_not_called(
    receive, site, stranger, ours, film, make, words
):
    node, arrived, _ = receive(tls_of(site, make(site, stranger), asks_callers=False))
    assert words in message_of(node, tls_of(site, ours))
    with pytest.raises(NetworkError, match=words):
        list(send([film], node, tls=tls_of(site, ours)))
    assert arrived == []


def test_tls_meets_no_tls_and_the_other_way_round(receive, site, ours, theirs):
    plain, _, _ = receive(None)
    tried = Node(plain.title, plain.host, plain.port, has_tls=True)
    assert "does not speak TLS" in message_of(tried, tls_of(site, ours))
    echo(plain)

    secured, _, refused = receive(tls_of(site, theirs, asks_callers=False))
    tried = Node(secured.title, secured.host, secured.port)
    assert "speaks TLS only" in message_of(tried, None)
    assert any("does not speak TLS" in words for words in refused)
    echo(secured, tls=tls_of(site))


def test_nobody_there_is_no_question_of_tls(site, ours):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    node = Node("PEER", "127.0.0.1", port, has_tls=True)
    assert "cannot be reached" in message_of(node, tls_of(site, ours))


def test_a_silent_caller_does_not_keep_others_out(receive, site, theirs, monkeypatch):
    monkeypatch.setattr("desktop.network.security.HANDSHAKE_S", 0.3)
    node, _, _ = receive(tls_of(site, theirs, asks_callers=False))
    with socket.create_connection((node.host, node.port)):
        began = time.monotonic()
        echo(node, tls=tls_of(site))
        assert time.monotonic() - began < 5.0


def test_old_protocols_and_weak_ciphers_are_not_spoken(receive, site, theirs):
    node, _, _ = receive(tls_of(site, theirs, asks_callers=False))

    def greet(**how):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        context.maximum_version = ssl.TLSVersion.TLSv1_2
        if "ciphers" in how:
            context.set_ciphers(how["ciphers"])
        with (
            socket.create_connection((node.host, node.port), 5.0) as plain,
            context.wrap_socket(plain) as secured,
        ):
            return secured.cipher()[0]

    assert "GCM" in greet()
    with pytest.raises(ssl.SSLError):
        greet(ciphers="ECDHE+AES256+SHA384:@SECLEVEL=0")  # no authenticated encryption
    for context in (
        calling_context(tls_of(site)),
        listening_context(tls_of(site, theirs), print),
    ):
        assert context.minimum_version is ssl.TLSVersion.TLSv1_2
        names = {cipher["name"] for cipher in context.get_ciphers()}
        assert all("GCM" in name or "CHACHA20" in name for name in names)
        assert context.options & ssl.OP_NO_RENEGOTIATION


def test_files_of_no_use_are_named(site, ours, theirs, tmp_path):
    locked = site.peer("locked", password=b"secret")
    noise = tmp_path / "noise.pem"
    noise.write_text("nothing")
    mixed = Tls(site.file, ours.certificate, theirs.key)
    for tls, words in (
        (Tls(tmp_path / "none.pem"), "no such file"),
        (Tls(noise), "no certificate or key"),
        (mixed, "do not belong together"),
        (tls_of(site, locked), "protected by a password"),
        (Tls(site.file, None, ours.key), "without its certificate"),
    ):
        with pytest.raises(RequestError, match=words):
            calling_context(tls)
    with pytest.raises(RequestError, match="certificate of our own"):
        listening_context(Tls(site.file), print)
    with pytest.raises(RequestError, match="authority to believe"):
        listening_context(Tls(None, ours.certificate, ours.key), print)


def test_nodes_say_whether_they_have_tls():
    node = parse_node("PACS@[::1]:2762/tls")
    assert (node.host, node.port, node.has_tls) == ("::1", 2762, True)
    assert str(node) == "PACS@[::1]:2762/tls"
    assert not parse_node("PACS@host:104").has_tls
    with pytest.raises(RequestError):
        parse_node("PACS@host:104/ssl")


def test_the_command_line_names_files(receive, site, ours, theirs, film, capsys):
    node, arrived, _ = receive(tls_of(site, theirs))
    files = ["--tls-ca", str(site.file), "--tls-cert", str(ours.certificate),
             "--tls-key", str(ours.key)]  # fmt: skip
    peer = f"WHYRAY@127.0.0.1:{node.port}"
    assert run_command_line(["echo", peer, *files]) == 0
    assert "/tls answers" in capsys.readouterr().out
    assert run_command_line(["send", peer, str(film), *files]) == 0
    assert len(arrived) == 1
    assert run_command_line(["echo", peer]) != 0
    assert "speaks TLS only" in capsys.readouterr().err


def test_dcmtk_speaks_the_same_tls(site, ours, theirs, film, tmp_path):
    if shutil.which("storescp") is None:
        pytest.skip("storescp (Debian's dcmtk) is not installed")
    folder = tmp_path / "dcmtk"
    folder.mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    peer = subprocess.Popen(
        ["storescp", "+tls", str(theirs.key), str(theirs.certificate), "+cf", str(site.file),
         "-rc", "-aet", "PEER", "-od", str(folder), str(port)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(200):
            with socket.socket() as knocking:
                if knocking.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        node = Node("PEER", "127.0.0.1", port, has_tls=True)
        echo(node, tls=tls_of(site, ours))
        (sent,) = send([film], node, tls=tls_of(site, ours))
        assert sent.is_stored
        assert len(list(folder.iterdir())) == 1
        assert "does not accept our certificate" in message_of(node, tls_of(site))
    finally:
        peer.kill()
        peer.wait()


def test_dcmtk_calls_us_with_tls(receive, site, ours, theirs, film):
    if shutil.which("storescu") is None:
        pytest.skip("storescu (Debian's dcmtk) is not installed")
    node, arrived, _ = receive(tls_of(site, theirs))
    done = subprocess.run(
        ["storescu", "+tls", str(ours.key), str(ours.certificate), "+cf", str(site.file), "-rc",
         "-aec", node.title, node.host, str(node.port), str(film)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert len(arrived) == 1
