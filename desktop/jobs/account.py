"""Who sits at this computer, and when: as they stand in decisions and in the audit."""

import datetime
import getpass


def account_name() -> str:
    """The account's name; empty where the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def now() -> str:
    """The time, UTC, ISO 8601, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
