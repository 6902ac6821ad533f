-- library.db, version 7: what was taken in from elsewhere.

-- What is written anew whenever a video's contents are: see ImportForm.cs for the bytes.
CREATE TABLE import (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    id              TEXT    NOT NULL UNIQUE,
    name            TEXT    NOT NULL,                   -- the file's
    format          TEXT    NOT NULL,
    made            TEXT    NOT NULL,
    tags            BLOB    NOT NULL,
    transcripts     BLOB    NOT NULL,
    complaints      TEXT    NOT NULL,                   -- JSON: sentences
    verbatim        TEXT                                -- JSON, as its format has it
);

CREATE INDEX import_video ON import (video);

-- Which import this came in with; null for what was found.
ALTER TABLE tag ADD COLUMN import INTEGER;

ALTER TABLE transcript ADD COLUMN import INTEGER;
