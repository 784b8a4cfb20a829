-- Points for conduct that a case brought a party, together, as they stand in the case.
CREATE TABLE case_conduct (
  case_id UUID NOT NULL REFERENCES cases (id),
  party_no INTEGER NOT NULL,
  account_id UUID REFERENCES accounts (id),
  email TEXT NOT NULL,
  name TEXT NOT NULL,
  pack_id TEXT NOT NULL,
  points INTEGER NOT NULL,
  posted_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (case_id, party_no)
);
CREATE INDEX case_conduct_accounts ON case_conduct (account_id, pack_id);
CREATE INDEX case_conduct_emails ON case_conduct (email, pack_id);
CREATE INDEX case_conduct_times ON case_conduct (posted_at);
