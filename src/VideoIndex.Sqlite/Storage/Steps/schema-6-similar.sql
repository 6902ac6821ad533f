-- library.db, version 6: vectors, by which moments are found that are like another, or like words.

-- One set of a kind for each video; see VectorMoments.cs and the core's VectorCoding.cs for the bytes.
CREATE TABLE vectors (
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    kind            TEXT    NOT NULL CHECK (kind IN ('picture-evidence', 'picture-embedding', 'text-embedding')),
    name            TEXT    NOT NULL,                   -- who made them
    version         TEXT    NOT NULL,
    dimensions      INTEGER NOT NULL,
    count           INTEGER NOT NULL,
    moments         BLOB    NOT NULL,
    codes           BLOB    NOT NULL,
    PRIMARY KEY (video, kind)
);
