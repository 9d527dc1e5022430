/**
 * The fifth migration: who sold, on which day of the shop's books, in which shift, and what the shop added for itself; the
 * drawer's own book; and the reports that close a shift. Former payments were sold by nobody in particular, on their day in
 * Jakarta.
 */
export const shifts = `
  CREATE TABLE shift (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    opened_at    INTEGER NOT NULL,
    opened_by    TEXT NOT NULL,
    business_day TEXT NOT NULL,
    opening      INTEGER NOT NULL CHECK (opening >= 0),
    closed       INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
  ) STRICT;
  -- There is one drawer.
  CREATE UNIQUE INDEX shift_one_open ON shift (closed) WHERE closed = 0;
  CREATE TRIGGER shift_frozen BEFORE UPDATE OF number, opened_at, opened_by, business_day, opening ON shift
    BEGIN SELECT RAISE (ABORT, 'a shift is frozen'); END;
  CREATE TRIGGER shift_closed_once BEFORE UPDATE ON shift WHEN OLD.closed = 1
    BEGIN SELECT RAISE (ABORT, 'a shift is frozen'); END;
  CREATE TRIGGER shift_not_removed BEFORE DELETE ON shift BEGIN SELECT RAISE (ABORT, 'a shift is frozen'); END;

  ALTER TABLE payment ADD COLUMN counter_fee INTEGER NOT NULL DEFAULT 0 CHECK (counter_fee >= 0);
  ALTER TABLE payment ADD COLUMN rounding INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE payment ADD COLUMN business_day TEXT NOT NULL DEFAULT '';
  ALTER TABLE payment ADD COLUMN cashier TEXT;
  ALTER TABLE payment ADD COLUMN shift INTEGER REFERENCES shift (number);
  UPDATE payment SET business_day = date((sent_at + 7 * 3600000) / 1000, 'unixepoch');
  CREATE INDEX payment_day ON payment (business_day);
  CREATE INDEX payment_shift ON payment (shift) WHERE shift IS NOT NULL;
  DROP TRIGGER payment_frozen;
  CREATE TRIGGER payment_frozen BEFORE UPDATE OF id, product, customer, biller, inquiry_id, total, cash, host, account,
    request, sent_at, deposit_before, deposit_before_at, counter_fee, rounding, business_day, cashier, shift ON payment
    BEGIN SELECT RAISE (ABORT, 'a payment is frozen'); END;

  -- Who was at the counter, or whose PIN it was; NULL where nobody signs in.
  ALTER TABLE event ADD COLUMN person TEXT;
  ALTER TABLE print_event ADD COLUMN person TEXT;

  -- Every movement of the drawer's cash: a customer's kept for a payment, given back for one, or in and out with a reason.
  CREATE TABLE cash_entry (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    shift   INTEGER NOT NULL REFERENCES shift (number),
    at      INTEGER NOT NULL,
    person  TEXT,
    kind    TEXT NOT NULL CHECK (kind IN ('sale', 'refund', 'in', 'out')),
    amount  INTEGER NOT NULL CHECK (amount > 0),
    payment TEXT REFERENCES payment (id),
    reason  TEXT,
    CHECK ((kind IN ('sale', 'refund')) = (payment IS NOT NULL)),
    CHECK ((kind IN ('in', 'out')) = (reason IS NOT NULL))
  ) STRICT;
  CREATE INDEX cash_entry_shift ON cash_entry (shift, seq);
  CREATE UNIQUE INDEX cash_entry_once ON cash_entry (payment, kind) WHERE payment IS NOT NULL;
  CREATE TRIGGER cash_entry_of_open_shift BEFORE INSERT ON cash_entry
    WHEN (SELECT closed FROM shift WHERE number = NEW.shift) IS NOT 0
    BEGIN SELECT RAISE (ABORT, 'nothing is added to a closed shift'); END;
  CREATE TRIGGER cash_entry_not_edited BEFORE UPDATE ON cash_entry BEGIN SELECT RAISE (ABORT, 'cash entries are append-only'); END;
  CREATE TRIGGER cash_entry_not_removed BEFORE DELETE ON cash_entry BEGIN SELECT RAISE (ABORT, 'cash entries are append-only'); END;

  -- Refused after the customer's cash was kept, and not given back yet. Comes and goes with the payment's state.
  CREATE TABLE owed (payment TEXT PRIMARY KEY REFERENCES payment (id)) STRICT, WITHOUT ROWID;

  -- What closed a shift: each carries the hash of the one before.
  CREATE TABLE z_report (
    number   INTEGER PRIMARY KEY REFERENCES shift (number),
    at       INTEGER NOT NULL,
    document TEXT NOT NULL,
    hash     TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER z_report_not_edited BEFORE UPDATE ON z_report BEGIN SELECT RAISE (ABORT, 'Z reports are kept'); END;
  CREATE TRIGGER z_report_not_removed BEFORE DELETE ON z_report BEGIN SELECT RAISE (ABORT, 'Z reports are kept'); END;
`;
