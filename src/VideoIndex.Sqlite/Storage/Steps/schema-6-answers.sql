-- library.db, version 6: answers to questions of any shape.

-- Which version of the search index holds what is in the video; 0 for a video that is not in it yet: one of an older library, or of an index that is made
-- anew. Every search first takes such videos along, so that no answer is short of them.
ALTER TABLE video ADD COLUMN searchable INTEGER NOT NULL DEFAULT 0;

CREATE INDEX video_not_searchable ON video (searchable);

-- What was found by FTS5 is found by lists of our own (schema-6-postings.sql), which are filled from the catalogue.
DROP TABLE words;
