-- library.db, version 6, alerts: questions that stand, and what they have told of.

CREATE TABLE alert (
    number          INTEGER PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE,
    question        TEXT    NOT NULL,
    run             TEXT,                               -- a command, or
    post            TEXT,                               -- an address
    secret_file     TEXT,
    after           INTEGER NOT NULL,                   -- outbox.sequence
    added           TEXT    NOT NULL,
    added_by        TEXT    NOT NULL,
    rests           TEXT,                               -- why; absent while it works
    CHECK ((run IS NULL) <> (post IS NULL))
);

-- Moments an alert has told of, or that were known when it was added.
CREATE TABLE alert_moment (
    alert           INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
    video           INTEGER NOT NULL REFERENCES video ON DELETE CASCADE,
    kind            TEXT    NOT NULL,
    text            TEXT    NOT NULL,
    starts          TEXT    NOT NULL,
    ends            TEXT    NOT NULL,
    was_told        INTEGER NOT NULL
);

CREATE INDEX alert_moment_of ON alert_moment (alert, video, kind, text);

CREATE INDEX alert_moment_video ON alert_moment (video);
