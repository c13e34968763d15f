"""DICOM nodes as the settings keep them: ``TITLE@HOST:PORT``, with a blank between."""

NODES, TITLE = "network/nodes", "network/title"


def node_texts(kept: str) -> tuple[str, ...]:
    """The nodes, none twice. A title may hold blanks: what has no port yet goes on."""
    found: list[str] = []
    pending = ""
    for part in kept.replace(";", " ").replace(",", " ").split():
        pending = f"{pending} {part}" if pending else part
        if "@" in part:
            found.append(pending)
            pending = ""
    if pending:
        found.append(pending)  # no node; whoever uses it is told
    return tuple(dict.fromkeys(found))


def kept_text(nodes: tuple[str, ...]) -> str:
    """The same for the settings."""
    return " ".join(dict.fromkeys(nodes))
