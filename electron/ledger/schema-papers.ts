import { chainFormerTill } from './migrate-till.ts';

/**
 * The sixth migration: a paper of the counter's own says which it is, and of which shift, so that it can be made anew; and the
 * drawer's book has a hash over all of it, which names its newest line. Former papers of its own were lists of open payments.
 */
export const papers = [
  `
  -- The names are the program's, so no list stands here.
  ALTER TABLE print_job ADD COLUMN report TEXT CHECK (report IS NULL OR kind = 'report');
  ALTER TABLE print_job ADD COLUMN shift INTEGER REFERENCES shift (number) CHECK (shift IS NULL OR report IS NOT NULL);
  UPDATE print_job SET report = 'open-payments' WHERE kind = 'report';
  DROP TRIGGER print_job_frozen;
  CREATE TRIGGER print_job_frozen
    BEFORE UPDATE OF seq, id, payment, kind, report, shift, copy, printer, profile, document, bytes ON print_job
    BEGIN SELECT RAISE (ABORT, 'a print job is frozen'); END;

  -- Of the drawer's newest line, and with it of every line before: a shift opened, cash moved, a Z report.
  ALTER TABLE chain ADD COLUMN till_hash TEXT NOT NULL DEFAULT '${'0'.repeat(64)}';
  `,
  chainFormerTill,
] as const;
