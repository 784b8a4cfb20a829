-- Arbitrators: what they know, where they come from, how many cases they take. Their load is counted
-- from case_appointments.
CREATE TABLE roster (
  account_id BLOB NOT NULL PRIMARY KEY REFERENCES accounts (id),
  languages TEXT NOT NULL CHECK (json_valid(languages)),
  fields TEXT NOT NULL CHECK (json_valid(fields)),
  countries TEXT NOT NULL CHECK (json_valid(countries)),
  nationality TEXT NOT NULL,
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  available_from TEXT,
  biography TEXT NOT NULL,
  fee_minor INTEGER NOT NULL CHECK (fee_minor >= 0),
  fee_currency TEXT NOT NULL CHECK (length(fee_currency) = 3),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT, WITHOUT ROWID;
