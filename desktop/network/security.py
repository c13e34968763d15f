"""TLS for DICOM connections, after PS3.15 B.12 (BCP 195) as far as Python's ``ssl`` goes.

TLS 1.2 or newer, forward secrecy and authenticated encryption only, no compression and no
renegotiation. Who is called must show a certificate that an authority vouches for and that names
the host; who calls must show one where that is asked for.
"""

import contextlib
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.errors import NetworkError, RequestError
from engine.language import said

# RFC 9325 4.2: ephemeral keys and AEAD; those of TLS 1.3 are all of this kind.
CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:DHE+AESGCM:!aNULL:!eNULL"
HANDSHAKE_S = 5.0
_LISTEN_S = 1.0
# What OpenSSL says of a certificate that is not believed (x509_vfy.h).
_UNTRUSTED, _TOO_EARLY, _EXPIRED, _OTHER_HOST = {2, 18, 19, 20, 21}, {9}, {10}, {62, 64}
_REJECTED = ("CERTIFICATE", "UNKNOWN_CA", "ACCESS_DENIED", "HANDSHAKE_FAILURE")


@dataclass(frozen=True)
class Tls:
    """Who we are and whom we believe.

    Attributes:
        authorities: PEM file with the certificates of those who vouch for others; None: when
            calling, those that the system trusts.
        certificate: PEM file of our own, with those between it and the authority; None: none.
        key: PEM file of its private key, without a password; None: it is in the same file.
        asks_callers: whether those who call us must show a certificate.
    """

    authorities: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    asks_callers: bool = True

    @property
    def is_empty(self) -> bool:
        """Whether nothing is named."""
        return (self.authorities, self.certificate, self.key) == (None, None, None)


def calling_context(tls: Tls) -> ssl.SSLContext:
    """For connections that we open. Raises RequestError where a file is of no use."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    _harden(context)
    if tls.authorities is None:
        context.load_default_certs(ssl.Purpose.SERVER_AUTH)
    _load(context, tls)
    return context


def listening_context(tls: Tls, refused: Callable[[str], None]) -> ssl.SSLContext:
    """For connections that others open; `refused` is told of those that fail.

    Raises RequestError where a file is missing or of no use.
    """
    if tls.certificate is None:
        raise RequestError(
            said("to receive with TLS, a certificate of our own is needed"),
            hint=said("Name the files of a certificate and its key, or receive without TLS."),
        )
    if tls.asks_callers and tls.authorities is None:
        raise RequestError(
            said("peers cannot be asked for certificates without an authority to believe"),
            hint=said("Name the file of the authority, or let peers connect without one."),
        )
    context = _Patient(ssl.PROTOCOL_TLS_SERVER)
    context.refused = refused
    _harden(context)
    _load(context, tls)
    context.verify_mode = ssl.CERT_REQUIRED if tls.asks_callers else ssl.CERT_NONE
    return context


def why_not(node: str, host: str, port: int, context: ssl.SSLContext | None) -> NetworkError | None:
    """Why no connection came about, found out by knocking once more; None: TLS is not the reason.

    Args:
        node: what to call the peer.
        host: where it is.
        port: where it listens.
        context: what was tried; None: a connection without TLS.
    """
    try:
        with socket.create_connection((host, port), HANDSHAKE_S) as knocking:
            if context is not None:
                return _handshake(node, knocking, host, context)
            return _wants_tls(node) if _speaks_tls(knocking) else None
    except OSError:
        return None  # nobody is there at all


class _Patient(ssl.SSLContext):
    """Shakes hands within a time: a silent caller must not keep out those that come after it."""

    refused: Callable[[str], None]

    def wrap_socket(  # type: ignore[override]
        self, sock: socket.socket, *arguments: object, **named: object
    ) -> ssl.SSLSocket:
        sock.settimeout(HANDSHAKE_S)
        try:
            wrapped = super().wrap_socket(sock, *arguments, **named)
        except OSError as error:
            self.refused(said("a connection was refused: {reason}", reason=_caller_words(error)))
            sock.close()
            raise
        wrapped.settimeout(None)
        return wrapped


def _harden(context: ssl.SSLContext) -> None:
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.options |= ssl.OP_NO_COMPRESSION | ssl.OP_NO_RENEGOTIATION


def _load(context: ssl.SSLContext, tls: Tls) -> None:
    if tls.authorities is not None:
        _attempt(tls.authorities, lambda: context.load_verify_locations(tls.authorities))
    if tls.key is not None and tls.certificate is None:
        raise RequestError(said("a key was named without its certificate"), hint=_PEM, file=tls.key)
    if tls.certificate is not None:
        key = tls.key

        def load() -> None:
            # A password would be asked for on a terminal that nobody sees.
            context.load_cert_chain(tls.certificate, key, password=_no_password)

        _attempt(tls.certificate, load)


_PEM = said("Name PEM files: the certificate, and its private key without a password.")


def _no_password() -> str:
    raise RequestError(said("the private key is protected by a password"), hint=_PEM)


def _attempt(file: Path, load: Callable[[], None]) -> None:
    try:
        load()
    except FileNotFoundError as error:
        raise RequestError(said("there is no such file"), hint=_PEM, file=file) from error
    except ssl.SSLError as error:
        is_pair = error.reason == "KEY_VALUES_MISMATCH"
        words = (
            said("certificate and key do not belong together")
            if is_pair
            else said("this is no certificate or key in PEM form")
        )
        raise RequestError(words, hint=_PEM, file=file) from error
    except OSError as error:
        raise RequestError(said("the file cannot be read"), hint=_PEM, file=file) from error


def _speaks_tls(knocking: socket.socket) -> bool:
    """Nothing is said over such a connection, so nobody needs to be believed."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        context.wrap_socket(knocking).close()
    except ssl.SSLError as error:
        return "ALERT" in (error.reason or "").upper()
    except OSError:
        return False
    return True


def _handshake(
    node: str, knocking: socket.socket, host: str, context: ssl.SSLContext
) -> NetworkError | None:
    try:
        with context.wrap_socket(knocking, server_hostname=host) as secured:
            secured.settimeout(_LISTEN_S)
            with contextlib.suppress(TimeoutError):  # it waits for us: all is well so far
                secured.recv(1)  # with TLS 1.3 our certificate is refused only now
    except ssl.SSLCertVerificationError as error:
        return _not_believed(node, error)
    except ssl.SSLError as error:
        reason = (error.reason or "").upper()
        if "ALERT" in reason and any(word in reason for word in _REJECTED):
            return _not_believed_by(node)
        return _speaks_no_tls(node)
    except OSError:  # closed, reset, or silent
        return _speaks_no_tls(node)
    return None


def _speaks_no_tls(node: str) -> NetworkError:
    return NetworkError(
        said("{node} does not speak TLS", node=node),
        hint=said("Ask its administrator for the port of its TLS connections."),
    )


def _not_believed(node: str, error: ssl.SSLCertVerificationError) -> NetworkError:
    code = error.verify_code
    if code in _EXPIRED:
        words = said("the certificate of {node} has expired", node=node)
        return NetworkError(words, hint=said("Its administrator has to renew it."))
    if code in _TOO_EARLY:
        words = said("the certificate of {node} is not valid yet", node=node)
        return NetworkError(words, hint=said("Check the clocks of both computers."))
    if code in _OTHER_HOST:
        words = said("the certificate of {node} names another host", node=node)
        return NetworkError(
            words, hint=said("Write the host as the certificate names it, or have it renewed.")
        )
    if code in _UNTRUSTED:
        words = said("no authority that is believed vouches for {node}", node=node)
        return NetworkError(
            words, hint=said("Name the certificate of the authority that issued the peer's one.")
        )
    return NetworkError(
        said(
            "the certificate of {node} is not believed: {reason}",
            node=node, reason=error.verify_message,
        ),
        hint=said("Ask the peer's administrator."),
    )  # fmt: skip


def _not_believed_by(node: str) -> NetworkError:
    return NetworkError(
        said("{node} does not accept our certificate, or asks for one", node=node),
        hint=said(
            "Name a certificate with its key, issued by an authority that the peer believes, and "
            "check that it has not expired."
        ),
    )


def _wants_tls(node: str) -> NetworkError:
    return NetworkError(
        said("{node} speaks TLS only", node=node),
        hint=said("Add /tls to the node, and name the authority of its certificate."),
    )


def _caller_words(error: OSError) -> str:
    reason = (getattr(error, "reason", None) or "").upper()
    if isinstance(error, ssl.SSLCertVerificationError):
        if error.verify_code in _EXPIRED:
            return said("the caller's certificate has expired")
        return said("no authority that is believed vouches for the caller")
    if "PEER_DID_NOT_RETURN_A_CERTIFICATE" in reason:
        return said("the caller shows no certificate")
    if "ALERT" in reason and any(word in reason for word in _REJECTED):
        return said("the caller does not believe our certificate")
    if "PROTOCOL" in reason:
        return said("the caller speaks an outdated TLS")
    return said("the caller does not speak TLS")
