-- library.db, version 6: the words everything is found by, in lists of our own (see docs/adr/0024-postings-of-our-own.md; the bytes are described where they are
-- written, in src/VideoIndex.Sqlite/Postings).

-- One row: a number that every change of the index makes another one, and how many segments there ever were.
CREATE TABLE posting_state (stamp INTEGER NOT NULL, segments INTEGER NOT NULL);

INSERT INTO posting_state VALUES (0, 0);

-- A segment holds the things of some videos, and never changes. A video is alive in one at most.
CREATE TABLE posting_segment (
    segment         INTEGER PRIMARY KEY,
    stamp           INTEGER NOT NULL,                   -- names what is in it for ever, whatever number it has
    head            BLOB NOT NULL                       -- see SegmentHead.cs
);

-- What a segment holds, in pages: its number in the upper bits of the key, that of the page in the lower 24.
CREATE TABLE posting_page (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL);

-- Videos that are gone from a segment, though their words are in it until it is merged.
CREATE TABLE posting_dead (segment INTEGER NOT NULL, video INTEGER NOT NULL, PRIMARY KEY (segment, video)) WITHOUT ROWID;

-- What things are alike in: field, author, language, speaker, status.
CREATE TABLE posting_class (class INTEGER PRIMARY KEY, written TEXT NOT NULL UNIQUE);

-- Segments that are being made one, a part of the work in each transaction: which, and how far it has come (see MergeState.cs).
CREATE TABLE posting_merge (output INTEGER PRIMARY KEY, state BLOB NOT NULL);
