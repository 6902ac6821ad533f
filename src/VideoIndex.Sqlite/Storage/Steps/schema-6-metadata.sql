-- library.db, version 6: what people keep of videos, and what they say of what is claimed in them.

CREATE TABLE custom_field (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT    NOT NULL UNIQUE,            -- FieldNames.Read
    type            TEXT    NOT NULL                    -- 'text', 'number', 'date', 'single', 'multi'
);

CREATE TABLE field_choice (
    field           INTEGER NOT NULL REFERENCES custom_field ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    choice          TEXT    NOT NULL,
    PRIMARY KEY (field, position)
) WITHOUT ROWID;

CREATE TABLE field_value (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    field           INTEGER NOT NULL REFERENCES custom_field ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    value           TEXT    NOT NULL,                   -- FieldValues.Write
    PRIMARY KEY (video, field, position)
) WITHOUT ROWID;

CREATE INDEX field_value_field ON field_value (field, value);

CREATE TABLE collection (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT    NOT NULL,
    folded          TEXT    NOT NULL UNIQUE             -- FieldText.Folded
);

-- A collection is gone with its last video: its name may say something of a video that was removed.
CREATE TABLE in_collection (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    collection      INTEGER NOT NULL REFERENCES collection,
    PRIMARY KEY (video, collection)
) WITHOUT ROWID;

CREATE INDEX in_collection_collection ON in_collection (collection);

-- What was changed of a video, or, where there is no video, of the fields.
CREATE TABLE fact_change (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    video           INTEGER REFERENCES video ON DELETE CASCADE,
    at              TEXT    NOT NULL,
    by              TEXT    NOT NULL,
    what            TEXT    NOT NULL,
    detail          TEXT    NOT NULL
);

CREATE INDEX fact_change_video ON fact_change (video);

CREATE TRIGGER fact_change_stays_as_it_is BEFORE UPDATE ON fact_change
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER fact_change_is_not_replaced BEFORE INSERT ON fact_change
WHEN EXISTS (SELECT 1 FROM fact_change WHERE number = NEW.number)
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

-- It goes with its video, and no other way.
CREATE TRIGGER fact_change_stays BEFORE DELETE ON fact_change
WHEN OLD.video IS NULL OR EXISTS (SELECT 1 FROM video WHERE ordinal = OLD.video)
BEGIN
    SELECT raise(ABORT, 'What was done is not forgotten.');
END;

-- Verdicts and people's tags, line by line: how things stand follows from all lines of a video (VideoReviews.Of).
CREATE TABLE review_entry (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    what            TEXT    NOT NULL,                   -- 'verified', 'rejected', 'unjudged'; 'added', 'corrected', 'withdrawn'
    tag             INTEGER,                            -- of a person's tag: the number of the line that added it
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    label           TEXT    NOT NULL,
    origin_kind     TEXT    NOT NULL,
    origin_name     TEXT    NOT NULL,
    origin_version  TEXT    NOT NULL,
    box             TEXT,
    at              TEXT    NOT NULL,
    by              TEXT    NOT NULL,
    note            TEXT    NOT NULL
);

CREATE INDEX review_entry_video ON review_entry (video);

CREATE TRIGGER review_entry_stays_as_it_is BEFORE UPDATE ON review_entry
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER review_entry_is_not_replaced BEFORE INSERT ON review_entry
WHEN EXISTS (SELECT 1 FROM review_entry WHERE number = NEW.number)
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER review_entry_stays BEFORE DELETE ON review_entry
WHEN EXISTS (SELECT 1 FROM video WHERE ordinal = OLD.video)
BEGIN
    SELECT raise(ABORT, 'What was done is not forgotten.');
END;

-- How people's words stand beside what was found, as it follows from the lines above: null for nothing said, 1 for verified, 2 for rejected.
ALTER TABLE tag ADD COLUMN status INTEGER;

-- Which tag of a person's this is, by the line that added it; null for what was found.
ALTER TABLE tag ADD COLUMN human INTEGER;

ALTER TABLE utterance ADD COLUMN status INTEGER;
