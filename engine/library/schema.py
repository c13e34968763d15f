"""The tables of the library, as steps from one schema version to the next.

A new version is a new entry of `MIGRATIONS`; an entry that was ever released is never changed.
Columns of ``studies`` below the line are sums over other tables, made anew by
`engine.library.studies.refresh`, so that a list of 100,000 rows is sorted without joining.
"""

import sqlite3
from collections.abc import Sequence

APPLICATION_ID = 0x57_52_4C_42  # "WRLB"

_FIRST = """
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE studies (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    uid TEXT NOT NULL,
    patient_name TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    sex TEXT NOT NULL,
    age_years REAL,
    study_date TEXT NOT NULL,
    study_time TEXT NOT NULL,
    description TEXT NOT NULL,
    accession TEXT NOT NULL,
    title TEXT NOT NULL,
    added_at TEXT NOT NULL,
    opened_at TEXT NOT NULL,
    read_at TEXT NOT NULL DEFAULT '',
    read_by TEXT NOT NULL DEFAULT '',
    -- sums
    search TEXT NOT NULL DEFAULT '',
    views TEXT NOT NULL DEFAULT '',
    image_count INTEGER NOT NULL DEFAULT 0,
    finding TEXT,
    probability REAL,
    is_above INTEGER,
    model_id TEXT NOT NULL DEFAULT '',
    refused_count INTEGER NOT NULL DEFAULT 0,
    is_looked_at INTEGER NOT NULL DEFAULT 0,
    mark_count INTEGER NOT NULL DEFAULT 0,
    decision_count INTEGER NOT NULL DEFAULT 0,
    status TEXT NOT NULL DEFAULT 'unread',
    reader TEXT NOT NULL DEFAULT ''
);
CREATE INDEX studies_by_priority ON studies
    (coalesce(is_above, 0) DESC, probability DESC, id DESC, is_above);
CREATE INDEX studies_by_probability ON studies (probability);
CREATE INDEX studies_by_date ON studies (study_date);
CREATE INDEX studies_by_status ON studies (status);
CREATE INDEX studies_by_reader ON studies (reader);
CREATE INDEX studies_by_opening ON studies (opened_at);

CREATE TABLE images (
    id INTEGER PRIMARY KEY,
    study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    key TEXT NOT NULL UNIQUE,
    file_sha256 TEXT NOT NULL,
    series_uid TEXT NOT NULL,
    view TEXT NOT NULL,
    path BLOB NOT NULL,
    added_at TEXT NOT NULL,
    looked_at TEXT NOT NULL DEFAULT ''
);
CREATE INDEX images_by_study ON images (study_id);

CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    model_id TEXT NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    UNIQUE (model_id, version)
);

CREATE TABLE predictions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    model INTEGER NOT NULL REFERENCES models (id),
    frame INTEGER NOT NULL,
    at TEXT NOT NULL,
    provider TEXT NOT NULL,
    verdict TEXT NOT NULL,
    codes TEXT NOT NULL,
    is_withheld INTEGER NOT NULL,
    UNIQUE (image_id, model, frame)
);

CREATE TABLE scores (
    prediction_id INTEGER NOT NULL REFERENCES predictions (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    is_above INTEGER,
    is_abnormal INTEGER NOT NULL,
    PRIMARY KEY (prediction_id, finding)
) WITHOUT ROWID;

CREATE TABLE explanations (
    id INTEGER PRIMARY KEY,
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    model_id TEXT NOT NULL,
    frame INTEGER NOT NULL,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    target TEXT NOT NULL,
    against TEXT NOT NULL,
    layer TEXT NOT NULL,
    options TEXT NOT NULL,
    seed INTEGER NOT NULL,
    passes INTEGER NOT NULL,
    seconds REAL NOT NULL,
    UNIQUE (image_id, model_id, frame, method, target, against, layer, options, seed)
);

CREATE TABLE measurements (
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (image_id, kind)
) WITHOUT ROWID;

CREATE TABLE decisions (
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    model_id TEXT NOT NULL,
    frame INTEGER NOT NULL,
    finding TEXT NOT NULL,
    verdict TEXT NOT NULL,
    has_comment INTEGER NOT NULL,
    by TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (image_id, model_id, frame, finding)
) WITHOUT ROWID;

CREATE TABLE reports (
    id INTEGER PRIMARY KEY,
    image_id INTEGER NOT NULL REFERENCES images (id) ON DELETE CASCADE,
    status TEXT NOT NULL CHECK (status IN ('preliminary', 'verified')),
    by TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX reports_by_image ON reports (image_id);

CREATE TABLE study_findings (
    study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
    finding TEXT NOT NULL,
    probability REAL NOT NULL,
    is_above INTEGER,
    PRIMARY KEY (study_id, finding)
) WITHOUT ROWID;
CREATE INDEX findings_by_priority ON study_findings
    (finding, coalesce(is_above, 0) DESC, probability DESC, study_id DESC, is_above);
CREATE INDEX findings_by_probability ON study_findings (finding, probability);

CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    entry TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'the audit is never shortened'); END;
CREATE TRIGGER audit_only_grows BEFORE INSERT ON audit
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit)
BEGIN SELECT RAISE(ABORT, 'the audit only grows at its end'); END;
"""

# With what a result was made: the model's own digest and facts, the operating point of every score,
# the version that a reader answered. A model is another one when its digest differs, so its table
# is made anew (SQLite cannot take a constraint away); what refers to it waits until it is back.
_PROVENANCE = """
PRAGMA defer_foreign_keys = ON;
CREATE TEMP TABLE known_models AS SELECT * FROM models;
DROP TABLE models;
CREATE TABLE models (
    id INTEGER PRIMARY KEY,
    model_id TEXT NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    added_at TEXT NOT NULL,
    digest TEXT NOT NULL DEFAULT '',
    facts TEXT NOT NULL DEFAULT '',
    UNIQUE (model_id, version, digest)
);
INSERT INTO models (id, model_id, version, name, added_at)
    SELECT id, model_id, version, name, added_at FROM known_models;
DROP TABLE known_models;

ALTER TABLE scores ADD COLUMN point TEXT NOT NULL DEFAULT '';
ALTER TABLE scores ADD COLUMN threshold REAL;
ALTER TABLE explanations ADD COLUMN digest TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN version TEXT NOT NULL DEFAULT '';
ALTER TABLE decisions ADD COLUMN probability REAL;
CREATE INDEX predictions_by_model ON predictions (model, at);
"""

# The life of models. There is one active model of each kind of task, which the index makes sure of.
# Free words (why) stand here and never in the audit, which holds their digest.
_LIVES = """
CREATE TABLE model_lives (
    digest TEXT PRIMARY KEY,
    model_id TEXT NOT NULL,
    version TEXT NOT NULL,
    name TEXT NOT NULL,
    slot TEXT NOT NULL CHECK (slot IN ('scores', 'masks')),
    state TEXT NOT NULL CHECK (state IN ('candidate', 'active', 'former', 'retired', 'deleted')),
    is_shipped INTEGER NOT NULL,
    program TEXT NOT NULL,
    parent TEXT NOT NULL,
    predecessor TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    imported_by TEXT NOT NULL,
    trial TEXT NOT NULL
) WITHOUT ROWID;
CREATE UNIQUE INDEX one_active_model ON model_lives (slot) WHERE state = 'active';

CREATE TABLE model_changes (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    event TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX changes_by_model ON model_changes (digest);

CREATE TABLE signing_keys (
    key TEXT PRIMARY KEY,
    standing TEXT NOT NULL CHECK (standing IN ('site', 'trusted')),
    name TEXT NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    reason TEXT NOT NULL
) WITHOUT ROWID;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _PROVENANCE, _LIVES)
VERSION = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int:
    """The schema version of a database; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, migrations: Sequence[str] = MIGRATIONS) -> None:
    """Brings a database to the latest version, whole or not at all.

    Another program that does the same at the same time is waited for. Raises sqlite3.Error.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in migrations[version_of(connection) :]:
            for statement in statements(step):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def statements(script: str) -> list[str]:
    """The statements of a script one by one: `executescript` would end the transaction."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found
