-- library.db, version 6: the words the library is spoken of in, and the questions that found nothing.

CREATE TABLE vocabulary_statement (
    concept         TEXT    NOT NULL,                   -- its id; '' for noise
    kind            TEXT    NOT NULL,                   -- StatementKind: 'preferred', 'alternative', 'mapped', 'broader', 'note', 'noise'
    language        TEXT    NOT NULL,                   -- BCP 47 in small letters; '' where it has none
    text            TEXT    NOT NULL,
    PRIMARY KEY (concept, kind, language, text)
) WITHOUT ROWID;

CREATE TABLE vocabulary_change (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    at              TEXT    NOT NULL,
    by              TEXT    NOT NULL,
    what            TEXT    NOT NULL,                   -- 'added', 'removed'
    detail          TEXT    NOT NULL                    -- the statement, in words
);

CREATE TRIGGER vocabulary_change_stays_as_it_is BEFORE UPDATE ON vocabulary_change
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER vocabulary_change_is_not_replaced BEFORE INSERT ON vocabulary_change
WHEN EXISTS (SELECT 1 FROM vocabulary_change WHERE number = NEW.number)
BEGIN
    SELECT raise(ABORT, 'What was done is not rewritten.');
END;

CREATE TRIGGER vocabulary_change_stays BEFORE DELETE ON vocabulary_change
BEGIN
    SELECT raise(ABORT, 'What was done is not forgotten.');
END;

-- Bounded: ISearchLog.MostQuestions.
CREATE TABLE missed_search (
    question        TEXT    PRIMARY KEY,
    words           TEXT    NOT NULL,                   -- a line each
    first_at        TEXT    NOT NULL,
    last_at         TEXT    NOT NULL,
    times           INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX missed_search_last ON missed_search (last_at);
