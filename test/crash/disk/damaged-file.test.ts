import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, it } from 'vitest';
import type { Ledger } from '../../../electron/ledger/ledger.ts';
import { openLedger } from '../../../electron/ledger/sqlite-ledger.ts';
import { instant } from '../../../shared/time.ts';
import { arming, job, quote, quoteId, reply, settlement, start } from '../../unit/ledger/documents.ts';
import { memoryFolder } from '../../unit/ledger/temp-folder.ts';
import { runsOr, seed, summarize } from '../size.ts';
import { faultsOfChain, faultsOfDatabase } from './check-database.ts';
import { damaged, damages } from './damage.ts';
import { opened } from './opened.ts';
import { randomFrom } from './random.ts';
import { alterations, isChained, readWhole, type Whole } from './read-whole.ts';
import { outcomeOf } from './sales.ts';

const payments = 12;

/** What came of opening and using a ledger whose file was damaged. */
type Finding =
  /** It was not opened. */
  | 'refused'
  /** It was opened, and a call threw. */
  | 'threw'
  /** It was opened and answered wrongly; the ledger's own check of the whole file finds the damage. */
  | 'found'
  /** Only SQLite's check of the whole file finds it: that of an index, mostly. */
  | 'foundBySqlite'
  /** Everything is as it was written: what was damaged matters to no answer. */
  | 'exact'
  /** Something that the chain of events does not cover is not as it was written, and nothing tells. */
  | 'unproven'
  /** Something that it covers is not, and nothing tells. */
  | 'silent';

it('a damaged file is refused or reads as it was written; nothing is repaired or made up in silence', () => {
  const folder = memoryFolder();
  const { written, content, earlier } = makeLedger(path.join(folder, 'whole.db'));
  const random = randomFrom(seed);
  const counts: Record<Finding, number> = {
    refused: 0,
    threw: 0,
    found: 0,
    foundBySqlite: 0,
    exact: 0,
    unproven: 0,
    silent: 0,
  };
  const silent: string[] = [];
  const unproven = new Set<string>();
  const changed: string[] = [];
  /** Payments that are open and are not seen to be, so that another could be armed for the same customer. */
  let forgotten = 0;
  const runs = runsOr(120);
  for (let run = 0; run < runs; run += 1) {
    const damage = damages[run % damages.length] ?? 'byte';
    const bytes = damaged(content, earlier, damage, random);
    const file = path.join(folder, `${run}.db`);
    fs.writeFileSync(file, bytes);
    const { finding, altered } = use(file, written);
    counts[finding] += 1;
    if (finding === 'foundBySqlite' && altered.some((one) => one.endsWith(' is open'))) forgotten += 1;
    if (finding === 'silent') silent.push(`run ${run}, ${damage}: ${altered.join(', ')}`);
    if (finding === 'unproven') for (const one of altered) unproven.add(one.replace(/^\d+ /, ''));
    if (finding === 'refused' && !fs.readFileSync(file).equals(bytes)) changed.push(`run ${run}, ${damage}`);
    for (const suffix of ['', '-wal', '-shm', '-journal', '.reserve']) {
      fs.rmSync(`${file}${suffix}`, { force: true });
    }
  }
  const whatIsUnproven = [...unproven].sort().join(', ');
  summarize({
    test: 'damaged-file',
    seed,
    runs,
    ...counts,
    whatIsUnproven,
    forgotten,
    changed: changed.length,
  });
  expect.soft(silent).toEqual([]);
  expect.soft(changed, 'refused, and changed all the same').toEqual([]);
  // The damage was worth trying: a good part of it is noticed.
  expect(counts.refused + counts.threw + counts.found + counts.foundBySqlite).toBeGreaterThan(runs / 4);
});

it('a ledger that is refused as altered stays as it is, byte for byte', () => {
  const file = path.join(memoryFolder(), 'ledger.db');
  makeLedger(file);
  const raw = new DatabaseSync(file);
  raw.prepare("UPDATE payment SET state = 'unknown', settled_at = NULL WHERE id = ?").run(quoteId(1));
  raw.close();
  const before = fs.readFileSync(file);
  const opening = openLedger(file, 'training', start);
  expect(opening).toMatchObject({ ok: false, error: { code: 'altered' } });
  expect(fs.readFileSync(file).equals(before)).toBe(true);
});

/** A ledger with payments of each outcome, closed, and what it held half way. */
function makeLedger(file: string): { written: Whole; content: Buffer; earlier: Buffer } {
  let ledger = opened(file);
  let earlier = Buffer.alloc(0);
  for (let n = 1; n <= payments; n += 1) {
    ledger.addQuote(quote(n), { request: `inquiry ${n}`, reply: reply(`bill ${n}`) });
    expect(ledger.arm(arming(n)).ok).toBe(true);
    const answer = reply(`answer ${n} `.repeat(n % 3 === 0 ? 1000 : 30));
    ledger.recordReply(quoteId(n), answer, instant(arming(n).at + 1000));
    const outcome = outcomeOf(n);
    const printed = outcome.kind === 'paid' ? { job: job(n, quoteId(n)) } : {};
    expect(ledger.settle(settlement(n, outcome, printed)).ok).toBe(true);
    if (n === payments / 2) {
      ledger.close();
      earlier = fs.readFileSync(file);
      ledger = opened(file);
    }
  }
  const written = readWhole(ledger, payments);
  ledger.close();
  return { written, content: fs.readFileSync(file), earlier };
}

/** Opens and reads what is in the file, sells once more on top of it, and reads it again. */
function use(file: string, written: Whole): { finding: Finding; altered: readonly string[] } {
  const opening = openLedger(file, 'training', start);
  if (!opening.ok) return { finding: 'refused', altered: [] };
  const ledger = opening.value;
  const altered = new Set<string>();
  try {
    for (const one of alterations(written, readWhole(ledger, payments))) altered.add(one);
    ledger.addQuote(quote(100));
    ledger.arm(arming(100));
    ledger.settle(settlement(100, outcomeOf(100)));
    for (const one of alterations(written, readWhole(ledger, payments))) altered.add(one);
  } catch {
    return { finding: 'threw', altered: [] };
  } finally {
    closeQuietly(ledger);
  }
  if (altered.size === 0) return { finding: 'exact', altered: [] };
  if (faultsOfChain(file).length > 0) return { finding: 'found', altered: [...altered] };
  if (faultsOfDatabase(file).length > 0) return { finding: 'foundBySqlite', altered: [...altered] };
  const finding = [...altered].some((one) => isChained(one)) ? 'silent' : 'unproven';
  return { finding, altered: [...altered] };
}

function closeQuietly(ledger: Ledger): void {
  try {
    ledger.close();
  } catch {
    // A damaged file may not take the checkpoint at the end.
  }
}
