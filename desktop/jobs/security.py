"""What the settings say about TLS."""

from pathlib import Path

from desktop.network.security import Tls
from desktop.settings import Settings

RECEIVES_SECURED = "network/receives_tls"


def tls_of(settings: Settings) -> Tls:
    """The files that the settings name."""
    named = (str(settings.get(f"network/tls_{part}")).strip() for part in ("ca", "cert", "key"))
    files = tuple(Path(name) if name else None for name in named)
    return Tls(*files, asks_callers=settings.get("network/tls_asks") is True)
