"""The README's table of methods is the registry.

``python -m tests.contract.test_readme_methods`` writes the table into the README.
"""

from engine.explain.registry import METHODS
from tests.conftest import ROOT

README = ROOT / "README.md"
HEADING = "| method | family | values | reference |\n|---|---|---|---|\n"


def table():
    """The table as it must stand in the README."""
    rows = [
        f"| `{m.id}` | {m.family} | {'signed' if m.is_signed else 'unsigned'} | {m.reference} |\n"
        for m in METHODS
    ]
    return HEADING + "".join(rows)


def test_the_readme_lists_the_registry():
    assert table() in README.read_text(encoding="utf-8")


def write():
    """Replaces the table in the README."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(HEADING)
    after = rest.partition("\n\n")[2]
    README.write_text(f"{before}{table()}\n{after}", encoding="utf-8")


if __name__ == "__main__":
    write()
