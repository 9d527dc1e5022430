/**
 * The sixth migration: baskets (one customer's bills, paid with one sum of cash), groups of customers and lots. What is known
 * of a line before it is paid may change; which payment it became is written in the commit that sends that, and stays.
 */
export const lots = `
  -- Written before the first of its payments is sent. Only "ended" ever changes, from 0 to 1.
  CREATE TABLE basket (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at     INTEGER NOT NULL,
    cash   INTEGER NOT NULL CHECK (cash >= 0),
    person TEXT,
    ended  INTEGER NOT NULL DEFAULT 0 CHECK (ended IN (0, 1))
  ) STRICT;
  CREATE INDEX basket_not_ended ON basket (ended) WHERE ended = 0;
  CREATE TRIGGER basket_frozen BEFORE UPDATE OF number, at, cash, person ON basket
    BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;
  CREATE TRIGGER basket_ended_once BEFORE UPDATE ON basket WHEN OLD.ended = 1
    BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;
  CREATE TRIGGER basket_not_removed BEFORE DELETE ON basket BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;
  -- "sent": it was sent as part of this basket. Another time its quote may be paid by itself.
  CREATE TABLE basket_line (
    basket INTEGER NOT NULL REFERENCES basket (number),
    nth    INTEGER NOT NULL CHECK (nth >= 1),
    quote  TEXT NOT NULL REFERENCES quote (id),
    is_out INTEGER NOT NULL CHECK (is_out IN (0, 1)),
    sent   INTEGER NOT NULL DEFAULT 0 CHECK (sent IN (0, 1)),
    PRIMARY KEY (basket, nth)
  ) STRICT, WITHOUT ROWID;
  CREATE UNIQUE INDEX basket_line_sent ON basket_line (quote) WHERE sent = 1;
  CREATE TRIGGER basket_line_frozen BEFORE UPDATE OF basket, nth, quote, is_out ON basket_line
    BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;
  CREATE TRIGGER basket_line_sent_once BEFORE UPDATE ON basket_line WHEN OLD.sent = 1
    BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;
  CREATE TRIGGER basket_line_not_removed BEFORE DELETE ON basket_line
    BEGIN SELECT RAISE (ABORT, 'a basket is frozen'); END;

  -- Whose bills are brought together. "members" is a document: it is read and written whole.
  CREATE TABLE customer_group (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL UNIQUE,
    collector TEXT NOT NULL,
    members   TEXT NOT NULL
  ) STRICT;

  CREATE TABLE lot (
    number    INTEGER PRIMARY KEY AUTOINCREMENT,
    opened_at INTEGER NOT NULL,
    opened_by TEXT,
    closed_at INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX lot_one_open ON lot ((closed_at IS NULL)) WHERE closed_at IS NULL;
  CREATE TRIGGER lot_frozen BEFORE UPDATE OF number, opened_at, opened_by ON lot
    BEGIN SELECT RAISE (ABORT, 'a lot is frozen'); END;
  CREATE TRIGGER lot_closed_once BEFORE UPDATE ON lot WHEN OLD.closed_at IS NOT NULL
    BEGIN SELECT RAISE (ABORT, 'a lot is frozen'); END;
  CREATE TRIGGER lot_not_removed BEFORE DELETE ON lot BEGIN SELECT RAISE (ABORT, 'a lot is frozen'); END;
  CREATE TABLE lot_line (
    lot          INTEGER NOT NULL REFERENCES lot (number),
    nth          INTEGER NOT NULL CHECK (nth >= 1),
    group_name   TEXT NOT NULL,
    collector    TEXT NOT NULL,
    member       TEXT NOT NULL,
    service_name TEXT NOT NULL DEFAULT '',
    name         TEXT NOT NULL DEFAULT '',
    state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'billed', 'no-bill', 'failed', 'not-sent')),
    quote        TEXT REFERENCES quote (id),
    due          INTEGER,
    problem      TEXT,
    choice       TEXT CHECK (choice IN ('in', 'out')),
    payment      TEXT UNIQUE REFERENCES payment (id),
    PRIMARY KEY (lot, nth),
    CHECK (payment IS NULL OR payment = quote)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER lot_line_frozen BEFORE UPDATE OF lot, nth, group_name, collector, member ON lot_line
    BEGIN SELECT RAISE (ABORT, 'a line of a lot is frozen'); END;
  CREATE TRIGGER lot_line_sent_once BEFORE UPDATE ON lot_line WHEN OLD.payment IS NOT NULL
    BEGIN SELECT RAISE (ABORT, 'a line of a lot that was sent is frozen'); END;
  CREATE TRIGGER lot_line_not_removed BEFORE DELETE ON lot_line
    BEGIN SELECT RAISE (ABORT, 'a line of a lot is frozen'); END;
`;
