-- library.db, version 4: brands and their logos, and what detectors saw. No row of a brand is ever deleted but an attribute's and a group membership's, and
-- what those said is in the history; numbers are never given twice.

CREATE TABLE brand (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT    NOT NULL,
    folded          TEXT    NOT NULL UNIQUE,            -- BrandName.Fold
    is_retired      INTEGER NOT NULL DEFAULT 0,
    added           TEXT    NOT NULL,
    added_by        TEXT    NOT NULL,
    changed         TEXT    NOT NULL,
    changed_by      TEXT    NOT NULL
);

CREATE TABLE brand_attribute (
    brand           INTEGER NOT NULL REFERENCES brand,
    name            TEXT    NOT NULL,
    value           TEXT    NOT NULL,
    PRIMARY KEY (brand, name)
) WITHOUT ROWID;

CREATE TABLE brand_group (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    name            TEXT    NOT NULL,
    folded          TEXT    NOT NULL UNIQUE
);

CREATE TABLE brand_in_group (
    brand           INTEGER NOT NULL REFERENCES brand,
    brand_group     INTEGER NOT NULL REFERENCES brand_group,
    PRIMARY KEY (brand, brand_group)
) WITHOUT ROWID;

CREATE INDEX brand_in_group_group ON brand_in_group (brand_group);

CREATE TABLE logo (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    brand           INTEGER NOT NULL REFERENCES brand,
    name            TEXT    NOT NULL,
    folded          TEXT    NOT NULL,
    is_removed      INTEGER NOT NULL DEFAULT 0
);

CREATE UNIQUE INDEX logo_name ON logo (brand, folded) WHERE is_removed = 0;

-- One of the two kinds of source: a file's name, or a place in a video.
CREATE TABLE logo_example (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    logo            INTEGER NOT NULL REFERENCES logo,
    picture         TEXT    NOT NULL,                   -- where the bytes are, relative to the library
    sha256          TEXT    NOT NULL,
    width           INTEGER NOT NULL,
    height          INTEGER NOT NULL,
    region          TEXT    NOT NULL,                   -- left, top, width, height in pixels, with spaces between
    source_file     TEXT,
    source_video    TEXT,                               -- video.id; the video may be gone
    source_time     TEXT,
    source_box      TEXT,                               -- as region, in pixels of the frame
    added           TEXT    NOT NULL,
    added_by        TEXT    NOT NULL,
    is_removed      INTEGER NOT NULL DEFAULT 0,
    CHECK ((source_file IS NULL) = (source_video IS NOT NULL AND source_time IS NOT NULL AND source_box IS NOT NULL))
);

CREATE UNIQUE INDEX logo_example_bytes ON logo_example (logo, sha256) WHERE is_removed = 0;

CREATE TABLE brand_change (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    brand           INTEGER NOT NULL REFERENCES brand,
    at              TEXT    NOT NULL,
    by              TEXT    NOT NULL,
    what            TEXT    NOT NULL,
    detail          TEXT    NOT NULL
);

CREATE INDEX brand_change_brand ON brand_change (brand);

CREATE TRIGGER brand_change_stays_as_it_is BEFORE UPDATE ON brand_change
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER brand_change_stays BEFORE DELETE ON brand_change
BEGIN
    SELECT raise(ABORT, 'What was done is not forgotten.');
END;

-- Logos and objects have fields of their own, which plain words search too; faces have one that they do not.
CREATE VIRTUAL TABLE words_4 USING fts5 (say, text, logo, object, face, tag, colour, motion, video, path, tokenize = 'ascii');

INSERT INTO words_4 (rowid, say, text, tag, colour, motion, video, path) SELECT rowid, say, text, tag, colour, motion, video, path FROM words;

DROP TABLE words;

ALTER TABLE words_4 RENAME TO words;

-- Where a logo was seen in a video: raw, see SightingPacking.cs for the bytes. It is right while the basis is the same.
CREATE TABLE found_logo (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    logo            INTEGER NOT NULL REFERENCES logo,
    basis           TEXT    NOT NULL,
    sightings       BLOB    NOT NULL,
    PRIMARY KEY (video, logo)
) WITHOUT ROWID;

-- The frames between which a logo's appearances lie, where they were looked at: see EndPacking.cs for the bytes. They cost decoding,
-- and the file may be gone by now.
CREATE TABLE found_end (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    logo            INTEGER NOT NULL REFERENCES logo,
    basis           TEXT    NOT NULL,
    ends            BLOB    NOT NULL,
    PRIMARY KEY (video, logo)
) WITHOUT ROWID;

-- What a detector saw, raw: at every look (look_block says which frames those are), for deciding again without decoding.
CREATE TABLE detector (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    kind            TEXT    NOT NULL,                   -- 'object' or 'face'
    origin_kind     TEXT    NOT NULL,
    origin_name     TEXT    NOT NULL,
    origin_version  TEXT    NOT NULL,
    labels          TEXT    NOT NULL,                   -- JSON: the names of its classes
    looks           INTEGER NOT NULL,
    PRIMARY KEY (video, kind)
) WITHOUT ROWID;

-- Blocks of 4096 looks, see DetectionBlock.cs for the bytes.
CREATE TABLE detection_block (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    kind            TEXT    NOT NULL,
    first_look      INTEGER NOT NULL,
    detections      BLOB    NOT NULL,
    PRIMARY KEY (video, kind, first_look)
);

-- The way of a thing through the picture: see TagPathForm.cs for the bytes.
ALTER TABLE tag ADD COLUMN path BLOB;

CREATE INDEX tag_object ON tag (label) WHERE kind = 'object';
