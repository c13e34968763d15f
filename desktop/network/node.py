"""A DICOM peer: where it listens and what it is called."""

import re
from dataclasses import dataclass

from engine.errors import RequestError
from engine.language import said

OWN_TITLE = "WHYRAY"
DEFAULT_PORT = 11112
_LONGEST_TITLE = 16  # characters, PS3.5 6.2 (AE)
_HINT = said("Write TITLE@HOST:PORT, e.g. PACS@192.168.1.20:104; add /tls for encryption.")


@dataclass(frozen=True)
class Node:
    """A DICOM peer.

    Attributes:
        title: its application entity title, 1 to 16 characters.
        host: name or address.
        port: 1..65535.
        has_tls: whether it is called with TLS.
    """

    title: str
    host: str
    port: int
    has_tls: bool = False

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.title}@{host}:{self.port}{'/tls' if self.has_tls else ''}"


def parse_node(text: str) -> Node:
    """``TITLE@HOST:PORT``, ``/tls`` behind it or not; IPv6 in brackets. Raises RequestError."""
    found = re.fullmatch(r"([^@]*)@(\[[^\]]+\]|[^:@\s]+):(\d+)(/tls)?", text.strip())
    if found is None:
        raise RequestError(said("{text!r} is no DICOM node", text=text), hint=_HINT)
    port = int(found[3])
    if not 1 <= port <= 65535:
        raise RequestError(said("there is no port {port}", port=port), hint=_HINT)
    return Node(check_title(found[1]), found[2].strip("[]"), port, found[4] is not None)


def check_title(title: str) -> str:
    """The application entity title without outer spaces. Raises RequestError."""
    plain = title.strip()
    is_valid = plain.isascii() and plain.isprintable() and "\\" not in plain
    if not plain or len(plain) > _LONGEST_TITLE or not is_valid:
        raise RequestError(
            said("{title!r} is no application entity title", title=title),
            hint=said("It has 1 to 16 plain characters without a backslash."),
        )
    return plain
