"""The first shape: sources, documents and what they hold, jobs, read pages, full text.

Revision ID: 0001
Revises: (none)
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None

TABLES = (
    """CREATE TABLE jobs (
        location BLOB NOT NULL,
        path BLOB NOT NULL,
        shown TEXT NOT NULL,
        state TEXT NOT NULL,
        error TEXT,
        message TEXT,
        attempts INTEGER NOT NULL,
        sha256 TEXT,
        settings TEXT,
        version TEXT,
        changed_at DATETIME NOT NULL,
        PRIMARY KEY (location)
    )""",
    "CREATE INDEX ix_jobs_sha256 ON jobs (sha256)",
    "CREATE INDEX ix_jobs_state ON jobs (state)",
    """CREATE TABLE read_pages (
        sha256 TEXT NOT NULL,
        page INTEGER NOT NULL,
        reading TEXT NOT NULL,
        version TEXT NOT NULL,
        content BLOB NOT NULL,
        PRIMARY KEY (sha256, page, reading, version)
    )""",
    """CREATE TABLE sources (
        sha256 TEXT NOT NULL,
        path TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        media_type TEXT NOT NULL,
        page_count INTEGER NOT NULL,
        PRIMARY KEY (sha256)
    )""",
    """CREATE TABLE unwritten (
        document TEXT NOT NULL,
        PRIMARY KEY (document)
    )""",
    """CREATE TABLE documents (
        id TEXT NOT NULL,
        source TEXT NOT NULL,
        part INTEGER NOT NULL,
        page_from INTEGER NOT NULL,
        page_to INTEGER NOT NULL,
        kind TEXT NOT NULL,
        title TEXT,
        municipality TEXT,
        municipality_code TEXT,
        body TEXT,
        date TEXT,
        date_start TEXT,
        date_end TEXT,
        paragraph_from INTEGER,
        paragraph_to INTEGER,
        status TEXT NOT NULL,
        confidence FLOAT,
        version TEXT NOT NULL,
        settings TEXT NOT NULL,
        processed_at TEXT NOT NULL,
        record BLOB NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(source) REFERENCES sources (sha256) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_documents_body ON documents (body)",
    "CREATE INDEX ix_documents_date_start ON documents (date_start)",
    "CREATE INDEX ix_documents_kind ON documents (kind)",
    "CREATE INDEX ix_documents_source ON documents (source)",
    """CREATE TABLE dates (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        start TEXT,
        "end" TEXT,
        precision TEXT NOT NULL,
        year_inferred BOOLEAN NOT NULL,
        role TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_dates_document ON dates (document)",
    "CREATE INDEX ix_dates_start ON dates (start)",
    """CREATE TABLE decisions (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        decision TEXT NOT NULL,
        paragraph INTEGER,
        body TEXT,
        date TEXT,
        dnr TEXT,
        status TEXT NOT NULL,
        outcome TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_decisions_document ON decisions (document)",
    "CREATE INDEX ix_decisions_outcome ON decisions (outcome)",
    """CREATE TABLE dnr (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        value TEXT NOT NULL,
        registry TEXT,
        year INTEGER,
        number INTEGER,
        class_code TEXT,
        document_no TEXT,
        relation TEXT NOT NULL,
        candidates TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_dnr_document ON dnr (document)",
    "CREATE INDEX ix_dnr_value ON dnr (value)",
    """CREATE TABLE findings (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        code TEXT NOT NULL,
        severity TEXT NOT NULL,
        page INTEGER,
        message TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_findings_document ON findings (document)",
    """CREATE TABLE items (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        paragraph INTEGER,
        heading TEXT,
        dnr TEXT NOT NULL,
        summary TEXT,
        vote_method TEXT,
        vote_yes INTEGER,
        vote_no INTEGER,
        "immediate" BOOLEAN NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_items_document ON items (document)",
    """CREATE TABLE pages (
        "key" INTEGER NOT NULL,
        document TEXT NOT NULL,
        number INTEGER NOT NULL,
        width FLOAT,
        height FLOAT,
        unit TEXT,
        dpi INTEGER,
        origin TEXT NOT NULL,
        engine TEXT,
        confidence FLOAT,
        rotation FLOAT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY ("key"),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_pages_document ON pages (document)",
    """CREATE TABLE paragraphs (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        number INTEGER NOT NULL,
        number_to INTEGER,
        year INTEGER,
        body TEXT,
        date TEXT,
        kind TEXT NOT NULL,
        statute TEXT,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_paragraphs_document ON paragraphs (document)",
    """CREATE TABLE people (
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        position INTEGER NOT NULL,
        name TEXT NOT NULL,
        party TEXT,
        party_printed TEXT,
        roles TEXT NOT NULL,
        bodies TEXT NOT NULL,
        PRIMARY KEY (id),
        FOREIGN KEY(document) REFERENCES documents (id) ON DELETE CASCADE
    )""",
    "CREATE INDEX ix_people_document ON people (document)",
    "CREATE INDEX ix_people_name ON people (name)",
)
FULL_TEXT = (
    """CREATE VIRTUAL TABLE page_text USING fts5(
        text, content='pages', content_rowid='key', tokenize='unicode61 remove_diacritics 0'
    )""",
    """CREATE TRIGGER pages_insert AFTER INSERT ON pages BEGIN
        INSERT INTO page_text(rowid, text) VALUES (new.key, new.text);
    END""",
    """CREATE TRIGGER pages_delete AFTER DELETE ON pages BEGIN
        INSERT INTO page_text(page_text, rowid, text) VALUES ('delete', old.key, old.text);
    END""",
    """CREATE TRIGGER pages_update AFTER UPDATE OF text ON pages BEGIN
        INSERT INTO page_text(page_text, rowid, text) VALUES ('delete', old.key, old.text);
        INSERT INTO page_text(rowid, text) VALUES (new.key, new.text);
    END""",
)
"""Marks over letters are kept (remove_diacritics 0): in Swedish, å ä ö are letters of their own."""


def upgrade() -> None:
    """Make every table, index and trigger."""
    for statement in (*TABLES, *FULL_TEXT):
        op.execute(statement)
