/**
 * The ledger's migrations, oldest first; `user_version` counts those applied. A migration that has shipped is
 * never edited. Times are milliseconds UTC, money is whole rupiah, documents are JSON of the schemas in `shared/`.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    kind    TEXT NOT NULL CHECK (kind IN ('training', 'sandbox', 'live')),
    born_at INTEGER NOT NULL
  ) STRICT;

  -- An inquiry frozen for payment. Only "open" ever changes, from 1 to 0.
  CREATE TABLE quote (
    id         TEXT PRIMARY KEY,
    document   TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    open       INTEGER NOT NULL CHECK (open IN (0, 1))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX quote_open ON quote (id) WHERE open = 1;

  CREATE TABLE payment (
    id           TEXT PRIMARY KEY REFERENCES quote (id),
    state        TEXT NOT NULL CHECK (state IN ('sent', 'paid', 'rejected', 'unknown')),
    product      TEXT NOT NULL,
    customer     TEXT NOT NULL,
    biller       TEXT NOT NULL,
    inquiry_id   TEXT NOT NULL,
    total        INTEGER NOT NULL CHECK (total > 0),
    cash         INTEGER NOT NULL CHECK (cash >= total),
    host         TEXT NOT NULL,
    account      TEXT NOT NULL,
    request      TEXT NOT NULL,
    sent_at      INTEGER NOT NULL,
    reply_status INTEGER,
    reply_date   TEXT,
    reply_body   BLOB,
    reply_whole  INTEGER CHECK (reply_whole IN (0, 1)),
    reply_at     INTEGER,
    outcome      TEXT,
    settled_at   INTEGER,
    CHECK ((reply_at IS NULL) = (reply_body IS NULL)),
    CHECK ((state IN ('paid', 'rejected')) = (settled_at IS NOT NULL))
  ) STRICT;

  -- One open payment a customer and kind of product, whatever the period and the biller.
  CREATE UNIQUE INDEX payment_one_open ON payment (product, customer) WHERE state IN ('sent', 'unknown');
  -- A biller's inquiry is paid at most once.
  CREATE UNIQUE INDEX payment_one_per_inquiry ON payment (biller, inquiry_id) WHERE state <> 'rejected';
  CREATE INDEX payment_open ON payment (sent_at) WHERE state IN ('sent', 'unknown');
  CREATE INDEX payment_sent_at ON payment (sent_at);

  CREATE TABLE event (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    quote      TEXT NOT NULL REFERENCES quote (id),
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL CHECK (actor IN ('counter', 'recovery')),
    event      TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    evidence   TEXT
  ) STRICT;
  CREATE INDEX event_quote ON event (quote, seq);
  CREATE TRIGGER event_not_edited BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;
  CREATE TRIGGER event_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;

  CREATE TABLE print_job (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT NOT NULL UNIQUE,
    payment TEXT NOT NULL REFERENCES payment (id),
    copy    INTEGER NOT NULL CHECK (copy >= 0),
    paper   TEXT NOT NULL,
    bytes   BLOB NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'sent', 'failed', 'uncertain')),
    problem TEXT
  ) STRICT;
  CREATE INDEX print_job_payment ON print_job (payment, seq);
  CREATE INDEX print_job_unfinished ON print_job (state, seq) WHERE state IN ('queued', 'sending', 'failed');
  `,
  `
  -- What was asked and answered besides the payment itself, secrets blanked: kept before anybody reads it.
  CREATE TABLE exchange (
    seq          INTEGER PRIMARY KEY AUTOINCREMENT,
    quote        TEXT NOT NULL REFERENCES quote (id),
    kind         TEXT NOT NULL CHECK (kind IN ('inquiry', 'status')),
    at           INTEGER NOT NULL,
    request      TEXT NOT NULL,
    reply_status INTEGER NOT NULL,
    reply_date   TEXT,
    reply_body   BLOB NOT NULL,
    reply_whole  INTEGER NOT NULL CHECK (reply_whole IN (0, 1))
  ) STRICT;
  CREATE INDEX exchange_quote ON exchange (quote, seq);
  CREATE TRIGGER exchange_not_edited BEFORE UPDATE ON exchange BEGIN SELECT RAISE (ABORT, 'exchanges are append-only'); END;
  CREATE TRIGGER exchange_not_removed BEFORE DELETE ON exchange BEGIN SELECT RAISE (ABORT, 'exchanges are append-only'); END;

  -- More people and parts may move a payment now; the names are the program's, so no list stands here.
  ALTER TABLE event RENAME TO event_before;
  DROP INDEX event_quote;
  DROP TRIGGER event_not_edited;
  DROP TRIGGER event_not_removed;
  CREATE TABLE event (
    seq        INTEGER PRIMARY KEY AUTOINCREMENT,
    quote      TEXT NOT NULL REFERENCES quote (id),
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    evidence   TEXT
  ) STRICT;
  INSERT INTO event SELECT * FROM event_before;
  DROP TABLE event_before;
  CREATE INDEX event_quote ON event (quote, seq);
  CREATE TRIGGER event_not_edited BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;
  CREATE TRIGGER event_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;

  -- A reference and a token stand on one payment: asked when an answer could be about another.
  CREATE INDEX payment_reference ON payment (biller, outcome ->> '$.confirmation.reference') WHERE state = 'paid';
  CREATE INDEX payment_token ON payment (outcome ->> '$.confirmation.token') WHERE state = 'paid';
  CREATE INDEX payment_product_sent ON payment (product, sent_at);

  -- Documents of the first version: one biller, and a product code for each kind of product.
  UPDATE quote SET document = json_set(document, '$.service', json_object('code', CASE document ->> '$.product'
      WHEN 'pln-postpaid' THEN 'TELE-PLN-POSTPAID'
      WHEN 'pln-prepaid' THEN 'TELE-PLN-PREPAID'
      WHEN 'pln-nontaglis' THEN 'TELE-PLN-NONTAGLIS'
      ELSE 'TELE-TELKOM-PSTN' END, 'name', ''))
    WHERE document -> '$.service' IS NULL;
  UPDATE payment SET outcome = json_set(outcome, '$.confirmation.details', json('[]'), '$.confirmation.billDetails', json('[]'))
    WHERE outcome ->> '$.kind' = 'paid' AND outcome -> '$.confirmation.details' IS NULL;
  `,
];
