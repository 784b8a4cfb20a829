-- A case: its snapshot (`state`, the exact bytes the domain wrote) and the rows that pages list by.
-- Every table named case_… is a reading of the snapshot and is replaced with it in one transaction.
CREATE TABLE cases (
  id UUID NOT NULL PRIMARY KEY,
  number TEXT COLLATE "C" NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('notice', 'complaint')),
  pack_id TEXT NOT NULL,
  pack_version TEXT NOT NULL,
  pack_digest TEXT NOT NULL,
  stage TEXT NOT NULL,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  claimant_name TEXT NOT NULL,
  respondent_name TEXT NOT NULL,
  language TEXT NOT NULL,
  marketplace_id UUID REFERENCES organisations (id),
  filed_at TIMESTAMPTZ NOT NULL,
  updated_at TIMESTAMPTZ NOT NULL,
  closed_at TIMESTAMPTZ,
  outcome TEXT,
  next_due_at TIMESTAMPTZ,
  turn TEXT,
  version BIGINT NOT NULL CHECK (version >= 1),
  state JSON NOT NULL
);
CREATE INDEX cases_by_update ON cases (updated_at DESC, id DESC);
CREATE INDEX cases_by_filing ON cases (filed_at DESC, id DESC);
CREATE INDEX cases_by_due ON cases (next_due_at, id);
CREATE INDEX cases_by_stage ON cases (stage, updated_at DESC, id DESC);
CREATE INDEX cases_by_turn ON cases (turn, updated_at DESC, id DESC);
CREATE INDEX cases_by_marketplace ON cases (marketplace_id, updated_at DESC, id DESC);

-- Gapless numbers, taken in the transaction that uses them.
CREATE TABLE counters (
  name TEXT NOT NULL PRIMARY KEY,
  value BIGINT NOT NULL
);

-- Who may see a case and act in it, as what, from when until when.
CREATE TABLE case_people (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  party_no INTEGER,
  role TEXT NOT NULL,
  account_id UUID REFERENCES accounts (id),
  email TEXT COLLATE "C",
  name TEXT NOT NULL,
  organisation_id UUID REFERENCES organisations (id),
  from_at TIMESTAMPTZ NOT NULL,
  until_at TIMESTAMPTZ,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_people_by_account ON case_people (account_id, case_id);
CREATE INDEX case_people_by_email ON case_people (email, case_id);
CREATE INDEX case_people_by_organisation ON case_people (organisation_id, case_id);

-- What a notice is about; `ordered` names the measure that waits to be carried out.
CREATE TABLE case_listings (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  track_no INTEGER NOT NULL,
  marketplace_id UUID REFERENCES organisations (id),
  url TEXT NOT NULL,
  item TEXT NOT NULL,
  right_key TEXT,
  title TEXT NOT NULL,
  seller TEXT NOT NULL,
  measure TEXT NOT NULL,
  ordered TEXT,
  order_due_at TIMESTAMPTZ,
  updated_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_listings_waiting ON case_listings (marketplace_id, order_due_at, case_id, no) WHERE ordered IS NOT NULL;
CREATE INDEX case_listings_by_marketplace ON case_listings (marketplace_id, case_id, no);
-- Addresses may be longer than a B-tree entry.
CREATE INDEX case_listings_by_url ON case_listings USING hash (url);
CREATE INDEX case_listings_by_item ON case_listings USING hash (item);
CREATE INDEX case_listings_by_right ON case_listings USING hash (right_key);

CREATE TABLE case_clocks (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  track_no INTEGER,
  rule TEXT NOT NULL,
  role TEXT NOT NULL,
  party_no INTEGER,
  due_at TIMESTAMPTZ NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'stopped', 'fired', 'met')),
  remind_at TIMESTAMPTZ,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_clocks_due ON case_clocks (state, due_at);
CREATE INDEX case_clocks_reminders ON case_clocks (state, remind_at);

-- Files by their SHA-256; the bytes are stored before the row.
CREATE TABLE blobs (
  digest TEXT COLLATE "C" NOT NULL PRIMARY KEY CHECK (length(digest) = 64),
  size_bytes BIGINT NOT NULL CHECK (size_bytes >= 0),
  media_type TEXT NOT NULL,
  created_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE case_exhibits (
  case_id UUID NOT NULL REFERENCES cases (id),
  label TEXT NOT NULL,
  digest TEXT COLLATE "C" NOT NULL,
  size_bytes BIGINT NOT NULL CHECK (size_bytes >= 0),
  party_no INTEGER,
  state TEXT NOT NULL,
  PRIMARY KEY (case_id, label)
);
CREATE INDEX case_exhibits_by_digest ON case_exhibits (digest);

CREATE TABLE case_obligations (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  debtor_party INTEGER NOT NULL,
  due_at TIMESTAMPTZ NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_obligations_due ON case_obligations (state, due_at);

CREATE TABLE case_appointments (
  case_id UUID NOT NULL REFERENCES cases (id),
  no INTEGER NOT NULL,
  account_id UUID NOT NULL REFERENCES accounts (id),
  state TEXT NOT NULL,
  PRIMARY KEY (case_id, no)
);
CREATE INDEX case_appointments_by_account ON case_appointments (account_id, state);
