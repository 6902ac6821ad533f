-- library.db, version 1: everything known of the videos in a library.
--
-- Times are exact fractions of a second, written as text ('9009/250'), on the video's own timeline; spans run from
-- "starts" up to, but not including, "ends". The whole number of microseconds beside a start ("starts_us", floored)
-- is there to sort and seek by, and is never read back as the time.
--
-- The moment key. Everything that can be found has one 64-bit key: 21 bits of the video's ordinal, 30 bits of its
-- start in milliseconds, 12 bits to tell apart what starts in the same millisecond. So all of one video is one range
-- of keys, and their order is the order of time. Key 0 of a video's range is the video itself. See MomentKey.cs.

CREATE TABLE video (
    ordinal         INTEGER PRIMARY KEY AUTOINCREMENT,  -- the high bits of its moment keys; never given out again
    id              TEXT    NOT NULL UNIQUE,            -- 32 hex digits, from the content
    path            TEXT    NOT NULL,
    bytes           INTEGER NOT NULL,
    modified        TEXT    NOT NULL,                   -- ISO 8601, to 100 ns
    added           TEXT    NOT NULL,
    state           TEXT    NOT NULL CHECK (state IN ('accepted', 'ok', 'degraded', 'rejected', 'quarantined')),
    code            TEXT,
    sentence        TEXT,
    probe           TEXT,                               -- JSON: what the container says of itself
    extent_starts   TEXT    NOT NULL,
    extent_ends     TEXT    NOT NULL,
    coverage        TEXT,
    frames          INTEGER NOT NULL,
    rate            TEXT,
    timecode_frame  INTEGER,                            -- the label of the first frame, as frames since 00:00:00:00
    timecode_rate   TEXT,
    timecode_drop   INTEGER,
    timecode_starts TEXT,
    meter           TEXT,                               -- JSON: what indexing cost
    notes           TEXT    NOT NULL                    -- JSON: sentences
);

CREATE INDEX video_path ON video (path);

CREATE TABLE shot (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    number          INTEGER NOT NULL,
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    starts_us       INTEGER NOT NULL,
    keyframe_at     TEXT    NOT NULL,
    keyframe        TEXT,                               -- a path inside the library's folder
    PRIMARY KEY (video, position)
) WITHOUT ROWID;

CREATE INDEX shot_starts ON shot (video, starts_us);

CREATE TABLE transcript (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    number          INTEGER NOT NULL,                   -- its place among the video's transcripts, from 0
    language        TEXT,
    origin_kind     TEXT    NOT NULL,
    origin_name     TEXT    NOT NULL,
    origin_version  TEXT    NOT NULL,
    PRIMARY KEY (video, number)
) WITHOUT ROWID;

CREATE TABLE utterance (
    key             INTEGER PRIMARY KEY,                -- the moment key, which names the video
    transcript      INTEGER NOT NULL,                   -- transcript.number
    position        INTEGER NOT NULL,
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    starts_us       INTEGER NOT NULL,
    text            TEXT    NOT NULL
);

CREATE TABLE tag (
    key             INTEGER PRIMARY KEY,                -- the moment key, which names the video
    position        INTEGER NOT NULL,
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    starts_us       INTEGER NOT NULL,
    kind            TEXT    NOT NULL,                   -- 'text' is on-screen text; 'chapter', ...
    label           TEXT    NOT NULL,
    confidence      REAL    NOT NULL,
    origin_kind     TEXT    NOT NULL,
    origin_name     TEXT    NOT NULL,
    origin_version  TEXT    NOT NULL
);

CREATE INDEX tag_kind ON tag (kind);

-- Every frame, for deciding again without decoding: blocks of 4096 frames, see FrameBlock.cs for the bytes.
CREATE TABLE frame_evidence (
    video           INTEGER PRIMARY KEY REFERENCES video ON DELETE CASCADE,
    time_base       TEXT    NOT NULL,
    zero            TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    frames          INTEGER NOT NULL
);

CREATE TABLE frame_block (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    first_frame     INTEGER NOT NULL,
    frames          BLOB    NOT NULL,
    PRIMARY KEY (video, first_frame)
);

-- The words everything is found by, already folded and parted by spaces (the core's Words decides what a word is, so
-- this tokenizer has nothing left to decide). The rowid is the moment key. One column a field; "path" holds the
-- folders a video lies in, which only "video:" searches.
CREATE VIRTUAL TABLE words USING fts5 (say, text, tag, video, path, tokenize = 'ascii');

-- Whether something was removed whose bytes are not yet overwritten. One row.
CREATE TABLE sweep (due INTEGER NOT NULL);

INSERT INTO sweep VALUES (0);
