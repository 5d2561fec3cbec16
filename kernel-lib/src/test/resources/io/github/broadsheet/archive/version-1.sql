-- An archive of version 1. Never changed: every later version must open it.
CREATE TABLE papers (
  id            TEXT NOT NULL PRIMARY KEY,
  title         TEXT NOT NULL,
  abstract      TEXT,
  authors       TEXT,
  author_count  INTEGER,
  organization  TEXT,
  published     TEXT,
  listed        TEXT,
  upvotes       INTEGER,
  comments      INTEGER,
  keywords      TEXT,
  categories    TEXT,
  code_url      TEXT,
  stars         INTEGER,
  project_url   TEXT,
  url           TEXT,
  source        TEXT NOT NULL,
  fetched_at    TEXT,
  votes_at      TEXT
);
CREATE INDEX by_votes ON papers (upvotes DESC, listed DESC, id DESC);
CREATE TABLE list_days (
  day           TEXT NOT NULL PRIMARY KEY,
  state         TEXT NOT NULL CHECK (state IN ('partial', 'complete', 'frozen')),
  papers        INTEGER NOT NULL,
  fetched_at    TEXT NOT NULL,
  fetches       INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE lists (
  day           TEXT NOT NULL REFERENCES list_days (day),
  id            TEXT NOT NULL REFERENCES papers (id),
  place         INTEGER NOT NULL,
  PRIMARY KEY (day, id)
) WITHOUT ROWID;
CREATE TABLE sightings (
  id            TEXT NOT NULL REFERENCES papers (id),
  seen_at       TEXT NOT NULL,
  upvotes       INTEGER,
  comments      INTEGER,
  PRIMARY KEY (id, seen_at)
) WITHOUT ROWID;
CREATE VIEW listing AS
  SELECT id, title, abstract, authors, author_count, organization, published, listed,
    upvotes, comments, keywords, categories, code_url, stars, project_url, url, source,
    coalesce(votes_at, fetched_at) AS fetched_at
  FROM papers;
INSERT INTO papers (id, title, listed, upvotes, source, fetched_at, votes_at)
  VALUES ('2510.00010', 'An invented paper', '2025-10-29', 9, 'hf', '2025-12-01T09:00:00.000Z', '2025-12-01T09:00:00.000Z');
INSERT INTO papers (id, title, listed, upvotes, source, fetched_at, votes_at)
  VALUES ('2512.00020', 'Another one', '2025-12-30', 2, 'hf', '2025-12-30T09:00:00.000Z', '2025-12-30T09:00:00.000Z');
INSERT INTO list_days VALUES ('2025-10-29', 'frozen', 1, '2025-12-01T09:00:00.000Z', 1);
INSERT INTO list_days VALUES ('2025-12-30', 'complete', 1, '2025-12-30T09:00:00.000Z', 1);
INSERT INTO lists VALUES ('2025-10-29', '2510.00010', 1);
INSERT INTO lists VALUES ('2025-12-30', '2512.00020', 1);
INSERT INTO sightings VALUES ('2510.00010', '2025-11-01T09:00:00.000Z', 5, 0);
INSERT INTO sightings VALUES ('2510.00010', '2025-12-01T09:00:00.000Z', 9, 1);
INSERT INTO sightings VALUES ('2512.00020', '2025-12-30T09:00:00.000Z', 2, NULL);
PRAGMA user_version = 1;
PRAGMA application_id = 1112762484;
