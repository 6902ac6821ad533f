-- library.db, version 3: what is seen. Sketches and looks for deciding late; transitions, scenes, places in the picture.

ALTER TABLE tag ADD COLUMN box TEXT;                            -- left, top, width, height in ten-thousandths of the picture, with spaces between
ALTER TABLE tag ADD COLUMN angle INTEGER NOT NULL DEFAULT 0;    -- tenths of a degree
ALTER TABLE tag ADD COLUMN language TEXT;
ALTER TABLE tag ADD COLUMN how TEXT;

CREATE TABLE transition (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('cut', 'dissolve', 'wipe', 'fade-in', 'fade-out', 'through-black', 'through-white')),
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    PRIMARY KEY (video, position)
) WITHOUT ROWID;

CREATE TABLE scene (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    number          INTEGER NOT NULL,
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    starts_us       INTEGER NOT NULL,
    first_shot      INTEGER NOT NULL,
    last_shot       INTEGER NOT NULL,
    PRIMARY KEY (video, number)
) WITHOUT ROWID;

-- The sketches of a block of frames, packed; absent for a video indexed before there were any. See SketchPacking.
CREATE TABLE sketch_block (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    first_frame     INTEGER NOT NULL,                   -- frame_block.first_frame
    sketches        BLOB    NOT NULL,
    PRIMARY KEY (video, first_frame)
);

-- What is kept of looks, two a second. See LookBlock.cs for the bytes.
CREATE TABLE look_block (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    first_look      INTEGER NOT NULL,
    looks           BLOB    NOT NULL,
    PRIMARY KEY (video, first_look)
);

-- Colours and motion have fields of their own: plain words do not search them, or "red" would find half the library.
CREATE VIRTUAL TABLE words_3 USING fts5 (say, text, tag, colour, motion, video, path, tokenize = 'ascii');

INSERT INTO words_3 (rowid, say, text, tag, video, path) SELECT rowid, say, text, tag, video, path FROM words;

DROP TABLE words;

ALTER TABLE words_3 RENAME TO words;

-- What a video is recognised by in others. See PicturePrint.cs and SoundPrint.cs for the bytes.
CREATE TABLE print (
    video           INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    version         INTEGER NOT NULL,                   -- of the pictures' prints; those of another are made anew from the sketches
    first_print     INTEGER NOT NULL,                   -- which quarter of a second the first is of
    pictures        BLOB    NOT NULL,
    sound_starts    TEXT    NOT NULL,
    sound           BLOB    NOT NULL
);
