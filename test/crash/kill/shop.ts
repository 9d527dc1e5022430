import fs from 'node:fs';
import path from 'node:path';
import type { BookEntry } from '../fake-biller/books.ts';
import type { FakeBiller } from '../fake-biller/start.ts';
import { billOf, breaches, type Breach, type Evidence, type Refusal } from './invariants.ts';
import { readLedger } from './ledger-file.ts';
import type { Life } from './life.ts';
import type { Word } from './protocol.ts';
import type { Visitor } from './visitors.ts';

/** One ledger from its birth on, with all that the counters which wrote it said and printed. */
export interface Shop {
  readonly ledger: string;
  readonly paper: string;
  /** Where its billers are. */
  readonly origin: string;
  /** All who came so far, the last one last. */
  readonly visitors: Visitor[];
  /** How often a busy machine kept somebody from being served. */
  readonly badLuck: number;
  /** Takes in what a counter said since the last time. */
  listenTo(life: Life): void;
  refuse(refusal: Refusal): void;
  haveBadLuck(): void;
  /** Somebody wants what they bought once more, on purpose. */
  wish(visitor: Visitor): void;
  evidence(): Evidence;
  /** What is broken in this shop, its ledger's file included. */
  inspect(): readonly Breach[];
}

export function openShop(folder: string, biller: FakeBiller): Shop {
  fs.mkdirSync(folder, { recursive: true });
  const ledger = path.join(folder, 'ledger.db');
  const paper = path.join(folder, 'paper');
  fs.writeFileSync(paper, '');
  const words: Word[] = [];
  const heard = new Map<Life, number>();
  const refusals: Refusal[] = [];
  const wishes: string[] = [];
  let badLuck = 0;
  const before = biller.entries().length;
  const books = (): readonly BookEntry[] => biller.entries().slice(before);
  const shop: Shop = {
    ledger,
    paper,
    origin: biller.origin,
    visitors: [],
    get badLuck() {
      return badLuck;
    },
    wish: (visitor) => void wishes.push(billOf(visitor)),
    haveBadLuck: () => void (badLuck += 1),
    listenTo(life) {
      words.push(...life.words.slice(heard.get(life) ?? 0));
      heard.set(life, life.words.length);
    },
    refuse: (refusal) => void refusals.push(refusal),
    evidence: () => ({
      ledger: readLedger(ledger),
      books: books(),
      words,
      refusals,
      wishes,
      paper: fs.readFileSync(paper, 'utf8').split('\n').slice(0, -1),
    }),
    inspect: () => breaches(shop.evidence()),
  };
  return shop;
}
