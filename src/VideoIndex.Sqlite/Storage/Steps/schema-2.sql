-- library.db, version 2: the work on the videos, and the events that tell of it.
--
-- Two clocks. Milliseconds ("_ms") that are judged are of the machine's own clock, which nobody can set; they mean
-- something only together with the "boot" beside them, and those of another boot are past. Times as text are UTC, to
-- be shown and never judged.

ALTER TABLE video ADD COLUMN run INTEGER NOT NULL DEFAULT 1;    -- which analysis of the video is the latest

-- The meter used to hold milliseconds by stage; now it says how many jobs took what.
UPDATE video SET meter = json_set(meter, '$.stages', json((
    SELECT json_group_array(json_object('stage', key, 'jobs', 1, 'cost', json_object(
        'wallMilliseconds', value, 'cpuMilliseconds', 0, 'bytesRead', 0)))
    FROM json_each(video.meter, '$.stages'))))
WHERE meter IS NOT NULL;

-- Which library this is, so that events of two can be told apart. One row: a random (version 4) UUID.
CREATE TABLE library (id TEXT NOT NULL);

INSERT INTO library
SELECT substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-4' || substr(hex, 14, 3) || '-'
    || substr('89ab', 1 + (random() & 3), 1) || substr(hex, 18, 3) || '-' || substr(hex, 21)
FROM (SELECT lower(hex(randomblob(16))) AS hex);

CREATE TABLE job (
    number          INTEGER PRIMARY KEY AUTOINCREMENT,
    stage           TEXT    NOT NULL,
    video           TEXT    NOT NULL,                   -- video.id; the work may come first
    run             INTEGER NOT NULL,
    unit            TEXT    NOT NULL,
    queue           TEXT    NOT NULL,
    payload         TEXT    NOT NULL,
    priority        INTEGER NOT NULL,
    fan_in          TEXT,
    trace           TEXT,
    ordered_by      INTEGER,                            -- job.number; what is done anew takes what it ordered with it
    state           TEXT    NOT NULL CHECK (state IN ('ready', 'leased', 'done', 'dead', 'discarded')),
    ordered         TEXT    NOT NULL,
    due_ms          INTEGER NOT NULL,                   -- ready: not before this; leased: the end of the lease
    boot            TEXT    NOT NULL,
    deliveries      INTEGER NOT NULL DEFAULT 0,
    failures        INTEGER NOT NULL DEFAULT 0,
    owner           TEXT,
    token           INTEGER NOT NULL DEFAULT 0,         -- of the latest lease; an older one changes nothing
    progress        INTEGER NOT NULL DEFAULT 0,
    last_failure    INTEGER,                            -- job_failure.number
    UNIQUE (video, run, stage, unit)                    -- what makes ordering twice ordering once
);

CREATE INDEX job_urgent ON job (priority DESC, number) WHERE state IN ('ready', 'leased');

CREATE INDEX job_urgent_in_queue ON job (queue, priority DESC, number) WHERE state IN ('ready', 'leased');

CREATE INDEX job_owner ON job (owner) WHERE state = 'leased';

CREATE INDEX job_due ON job (boot, due_ms) WHERE state IN ('ready', 'leased');

CREATE INDEX job_part ON job (fan_in) WHERE fan_in IS NOT NULL AND state IN ('ready', 'leased');

CREATE INDEX job_ordered_by ON job (ordered_by) WHERE ordered_by IS NOT NULL;

CREATE TABLE job_failure (
    number          INTEGER PRIMARY KEY,
    job             INTEGER NOT NULL REFERENCES job ON DELETE CASCADE,
    at              TEXT    NOT NULL,
    kind            TEXT    NOT NULL CHECK (kind IN ('transient', 'permanent')),
    code            TEXT    NOT NULL,
    sentence        TEXT    NOT NULL,
    fingerprint     TEXT    NOT NULL
);

CREATE INDEX job_failure_job ON job_failure (job);

-- The last fencing token given. One row.
CREATE TABLE fence (token INTEGER NOT NULL);

INSERT INTO fence VALUES (0);

-- What is ordered when the last of the jobs that carry the name is settled: when none is open any more.
CREATE TABLE fan_in (
    name            TEXT    PRIMARY KEY,
    video           TEXT    NOT NULL,
    run             INTEGER NOT NULL,
    is_open         INTEGER NOT NULL DEFAULT 1,
    ordered_by      INTEGER,                            -- job.number
    stage           TEXT    NOT NULL,
    unit            TEXT    NOT NULL,
    queue           TEXT    NOT NULL,
    payload         TEXT    NOT NULL,
    priority        INTEGER NOT NULL,
    fan_in          TEXT,
    trace           TEXT
);

CREATE INDEX fan_in_video ON fan_in (video, run);

CREATE INDEX fan_in_part ON fan_in (fan_in) WHERE fan_in IS NOT NULL AND is_open = 1;

CREATE TABLE finding (
    number          INTEGER PRIMARY KEY,
    video           TEXT    NOT NULL,
    run             INTEGER NOT NULL,
    stage           TEXT    NOT NULL,
    unit            TEXT    NOT NULL,
    body            BLOB    NOT NULL,
    UNIQUE (video, run, stage, unit)
);

-- Runs somebody has begun to work on. That one is over is remembered until the next begins, so that nobody begins it again.
CREATE TABLE run (
    video           TEXT    NOT NULL,
    run             INTEGER NOT NULL,
    started         TEXT    NOT NULL,
    started_ms      INTEGER NOT NULL,
    boot            TEXT    NOT NULL,
    is_over         INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (video, run)
) WITHOUT ROWID;

CREATE TABLE stage_cost (
    video           TEXT    NOT NULL,
    run             INTEGER NOT NULL,
    stage           TEXT    NOT NULL,
    first_token     INTEGER NOT NULL,                   -- tokens rise, so this is the order in which stages started
    jobs            INTEGER NOT NULL,
    wall_ms         INTEGER NOT NULL,
    cpu_ms          INTEGER NOT NULL,
    bytes_read      INTEGER NOT NULL,
    PRIMARY KEY (video, run, stage)
) WITHOUT ROWID;

-- Every change of state, in order; the last 100,000 are kept.
CREATE TABLE outbox (
    sequence        INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given out again
    type            TEXT    NOT NULL,
    subject         TEXT    NOT NULL,
    at              TEXT    NOT NULL,
    data            TEXT    NOT NULL,                   -- JSON
    video           TEXT    NOT NULL                    -- so that its events go when it goes
);

CREATE TABLE consumer (
    name            TEXT    PRIMARY KEY,
    sequence        INTEGER NOT NULL                    -- how far it has come in the outbox
) WITHOUT ROWID;
