-- Exhibits that an arbitrator ticked as considered, on the way to a decision.
CREATE TABLE considered (
  case_id UUID NOT NULL REFERENCES cases (id),
  account_id UUID NOT NULL REFERENCES accounts (id),
  exhibit TEXT NOT NULL,
  ticked_at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (case_id, account_id, exhibit)
);
