"""Asking a peer whether it is there (C-ECHO) and sending it DICOM files (C-STORE).

Every file has an answer of its own: sent, sent with a warning, or not, and why. What could not be
offered in its own transfer syntax is decompressed for the peer, and that is told.
"""

import ssl
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pydicom
from pydicom.dataset import Dataset
from pydicom.uid import ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pynetdicom import AE, evt
from pynetdicom.association import Association
from pynetdicom.presentation import PresentationContext, build_context

from desktop.network.line import Line
from desktop.network.node import OWN_TITLE, Node
from desktop.network.security import Tls, calling_context, why_not
from desktop.network.statuses import is_stored, words_of
from engine.errors import NetworkError
from engine.language import said

# Reaching the host cannot be hung up, so it is short; the rest can.
CONNECT_S, REQUEST_S, ANSWER_S = 4, 10, 60
_MOST_CONTEXTS = 128  # PS3.8 9.3.2.2: odd numbers of one byte
_VERIFICATION = "1.2.840.10008.1.1"
_PLAIN = [ExplicitVRLittleEndian, ImplicitVRLittleEndian]


@dataclass(frozen=True)
class Sent:
    """What became of one file.

    Attributes:
        path: the file.
        sop_instance_uid: of the instance; empty where the file could not be read.
        is_stored: whether the peer says that it has it.
        words: what happened.
        status: the peer's status code; None where it was never asked.
    """

    path: Path
    sop_instance_uid: str
    is_stored: bool
    words: str
    status: int | None = None


@dataclass(frozen=True)
class _Call:
    node: Node
    own_title: str
    line: Line
    tls: ssl.SSLContext | None


@dataclass(frozen=True)
class _Offer:
    path: Path
    sop_class: str
    instance: str
    syntax: str


def echo(
    node: Node, own_title: str = OWN_TITLE, line: Line | None = None, tls: Tls | None = None
) -> None:
    """Asks the peer whether it is there and answers (C-ECHO).

    Args:
        node: the peer.
        own_title: what we call ourselves.
        line: hangs up, from another thread.
        tls: for a node with TLS; None: the authorities that the system trusts, no certificate.

    Raises:
        NetworkError: it cannot be reached, refuses us, or answers with a failure.
        Cancelled: the line was hung up.
    """
    line = Line() if line is None else line
    call = _Call(node, own_title, line, _context(node, tls))
    association = _associate(call, [build_context(_VERIFICATION)])
    try:
        answer = association.send_c_echo()
        status = answer.get("Status")
    finally:
        if association.is_established:
            association.release()
    line.check()
    if status is None:
        raise NetworkError(said("{node} did not answer in time", node=str(node)))
    if status != 0:
        raise NetworkError(
            said("{node} answers: {words}", node=str(node), words=words_of(int(status)))
        )


def send(
    paths: Sequence[Path],
    node: Node,
    own_title: str = OWN_TITLE,
    line: Line | None = None,
    tls: Tls | None = None,
) -> Iterator[Sent]:
    """Sends files in their order; yields what became of each.

    Closing the iterator releases the association.

    Args:
        paths: the files.
        node: the peer.
        own_title: what we call ourselves.
        line: hangs up, from another thread.
        tls: as for `echo`.

    Raises:
        NetworkError: the peer cannot be reached or refuses us; nothing was sent then.
        Cancelled: the line was hung up.
    """
    line = Line() if line is None else line
    call = _Call(node, own_title, line, _context(node, tls))
    offers, unread = _offers(paths)
    yield from unread
    for portion in _portions(offers):
        association = _associate(call, _contexts(portion))
        try:
            for offer in portion:
                line.check()
                if not association.is_established:
                    yield _lost(offer)
                    continue
                sent = _send_one(association, offer)
                line.check()
                yield sent
        finally:
            if association.is_established:
                association.release()


def _offers(paths: Sequence[Path]) -> tuple[list[_Offer], list[Sent]]:
    offers, unread = [], []
    for path in paths:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # the peer judges what a header gets wrong
                meta = pydicom.dcmread(path, specific_tags=["SOPClassUID"], stop_before_pixels=True)
            offers.append(
                _Offer(
                    path,
                    str(meta.file_meta.MediaStorageSOPClassUID),
                    str(meta.file_meta.MediaStorageSOPInstanceUID),
                    str(meta.file_meta.TransferSyntaxUID),
                )
            )
        except Exception:  # noqa: BLE001 - any kind; the file is named and the rest goes on
            unread.append(Sent(path, "", False, said("this is no complete DICOM file")))
    return offers, unread


def _portions(offers: Sequence[_Offer]) -> Iterator[list[_Offer]]:
    """Runs of files whose contexts fit one association."""
    portion: list[_Offer] = []
    for offer in offers:
        if len(_contexts([*portion, offer])) > _MOST_CONTEXTS:
            yield portion
            portion = []
        portion.append(offer)
    if portion:
        yield portion


def _contexts(offers: Sequence[_Offer]) -> list[PresentationContext]:
    """Each kind of object in the syntax of its files, and uncompressed."""
    own = dict.fromkeys((offer.sop_class, offer.syntax) for offer in offers)
    compressed = [pair for pair in own if pair[1] not in _PLAIN]
    classes = dict.fromkeys(offer.sop_class for offer in offers)
    return [
        *(build_context(*pair) for pair in compressed),
        *(build_context(sop_class, _PLAIN) for sop_class in classes),
    ]


def _send_one(association: Association, offer: _Offer) -> Sent:
    def answer(words: str, status: int | None = None, *, has_it: bool = False) -> Sent:
        return Sent(offer.path, offer.instance, has_it, words, status)

    accepted = {
        str(context.transfer_syntax[0])
        for context in association.accepted_contexts
        if context.abstract_syntax == offer.sop_class
    }
    if not accepted:
        return answer(said("the peer does not take this kind of object"))
    note = ""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            dataset = pydicom.dcmread(offer.path)
            if offer.syntax not in accepted:
                dataset, note = _uncompressed(dataset, offer)
            found = association.send_c_store(dataset).get("Status")
    except Exception as error:  # noqa: BLE001 - any kind; the file is named and the rest goes on
        return answer(said("it could not be sent: {reason}", reason=str(error)[:200]))
    if found is None:
        return answer(said("the connection was lost before the peer answered"))
    status = int(found)
    words = words_of(status)
    if note and is_stored(status):
        words = said("{words}; {note}", words=words, note=note)
    return answer(words, status, has_it=is_stored(status))


def _uncompressed(dataset: Dataset, offer: _Offer) -> tuple[Dataset, str]:
    """The file without compression, for a peer that does not take its syntax."""
    if offer.syntax in _PLAIN or not dataset.file_meta.TransferSyntaxUID.is_compressed:
        return dataset, ""
    dataset.decompress()
    return dataset, said("decompressed, since the peer does not take its compression")


def _lost(offer: _Offer) -> Sent:
    words = said("not sent: the connection was lost")
    return Sent(offer.path, offer.instance, False, words)


def _context(node: Node, tls: Tls | None) -> ssl.SSLContext | None:
    if not node.has_tls:
        return None
    return calling_context(Tls() if tls is None else tls)


def _associate(call: _Call, contexts: Sequence[PresentationContext]) -> Association:
    node, line = call.node, call.line
    line.check()
    entity = AE(ae_title=call.own_title)
    entity.connection_timeout, entity.acse_timeout = CONNECT_S, REQUEST_S
    entity.dimse_timeout = entity.network_timeout = ANSWER_S
    try:
        association = entity.associate(
            node.host,
            node.port,
            contexts=list(contexts),
            ae_title=node.title,
            evt_handlers=[(evt.EVT_CONN_OPEN, line.take)],
            tls_args=None if call.tls is None else (call.tls, node.host),
        )
    except OSError as error:
        raise _unreachable(node) from error
    if association.is_established:
        return association
    line.let_go()
    line.check()
    if association.is_rejected:
        raise NetworkError(
            said("{node} refuses the connection", node=str(node)),
            hint=said(
                "Ask its administrator to allow {title}, and check the peer's title.",
                title=call.own_title,
            ),
        )
    problem = why_not(str(node), node.host, node.port, call.tls)
    line.check()
    raise _unreachable(node) if problem is None else problem


def _unreachable(node: Node) -> NetworkError:
    return NetworkError(
        said("{node} cannot be reached", node=str(node)),
        hint=said("Check host, port and network; is the peer running?"),
    )
