import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { chainFormerEvents } from './migrate-events.ts';
import { noteFormerMonths } from './migrate-months.ts';
import { history } from './schema-history.ts';
import { lots } from './schema-lots.ts';
import { papers } from './schema-papers.ts';
import { reports } from './schema-reports.ts';
import { shifts } from './schema-shifts.ts';

/** SQL, or what SQL cannot do. Runs in one transaction, with foreign keys off. */
type Migration = string | ((database: Database) => void);

/**
 * The ledger's migrations, oldest first; `user_version` counts those applied. A migration that has shipped is
 * never edited. Times are milliseconds UTC, money is whole rupiah, documents are JSON of the schemas in `shared/`.
 */
export const migrations: readonly (readonly Migration[])[] = [
  [
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
  ],
  [
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
  ],
  [
    `
  -- Decisions by hand are states of their own, and a payment that was decided and contradicted is open once more.
  CREATE TABLE payment_new (
    id                TEXT PRIMARY KEY REFERENCES quote (id),
    state             TEXT NOT NULL CHECK (state IN ('sent', 'paid', 'rejected', 'unknown', 'paid-by-hand', 'rejected-by-hand')),
    product           TEXT NOT NULL,
    customer          TEXT NOT NULL,
    biller            TEXT NOT NULL,
    inquiry_id        TEXT NOT NULL,
    total             INTEGER NOT NULL CHECK (total > 0),
    cash              INTEGER NOT NULL CHECK (cash >= total),
    host              TEXT NOT NULL,
    account           TEXT NOT NULL,
    request           TEXT NOT NULL,
    sent_at           INTEGER NOT NULL,
    deposit_before    INTEGER,
    deposit_before_at INTEGER,
    reply_status      INTEGER,
    reply_date        TEXT,
    reply_body        BLOB,
    reply_whole       INTEGER CHECK (reply_whole IN (0, 1)),
    reply_at          INTEGER,
    outcome           TEXT,
    settled_at        INTEGER,
    reopened          INTEGER NOT NULL DEFAULT 0 CHECK (reopened IN (0, 1)),
    CHECK ((reply_at IS NULL) = (reply_body IS NULL)),
    CHECK ((deposit_before IS NULL) = (deposit_before_at IS NULL)),
    CHECK ((state IN ('sent', 'unknown')) = (settled_at IS NULL))
  ) STRICT;
  INSERT INTO payment_new (id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at,
      reply_status, reply_date, reply_body, reply_whole, reply_at, outcome, settled_at)
    SELECT id, state, product, customer, biller, inquiry_id, total, cash, host, account, request, sent_at,
      reply_status, reply_date, reply_body, reply_whole, reply_at, outcome, settled_at FROM payment ORDER BY rowid;
  DROP TABLE payment;
  ALTER TABLE payment_new RENAME TO payment;

  -- One open payment a customer and kind of product, whatever the period and the biller. A decision that was contradicted
  -- is open beside another that was begun meanwhile: arming looks at both.
  CREATE UNIQUE INDEX payment_one_open ON payment (product, customer) WHERE state IN ('sent', 'unknown') AND reopened = 0;
  -- A biller's inquiry is paid at most once.
  CREATE UNIQUE INDEX payment_one_per_inquiry ON payment (biller, inquiry_id) WHERE state <> 'rejected';
  CREATE INDEX payment_open ON payment (sent_at) WHERE state IN ('sent', 'unknown');
  CREATE INDEX payment_by_hand ON payment (settled_at) WHERE state IN ('paid-by-hand', 'rejected-by-hand');
  CREATE INDEX payment_sent_at ON payment (sent_at);
  CREATE INDEX payment_product_sent ON payment (product, sent_at);
  CREATE INDEX payment_biller_sent ON payment (biller, sent_at);
  CREATE INDEX payment_customer ON payment (product, customer, settled_at);
  CREATE INDEX payment_reference ON payment (biller, outcome ->> '$.confirmation.reference') WHERE state = 'paid';
  CREATE INDEX payment_token ON payment (outcome ->> '$.confirmation.token') WHERE state = 'paid';
  CREATE INDEX payment_hand_reference ON payment (biller, outcome ->> '$.reference') WHERE state = 'paid-by-hand';
  CREATE INDEX payment_hand_token ON payment (outcome ->> '$.token') WHERE state = 'paid-by-hand';

  -- What was agreed with the customer and sent to the biller is frozen.
  CREATE TRIGGER payment_frozen BEFORE UPDATE OF id, product, customer, biller, inquiry_id, total, cash, host, account,
    request, sent_at, deposit_before, deposit_before_at ON payment
    BEGIN SELECT RAISE (ABORT, 'a payment is frozen'); END;
  CREATE TRIGGER payment_not_removed BEFORE DELETE ON payment BEGIN SELECT RAISE (ABORT, 'a payment is frozen'); END;
  CREATE TRIGGER quote_frozen BEFORE UPDATE OF id, document, expires_at ON quote
    BEGIN SELECT RAISE (ABORT, 'a quote is frozen'); END;
  CREATE TRIGGER quote_not_removed BEFORE DELETE ON quote BEGIN SELECT RAISE (ABORT, 'a quote is frozen'); END;

  -- The months of a payment's bills, for asking whether one was ever paid.
  CREATE TABLE bill_month (
    product  TEXT NOT NULL,
    customer TEXT NOT NULL,
    month    TEXT NOT NULL,
    payment  TEXT NOT NULL REFERENCES payment (id),
    PRIMARY KEY (product, customer, month, payment)
  ) STRICT, WITHOUT ROWID;

  ALTER TABLE print_job ADD COLUMN kind TEXT NOT NULL DEFAULT 'receipt' CHECK (kind IN ('receipt', 'interim'));

  -- What a fresh inquiry of an uncertain payment's number showed.
  CREATE TABLE look (
    seq     INTEGER PRIMARY KEY AUTOINCREMENT,
    payment TEXT NOT NULL REFERENCES payment (id),
    at      INTEGER NOT NULL,
    finding TEXT NOT NULL
  ) STRICT;
  CREATE INDEX look_payment ON look (payment, seq);
  CREATE TRIGGER look_not_edited BEFORE UPDATE ON look BEGIN SELECT RAISE (ABORT, 'looks are append-only'); END;
  CREATE TRIGGER look_not_removed BEFORE DELETE ON look BEGIN SELECT RAISE (ABORT, 'looks are append-only'); END;

  -- What a ledger restored from a backup knows nothing of.
  CREATE TABLE gap (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    from_at    INTEGER NOT NULL,
    until_at   INTEGER NOT NULL CHECK (until_at >= from_at),
    closed_at  INTEGER,
    note       TEXT,
    CHECK ((closed_at IS NULL) = (note IS NULL)),
    UNIQUE (from_at, until_at)
  ) STRICT;
  CREATE TRIGGER gap_not_removed BEFORE DELETE ON gap BEGIN SELECT RAISE (ABORT, 'gaps are kept'); END;
  CREATE TRIGGER gap_closed_once BEFORE UPDATE ON gap WHEN OLD.closed_at IS NOT NULL
    BEGIN SELECT RAISE (ABORT, 'gaps are kept'); END;

  -- Each event carries the hash of the one before, and a digest of what it rests on (the quote, the payment as it was
  -- sent, the answer); the newest is named here, so that one that is missing at the end is missed too.
  CREATE TABLE chain (
    one           INTEGER PRIMARY KEY CHECK (one = 1),
    seq           INTEGER NOT NULL,
    hash          TEXT NOT NULL,
    newest_at     INTEGER,
    verified_seq  INTEGER NOT NULL,
    verified_hash TEXT NOT NULL,
    altered_seq   INTEGER
  ) STRICT;
  DROP TRIGGER event_not_edited;
  DROP TRIGGER event_not_removed;
  DROP INDEX event_quote;
  ALTER TABLE event RENAME TO event_before;
  CREATE TABLE event (
    seq        INTEGER PRIMARY KEY,
    quote      TEXT NOT NULL REFERENCES quote (id),
    at         INTEGER NOT NULL,
    actor      TEXT NOT NULL,
    event      TEXT NOT NULL,
    from_state TEXT,
    to_state   TEXT NOT NULL,
    evidence   TEXT,
    digest     TEXT,
    hash       TEXT NOT NULL
  ) STRICT;
  `,
    chainFormerEvents,
    noteFormerMonths,
    `
  DROP TABLE event_before;
  CREATE INDEX event_quote ON event (quote, seq);
  CREATE TRIGGER event_not_edited BEFORE UPDATE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;
  CREATE TRIGGER event_not_removed BEFORE DELETE ON event BEGIN SELECT RAISE (ABORT, 'events are append-only'); END;
  `,
  ],
  [
    `
  -- Several printers, and lists of the counter's own, which belong to no payment. A job says what it was laid out for and
  -- from, who asked for it and when, and whether a person must see to it ("waits": it failed, or nobody knows, and nobody
  -- has answered for it).
  CREATE TABLE print_job_new (
    seq      INTEGER PRIMARY KEY AUTOINCREMENT,
    id       TEXT NOT NULL UNIQUE,
    payment  TEXT REFERENCES payment (id),
    kind     TEXT NOT NULL CHECK (kind IN ('receipt', 'interim', 'report')),
    copy     INTEGER NOT NULL CHECK (copy >= 0),
    printer  TEXT NOT NULL,
    profile  TEXT NOT NULL,
    document TEXT NOT NULL,
    bytes    BLOB NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL CHECK (asked_by IN ('counter', 'cashier')),
    state    TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'printed', 'sent', 'failed', 'uncertain')),
    problem  TEXT,
    waits    INTEGER NOT NULL CHECK (waits IN (0, 1)),
    CHECK ((payment IS NULL) = (kind = 'report')),
    CHECK ((problem IS NULL) = (state NOT IN ('failed', 'uncertain'))),
    CHECK (waits = 0 OR state IN ('failed', 'uncertain'))
  ) STRICT;
  -- Former jobs do not know their printer, nor what they were laid out from. What was on its way waits for a person now,
  -- but for what a newer copy stands for. Of when it was asked for, the nearest that is known.
  INSERT INTO print_job_new (seq, id, payment, kind, copy, printer, profile, document, bytes, asked_at, asked_by, state, problem,
      waits)
    SELECT j.seq, j.id, j.payment, j.kind, j.copy, '',
      CASE j.paper
        WHEN '80mm' THEN '{"model":"80mm","columns":{"A":48,"B":64},"widthDots":576,"cutter":"gs-v","feedLines":4,"codePage":0,"modes":{"fontB":true,"bold":true,"doubleHeight":true,"doubleWidth":true,"underline":true},"swallowsLineFeedAfterPicture":false,"drawer":null,"asksStatus":true}'
        ELSE '{"model":"58mm","columns":{"A":32,"B":42},"widthDots":384,"cutter":"none","feedLines":4,"codePage":0,"modes":{"fontB":true,"bold":true,"doubleHeight":true,"doubleWidth":true,"underline":true},"swallowsLineFeedAfterPicture":false,"drawer":null,"asksStatus":true}'
      END,
      '', j.bytes,
      CASE j.kind WHEN 'interim' THEN p.sent_at ELSE ifnull(p.settled_at, p.sent_at) END,
      CASE WHEN j.kind = 'receipt' AND j.copy = 0 THEN 'counter' ELSE 'cashier' END,
      CASE WHEN j.state IN ('queued', 'failed') THEN 'failed' WHEN j.state = 'sending' THEN 'uncertain' ELSE j.state END,
      CASE WHEN j.state IN ('queued', 'failed') THEN 'no-printer' WHEN j.state = 'sending' THEN 'broken-off'
        WHEN j.state = 'uncertain' THEN ifnull(j.problem, 'broken-off') END,
      j.state IN ('queued', 'sending', 'failed') AND NOT EXISTS (
        SELECT 1 FROM print_job newer WHERE newer.payment = j.payment AND newer.kind = j.kind AND newer.seq > j.seq)
    FROM print_job j LEFT JOIN payment p ON p.id = j.payment ORDER BY j.seq;
  DROP TABLE print_job;
  ALTER TABLE print_job_new RENAME TO print_job;
  CREATE INDEX print_job_payment ON print_job (payment, kind, seq);
  CREATE INDEX print_job_next ON print_job (printer, seq) WHERE state = 'queued';
  CREATE INDEX print_job_unfinished ON print_job (state, seq) WHERE state IN ('queued', 'sending');
  CREATE INDEX print_job_waits ON print_job (waits) WHERE waits = 1;
  CREATE TRIGGER print_job_frozen BEFORE UPDATE OF seq, id, payment, kind, copy, printer, profile, document, bytes ON print_job
    BEGIN SELECT RAISE (ABORT, 'a print job is frozen'); END;
  CREATE TRIGGER print_job_not_removed BEFORE DELETE ON print_job
    BEGIN SELECT RAISE (ABORT, 'a print job is frozen'); END;

  -- What happened to papers, and the openings of the drawer, which are of a payment and of no job.
  CREATE TABLE print_event (
    seq     INTEGER PRIMARY KEY,
    job     TEXT REFERENCES print_job (id),
    payment TEXT REFERENCES payment (id),
    at      INTEGER NOT NULL,
    actor   TEXT NOT NULL,
    event   TEXT NOT NULL,
    problem TEXT,
    CHECK (job IS NOT NULL OR payment IS NOT NULL)
  ) STRICT;
  CREATE INDEX print_event_payment ON print_event (payment, seq);
  CREATE TRIGGER print_event_not_edited BEFORE UPDATE ON print_event
    BEGIN SELECT RAISE (ABORT, 'print events are append-only'); END;
  CREATE TRIGGER print_event_not_removed BEFORE DELETE ON print_event
    BEGIN SELECT RAISE (ABORT, 'print events are append-only'); END;
  `,
  ],
  [shifts, ...history],
  [...papers, lots, ...reports],
];
