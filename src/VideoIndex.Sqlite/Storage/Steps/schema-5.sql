-- library.db, version 5: what was heard by models.

-- Some libraries of version 4 were made before it had this.
CREATE INDEX IF NOT EXISTS tag_object ON tag (label) WHERE kind = 'object';

-- What was heard by a model: which sound of the file, and of each utterance its words (see SpokenWordsForm.cs for the bytes). What is dropped is not
-- believed: it is kept, and has no words to be found by.
ALTER TABLE transcript ADD COLUMN track INTEGER;

ALTER TABLE transcript ADD COLUMN channel TEXT;

ALTER TABLE transcript ADD COLUMN notes TEXT NOT NULL DEFAULT '[]';     -- JSON: sentences

ALTER TABLE utterance ADD COLUMN confidence REAL;

ALTER TABLE utterance ADD COLUMN speaker TEXT;

ALTER TABLE utterance ADD COLUMN language TEXT;

ALTER TABLE utterance ADD COLUMN dropped TEXT;

ALTER TABLE utterance ADD COLUMN words BLOB;

-- Two utterances that follow each other, for phrases that run from one into the other.
CREATE TABLE joint (
    key             INTEGER PRIMARY KEY,                -- the moment key its words are found by
    first           INTEGER NOT NULL,                   -- utterance.key of the one
    second          INTEGER NOT NULL                    -- utterance.position of the other, in the same transcript
);

-- "across" holds the words around the border of two utterances, which only phrases search.
CREATE VIRTUAL TABLE words_5 USING fts5 (say, text, logo, object, face, tag, colour, motion, video, path, across, tokenize = 'ascii');

INSERT INTO words_5 (rowid, say, text, logo, object, face, tag, colour, motion, video, path)
SELECT rowid, say, text, logo, object, face, tag, colour, motion, video, path FROM words;

DROP TABLE words;

ALTER TABLE words_5 RENAME TO words;
