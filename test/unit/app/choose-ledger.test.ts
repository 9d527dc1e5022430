import { describe, expect, it } from 'vitest';
import { chooseLedger } from '../../../electron/app/choose-ledger.ts';
import { ledgerKinds, type LedgerKind } from '../../../shared/ledger-kind.ts';

const wishes = ['absent', ...ledgerKinds] as const;
const subsets: readonly (readonly LedgerKind[])[] = Array.from({ length: 8 }, (_, bits) =>
  ledgerKinds.filter((_kind, index) => (bits & (1 << index)) !== 0),
);
/** Every wish, every set of born, and every set of ledgers that can lie in them. */
const cases = wishes.flatMap((wanted) =>
  subsets.flatMap((born) =>
    subsets
      .filter((ledgers) => ledgers.every((kind) => born.includes(kind)))
      .map((ledgers) => ({ wanted, born, ledgers })),
  ),
);

describe('which ledger is opened', () => {
  it.each([
    // A fresh folder trains, and so does one in which only training or a sandbox ever ran.
    { wanted: 'absent', born: [], ledgers: [], opens: 'training' },
    { wanted: 'absent', born: ['training'], ledgers: ['training'], opens: 'training' },
    { wanted: 'absent', born: ['sandbox'], ledgers: ['sandbox'], opens: 'training' },
    // Settings lost at a counter that was live: it stops, with its ledger and without.
    { wanted: 'absent', born: ['live'], ledgers: ['live'], opens: 'was-live' },
    { wanted: 'absent', born: ['live'], ledgers: [], opens: 'was-live' },
    { wanted: 'absent', born: ['training', 'live'], ledgers: ['training'], opens: 'was-live' },
    // The first start of a kind makes its ledger.
    { wanted: 'training', born: [], ledgers: [], opens: 'training' },
    { wanted: 'sandbox', born: ['training'], ledgers: ['training'], opens: 'sandbox' },
    { wanted: 'live', born: ['training', 'sandbox'], ledgers: ['training', 'sandbox'], opens: 'live' },
    // The folder is there and the book is not: it is not made anew in silence.
    { wanted: 'sandbox', born: ['sandbox'], ledgers: [], opens: 'ledger-lost' },
    { wanted: 'live', born: ['live'], ledgers: [], opens: 'ledger-lost' },
    { wanted: 'live', born: ['training', 'live'], ledgers: ['training'], opens: 'ledger-lost' },
    // Training has nothing to lose, and an owner may choose it at a counter that is live.
    { wanted: 'training', born: ['training'], ledgers: [], opens: 'training' },
    { wanted: 'training', born: ['live'], ledgers: ['live'], opens: 'training' },
    { wanted: 'live', born: ['live'], ledgers: ['live'], opens: 'live' },
  ] as const)('$wanted with born $born and ledgers $ledgers: $opens', ({ opens, ...folder }) => {
    const chosen = chooseLedger(folder);
    expect(chosen.ok ? chosen.value : chosen.error).toBe(opens);
  });

  it('is never another than the one that was asked for', () => {
    for (const each of cases) {
      const chosen = chooseLedger(each);
      if (each.wanted !== 'absent' && chosen.ok) expect(chosen.value).toBe(each.wanted);
    }
  });

  it('is never training, unasked, where there was ever a live one', () => {
    for (const each of cases.filter(({ wanted, born }) => wanted === 'absent' && born.includes('live'))) {
      expect(chooseLedger(each)).toEqual({ ok: false, error: 'was-live' });
    }
  });

  it('is never a new one in the place of a sandbox or live ledger that was lost', () => {
    for (const each of cases) {
      const { wanted, born, ledgers } = each;
      if (wanted === 'absent' || wanted === 'training') continue;
      const isLost = born.includes(wanted) && !ledgers.includes(wanted);
      expect(chooseLedger(each).ok).toBe(!isLost);
    }
  });

  it('does not depend on the other kinds, once one was asked for', () => {
    for (const { wanted, born, ledgers } of cases) {
      if (wanted === 'absent') continue;
      const own = (kinds: readonly LedgerKind[]) => kinds.filter((kind) => kind === wanted);
      expect(chooseLedger({ wanted, born, ledgers })).toEqual(
        chooseLedger({ wanted, born: own(born), ledgers: own(ledgers) }),
      );
    }
  });
});
