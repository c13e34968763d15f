"""What this workstation knows of studies: an index in SQLite, and the log of what was done.

The database is an index, never the only place of anything that a person made. Decisions and
comments (`engine.decisions`) and marks (`engine.measure`) live in one file per image each and are
only summed up here, so that lists can be searched; images stay where they are and are never copied.
Only the database holds which studies were opened and read, what models said and explained, which
reports were written, and the audit. It stands beside the pipeline and knows no window.
"""
