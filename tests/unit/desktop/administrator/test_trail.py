"""What the administrator did stands in the audit of the library."""

import json

from desktop.administrator.trail import write_down
from desktop.administrator.vault import Vault
from engine.library import audit
from engine.library.database import connect_to_read
from engine.library.opening import NAME
from tests.support.administrators import CHEAP, PASSWORD

NOW = "2026-01-01T00:00:00+00:00"


def test_events_are_chained_in_their_order_and_told_once(tmp_path):
    vault = Vault(tmp_path / "administrator", CHEAP)
    vault.set_password(PASSWORD)
    vault.unlock(PASSWORD)
    vault.note_end("asked")
    assert write_down(vault, tmp_path / "library", at=NOW, by="doe") == ()
    assert write_down(vault, tmp_path / "library", at=NOW, by="doe") == ()

    connection = connect_to_read(tmp_path / "library" / NAME)
    lines = list(audit.lines(connection))
    connection.close()
    assert audit.verify(lines).broken_line is None
    told = [json.loads(line) for line in lines]
    wanted = [audit.PASSWORD_SET, audit.ADMITTED, audit.SESSION_ENDED]
    assert [entry["event"] for entry in told] == wanted
    assert {entry["by"] for entry in told} == {"doe"}
