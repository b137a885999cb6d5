-- The journal, first form. Days are local dates (YYYY-MM-DD), instants are UTC (RFC 3339),
-- enumerations are the ids that the frontend and the CLI use. The narrow table `entry` and the
-- covering indexes hold all that lists and counts need, so that no text is decrypted for them.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  id            TEXT PRIMARY KEY,
  alias         TEXT NOT NULL CHECK (length(alias) BETWEEN 1 AND 60),
  relationship  TEXT NOT NULL CHECK (relationship IN ('partner', 'exOrCoparent', 'friend', 'parent',
                  'sibling', 'family', 'child', 'colleague', 'boss', 'neighbour', 'myself')),
  age_band      TEXT CHECK (age_band IN ('infant', 'toddler', 'preschool', 'schoolAge', 'teen')),
  -- "If you disagreed with them, would you be afraid of what they might do?"
  safety_answer TEXT NOT NULL DEFAULT 'notAsked'
                  CHECK (safety_answer IN ('notAsked', 'no', 'sometimes', 'yes', 'skip')),
  -- sign: a certain sign stood in an entry; said: "I don't feel safe with this person".
  gate          TEXT NOT NULL DEFAULT 'none' CHECK (gate IN ('none', 'sign', 'said')),
  created_at    TEXT NOT NULL
) STRICT;

CREATE TABLE rupture (
  id         TEXT PRIMARY KEY,
  cause      TEXT CHECK (cause IN ('miscommunication', 'unmetExpectation', 'emotionalNeglect', 'betrayal')),
  size       TEXT CHECK (size IN ('minor', 'moderate', 'major', 'everyday')),
  state      TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'tried', 'repaired',
               'letGo', 'apart', 'ended')),
  state_at   TEXT NOT NULL,
  -- "This again": the earlier rupture that this one repeats.
  repeats    TEXT REFERENCES rupture (id) ON DELETE SET NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX rupture_repeats ON rupture (repeats);

CREATE TABLE entry (
  -- Follows the time told (seconds of local time since 1970, times 1024, plus a tie-break), so that
  -- "newest first" is the order of the rows and never sorts. Also the row of the full-text index.
  seq             INTEGER PRIMARY KEY,
  id              TEXT NOT NULL UNIQUE,
  rupture_id      TEXT REFERENCES rupture (id) ON DELETE SET NULL,
  happened_on     TEXT NOT NULL CHECK (happened_on GLOB '????-??-??'),
  happened_part   TEXT CHECK (happened_part IN ('morning', 'afternoon', 'evening', 'night')),
  happened_time   TEXT CHECK (happened_time GLOB '??:??'),
  zone            TEXT NOT NULL,
  written_at      TEXT NOT NULL,
  edited_at       TEXT,
  revision        INTEGER NOT NULL DEFAULT 1 CHECK (revision >= 1),
  opening         TEXT NOT NULL,
  keep_only       INTEGER NOT NULL DEFAULT 0 CHECK (keep_only IN (0, 1)),
  distress_before INTEGER CHECK (distress_before BETWEEN 0 AND 10),
  distress_after  INTEGER CHECK (distress_after BETWEEN 0 AND 10),
  language        TEXT NOT NULL DEFAULT 'und',
  -- Version of the analyser that read it; 0 = not read.
  read_by         INTEGER NOT NULL DEFAULT 0,
  -- A safety sign that the writer has not set aside stands in it.
  resting         INTEGER NOT NULL DEFAULT 0 CHECK (resting IN (0, 1)),
  trashed_at      TEXT
) STRICT;
CREATE INDEX entry_rupture ON entry (rupture_id, trashed_at, happened_on, seq, resting);
CREATE INDEX entry_day ON entry (happened_on, trashed_at, rupture_id, seq, resting);

CREATE TABLE entry_body (
  seq  INTEGER PRIMARY KEY REFERENCES entry (seq) ON UPDATE CASCADE ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE entry_fts USING fts5 (
  text, content = 'entry_body', content_rowid = 'seq', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER entry_body_added AFTER INSERT ON entry_body BEGIN
  INSERT INTO entry_fts (rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER entry_body_removed AFTER DELETE ON entry_body BEGIN
  INSERT INTO entry_fts (entry_fts, rowid, text) VALUES ('delete', old.seq, old.text);
END;
CREATE TRIGGER entry_body_changed AFTER UPDATE ON entry_body BEGIN
  INSERT INTO entry_fts (entry_fts, rowid, text) VALUES ('delete', old.seq, old.text);
  INSERT INTO entry_fts (rowid, text) VALUES (new.seq, new.text);
END;

-- How an entry read before it was changed.
CREATE TABLE entry_revision (
  entry_id    TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  revision    INTEGER NOT NULL,
  happened_on TEXT NOT NULL,
  text        TEXT NOT NULL,
  replaced_at TEXT NOT NULL,
  PRIMARY KEY (entry_id, revision)
) STRICT, WITHOUT ROWID;

CREATE TABLE entry_person (
  entry_id  TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  person_id TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  PRIMARY KEY (entry_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_person_person ON entry_person (person_id, entry_id);

CREATE TABLE entry_label (
  entry_id TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  sort     TEXT NOT NULL CHECK (sort IN ('feeling', 'stressor', 'tag')),
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
  PRIMARY KEY (entry_id, sort, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX entry_label_name ON entry_label (sort, name, entry_id);

CREATE TABLE finding (
  id           INTEGER PRIMARY KEY,
  entry_id     TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  revision     INTEGER NOT NULL,
  -- Bytes of the entry's text, on character boundaries.
  span_start   INTEGER NOT NULL,
  span_end     INTEGER NOT NULL CHECK (span_end > span_start),
  kind         TEXT NOT NULL,
  who          TEXT NOT NULL CHECK (who IN ('me', 'other')),
  status       TEXT NOT NULL CHECK (status IN ('did', 'habitual', 'considered', 'resisted')),
  rule         TEXT NOT NULL,
  why          TEXT NOT NULL,
  read_by      INTEGER NOT NULL,
  origin       TEXT NOT NULL CHECK (origin IN ('read', 'added')),
  sentence     TEXT NOT NULL,
  sentence_key TEXT NOT NULL
) STRICT;
CREATE INDEX finding_entry ON finding (entry_id, who, status, kind, origin, sentence_key);

-- The writer's word, tied to the sentence and not to a reading of it, so that it survives re-reading.
CREATE TABLE verdict (
  entry_id     TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  kind         TEXT NOT NULL,
  who          TEXT NOT NULL CHECK (who IN ('me', 'other')),
  sentence_key TEXT NOT NULL,
  verdict      TEXT NOT NULL CHECK (verdict IN ('yes', 'noWords', 'notMe', 'safest')),
  given_at     TEXT NOT NULL,
  PRIMARY KEY (entry_id, kind, who, sentence_key)
) STRICT, WITHOUT ROWID;

-- Safety signs, and those that the writer set aside ("this isn't that").
CREATE TABLE signal (
  id           INTEGER PRIMARY KEY,
  entry_id     TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  sign         TEXT NOT NULL,
  concern      TEXT NOT NULL CHECK (concern IN ('abuse', 'crisis')),
  level        TEXT NOT NULL CHECK (level IN ('certain', 'possible')),
  by_whom      TEXT NOT NULL CHECK (by_whom IN ('me', 'other')),
  sentence_key TEXT NOT NULL
) STRICT;
CREATE INDEX signal_entry ON signal (entry_id);
CREATE TABLE signal_freed (
  entry_id     TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  sign         TEXT NOT NULL,
  sentence_key TEXT NOT NULL,
  freed_at     TEXT NOT NULL,
  PRIMARY KEY (entry_id, sign, sentence_key)
) STRICT, WITHOUT ROWID;

-- What was tried to mend a rupture, and how it landed.
CREATE TABLE attempt (
  id         TEXT PRIMARY KEY,
  rupture_id TEXT NOT NULL REFERENCES rupture (id) ON DELETE CASCADE,
  by_whom    TEXT NOT NULL CHECK (by_whom IN ('me', 'other')),
  step       TEXT,
  note       TEXT NOT NULL,
  tried_at   TEXT NOT NULL,
  landed     TEXT CHECK (landed IN ('well', 'mixed', 'notReceived', 'notReady'))
) STRICT;
CREATE INDEX attempt_rupture ON attempt (rupture_id);

CREATE TABLE follow_up (
  id          TEXT PRIMARY KEY,
  rupture_id  TEXT NOT NULL REFERENCES rupture (id) ON DELETE CASCADE,
  due_at      TEXT NOT NULL,
  zone        TEXT NOT NULL,
  -- planned: to be asked; answered; stopped: by the writer, or by itself after two unanswered.
  state       TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'answered', 'stopped')),
  -- How often a notification was shown for it, and when the last one was.
  shown       INTEGER NOT NULL DEFAULT 0,
  shown_at    TEXT,
  answered_at TEXT,
  outcome     TEXT CHECK (outcome IN ('better', 'same', 'worse')),
  note        TEXT NOT NULL DEFAULT '',
  created_at  TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_due ON follow_up (state, due_at);
CREATE INDEX follow_up_rupture ON follow_up (rupture_id);

-- What stands in the editor: 'new', or the id of the entry that is being changed.
CREATE TABLE draft (
  slot     TEXT PRIMARY KEY,
  body     TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE import_origin (
  source     TEXT NOT NULL,
  foreign_id TEXT NOT NULL,
  entry_id   TEXT NOT NULL REFERENCES entry (id) ON DELETE CASCADE,
  PRIMARY KEY (source, foreign_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX import_origin_entry ON import_origin (entry_id);
