-- Arbitrators: what they know, where they come from, how many cases they take. Their load is counted
-- from case_appointments.
CREATE TABLE roster (
  account_id UUID NOT NULL PRIMARY KEY REFERENCES accounts (id),
  languages JSONB NOT NULL,
  fields JSONB NOT NULL,
  countries JSONB NOT NULL,
  nationality TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  available_from DATE,
  biography TEXT NOT NULL,
  fee_minor BIGINT NOT NULL CHECK (fee_minor >= 0),
  fee_currency TEXT NOT NULL CHECK (length(fee_currency) = 3),
  active BOOLEAN NOT NULL
);
