"""The read model's tables: how a database file is opened, and brought up to this version step by step."""

import sqlite3
from pathlib import Path
from typing import Final

from schemas.model import SporError

BUSY_MS: Final = 10_000  # how long a writer waits for another process at the same file

_FIRST: Final = """
CREATE TABLE positions (            -- the next offset to read of our own topics: written with the rows that it stands for
    topic TEXT NOT NULL, partition INTEGER NOT NULL, next_offset INTEGER NOT NULL,
    PRIMARY KEY (topic, partition)) WITHOUT ROWID;
CREATE TABLE topics (               -- which incarnation of a topic was read; empty where the broker gives no id
    topic TEXT NOT NULL PRIMARY KEY, cluster TEXT NOT NULL, topic_id TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE left_out (             -- records that are in a topic of ours and not in this model, and why
    topic TEXT NOT NULL, reason TEXT NOT NULL, records INTEGER NOT NULL,
    PRIMARY KEY (topic, reason)) WITHOUT ROWID;
CREATE TABLE watermarks (           -- the greatest [offset, part] counted, per source partition and revision
    cluster TEXT NOT NULL, topic TEXT NOT NULL, topic_id TEXT NOT NULL, partition INTEGER NOT NULL, revision INTEGER NOT NULL,
    "offset" INTEGER NOT NULL, part INTEGER NOT NULL,
    PRIMARY KEY (cluster, topic, topic_id, partition, revision)) WITHOUT ROWID;
CREATE TABLE flows (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    cluster TEXT NOT NULL, topic TEXT NOT NULL, topic_id TEXT NOT NULL, partition INTEGER NOT NULL, "offset" INTEGER NOT NULL,
    part INTEGER NOT NULL, revision INTEGER NOT NULL,
    day INTEGER NOT NULL,           -- days since 1970 when it was read: what retention counts from
    minute INTEGER NOT NULL,        -- minutes since 1970 of the source record
    message_time INTEGER NOT NULL,  -- ms UTC
    integration TEXT NOT NULL, sender TEXT, receiver TEXT, verdict TEXT NOT NULL,
    value BLOB NOT NULL,            -- the Flow, canonical JSON
    UNIQUE (cluster, topic, topic_id, partition, "offset", part));
CREATE INDEX flows_integration ON flows (integration, seq);
CREATE INDEX flows_verdict ON flows (verdict, seq);
CREATE INDEX flows_sender ON flows (sender, seq);
CREATE INDEX flows_receiver ON flows (receiver, seq);
CREATE INDEX flows_day ON flows (day);
CREATE TABLE facets (               -- a flow's categories and purposes
    kind TEXT NOT NULL, value TEXT NOT NULL, seq INTEGER NOT NULL,
    PRIMARY KEY (kind, value, seq)) WITHOUT ROWID;
CREATE INDEX facets_seq ON facets (seq);
CREATE TABLE totals (               -- sums that outlive the single rows; value '' where there is none
    dimension TEXT NOT NULL, value TEXT NOT NULL, verdict TEXT NOT NULL, day INTEGER NOT NULL,
    flows INTEGER NOT NULL, fields INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (dimension, value, verdict, day)) WITHOUT ROWID;
CREATE INDEX totals_day ON totals (day);
CREATE TABLE minutes (
    minute INTEGER NOT NULL, verdict TEXT NOT NULL, flows INTEGER NOT NULL,
    PRIMARY KEY (minute, verdict)) WITHOUT ROWID;
CREATE TABLE coverage (             -- per source partition: how far its spans go
    id INTEGER PRIMARY KEY, cluster TEXT NOT NULL, topic TEXT NOT NULL, topic_id TEXT NOT NULL, partition INTEGER NOT NULL,
    first INTEGER NOT NULL, read_to INTEGER NOT NULL, policies TEXT NOT NULL, detector TEXT NOT NULL, day INTEGER NOT NULL,
    UNIQUE (cluster, topic, topic_id, partition));
CREATE TABLE ranges (               -- source offsets that were not read: gone before we came, or without any span
    source INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('missed', 'unaccounted')),
    PRIMARY KEY (source, start)) WITHOUT ROWID;
CREATE TABLE alerts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, day INTEGER NOT NULL, time TEXT NOT NULL,
    verdict TEXT NOT NULL, rule TEXT NOT NULL, ground TEXT NOT NULL, citation TEXT, integration TEXT NOT NULL,
    flow TEXT, category TEXT, place TEXT, path TEXT, count INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE INDEX alerts_last ON alerts (last, seq);
CREATE TABLE dead_letters (
    key TEXT NOT NULL PRIMARY KEY, day INTEGER NOT NULL, flow TEXT NOT NULL, topic TEXT NOT NULL, partition INTEGER NOT NULL,
    "offset" INTEGER NOT NULL, stage TEXT NOT NULL, reason TEXT NOT NULL, size INTEGER NOT NULL);
CREATE INDEX dead_letters_reason ON dead_letters (reason);
"""
MIGRATIONS: Final = (_FIRST,)  # one script per version, never edited after a release: `user_version` says how many have run


class ReadModelError(SporError):
    """A database file that this version cannot use."""


def open_writer(path: Path) -> sqlite3.Connection:
    """The one writing connection: WAL, migrated, readable by its owner alone. Raises ReadModelError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")  # a power cut may lose the last commits, rows and offsets alike: they are read again
        migrate(db)
    except (OSError, sqlite3.Error) as wrong:
        raise ReadModelError(f"{path}: not usable as the dashboard's database ({wrong}); move it away or give another --db") from None
    return db


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that can only read, for one question."""
    db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_MS / 1000)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA query_only = ON")
    return db


def migrate(db: sqlite3.Connection) -> None:
    """Runs the steps that this file has not seen yet, each in a transaction of its own. Raises ReadModelError for a newer file."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > len(MIGRATIONS):
        raise ReadModelError(f"the database is of version {version}, this program knows {len(MIGRATIONS)}: upgrade, or give another --db")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        db.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
