import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { fillHistory } from './migrate-history.ts';

const tables = `
  -- What payments are looked for by and listed with, apart from the payments: those are long and lie far apart on the disk. All
  -- of it can be made anew from them, and nothing is decided or counted by it.

  -- What a biller sold to whom, as it named them. Saved ones are in a table of their own.
  CREATE TABLE customer (
    id      INTEGER PRIMARY KEY,
    product TEXT NOT NULL,
    service TEXT NOT NULL,
    number  TEXT NOT NULL,
    name    TEXT NOT NULL,
    terms   TEXT NOT NULL
  ) STRICT;
  -- Each word of a customer's name, and each number. Numbers of one product begin alike, and of another otherwise.
  CREATE TABLE customer_term (
    product  TEXT NOT NULL,
    term     TEXT NOT NULL,
    customer INTEGER NOT NULL REFERENCES customer (id),
    PRIMARY KEY (product, term, customer)
  ) STRICT, WITHOUT ROWID;

  -- What is sold by whom and came to what: a few hundred, each with its payments newest first. No cashier is ''.
  CREATE TABLE sale_kind (
    id      INTEGER PRIMARY KEY,
    product TEXT NOT NULL,
    cashier TEXT NOT NULL,
    state   TEXT NOT NULL,
    UNIQUE (product, cashier, state)
  ) STRICT;
  CREATE TABLE sale (
    place     INTEGER PRIMARY KEY, -- the payment's rowid: the order in which they were sold
    kind      INTEGER NOT NULL REFERENCES sale_kind (id),
    day       TEXT NOT NULL,
    customer  INTEGER NOT NULL REFERENCES customer (id),
    due       INTEGER NOT NULL,
    payment   TEXT NOT NULL REFERENCES payment (id),
    biller    TEXT NOT NULL,
    sent_at   INTEGER NOT NULL,
    reference TEXT,
    token     TEXT
  ) STRICT;
  -- Between which places a day's payments lie.
  CREATE TABLE sold_day (
    day   TEXT PRIMARY KEY,
    first INTEGER NOT NULL,
    last  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;

  -- Whom the shop knows by a name of its own.
  CREATE TABLE saved_customer (
    product TEXT NOT NULL,
    service TEXT NOT NULL,
    number  TEXT NOT NULL,
    name    TEXT NOT NULL,
    label   TEXT NOT NULL,
    PRIMARY KEY (product, service, number)
  ) STRICT, WITHOUT ROWID;
`;

const indexes = `
  CREATE UNIQUE INDEX customer_known ON customer (number, product, service, name, terms);
  -- With the customer: of one kind the payments lie far apart.
  CREATE INDEX sale_of_kind ON sale (kind, place, customer);
  CREATE INDEX sale_of_amount ON sale (due);
  -- With the kind, so that what is of another need not be read.
  CREATE INDEX sale_of_customer ON sale (customer, kind);
  CREATE INDEX sale_of_reference ON sale (reference, kind) WHERE reference IS NOT NULL;
  CREATE INDEX sale_of_token ON sale (token, kind) WHERE token IS NOT NULL;
`;

/** The second part of the fifth migration: what the payments are found by. */
export const history: readonly (string | ((database: Database) => void))[] = [tables, fillHistory, indexes];
