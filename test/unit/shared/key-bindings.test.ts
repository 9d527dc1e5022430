import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bind,
  filedKeysSchema,
  keyActions,
  keyBindingsSchema,
  keysOf,
  mayBeOn,
  usualKeys,
  type KeyAction,
} from '../../../shared/key-bindings.ts';
import { bindings, combos, formerKeys } from './any-bindings.ts';

describe("a shop's keys", () => {
  it('are two actions on one key never, whatever is tried, and what comes of it can be stored', () => {
    fc.assert(
      fc.property(bindings, (changed) => {
        expect(new Set(Object.values(keysOf(changed))).size).toBe(keyActions.length);
        expect(keyBindingsSchema.safeParse(changed).success).toBe(true);
      }),
    );
  });

  it('stay with the action that has one: another that wants it is told whose it is', () => {
    const anyAction = fc.constantFrom<KeyAction>(...keyActions);
    fc.assert(
      fc.property(bindings, anyAction, anyAction, (changed, action, other) => {
        fc.pre(action !== other);
        const combo = keysOf(changed)[other];
        const refused = bind(changed, action, combo);
        expect(refused).toEqual({
          ok: false,
          error: mayBeOn(action, combo) ? { code: 'taken', has: other } : { code: 'reserved' },
        });
      }),
    );
  });

  it('hold only what differs from the usual, so that the way back is an empty list', () => {
    const moved = bind({}, 'reprint', 'F9');
    if (!moved.ok) throw new Error('F9 is free');
    expect(moved.value).toEqual({ reprint: 'F9' });
    expect(bind(moved.value, 'reprint', usualKeys.reprint)).toEqual({ ok: true, value: {} });
  });

  it('leave letters to fields but for what is done at a bill, and the keys that fields edit with', () => {
    for (const action of keyActions) {
      for (const combo of combos.filter((each) => /^[A-Z]$/.test(each) && each !== usualKeys['exact-cash'])) {
        const { ok } = bind({}, action, combo);
        expect(ok, `${action} on ${combo}`).toBe(action === 'exact-cash' || action === 'to-basket');
      }
      for (const edit of ['Ctrl+A', 'Ctrl+C', 'Ctrl+V', 'Ctrl+X', 'Ctrl+Y', 'Ctrl+Z', 'Enter', 'Escape', '5'])
        expect(bind({}, action, edit)).toEqual({ ok: false, error: { code: 'reserved' } });
    }
  });

  it('are not taken from a file that puts two actions on one key, or a letter on what is typed over', () => {
    expect(keyBindingsSchema.safeParse({ reprint: 'F1' }).success).toBe(false);
    expect(keyBindingsSchema.safeParse({ reprint: 'R' }).success).toBe(false);
    expect(keyBindingsSchema.safeParse({ reprint: 'Ctrl+C' }).success).toBe(false);
    expect(keyBindingsSchema.safeParse({ 'product-1': 'F2', 'product-2': 'F1' }).success).toBe(true);
  });

  it('are the same object for the same changes', () => {
    expect(keysOf({ reprint: 'F9' })).toBe(keysOf({ reprint: 'F9' }));
  });
});

describe("a file's keys of a time with fewer actions", () => {
  it('are read: every action of that time stays on its key, and none of the newer shares one', () => {
    fc.assert(
      fc.property(formerKeys, ({ keys, stored }) => {
        const read = filedKeysSchema.parse(stored);
        const now = keysOf(read);
        expect(now).toMatchObject(keys);
        expect(read).toMatchObject(stored);
        expect(new Set(Object.values(now)).size).toBe(keyActions.length);
        expect(filedKeysSchema.parse(read)).toEqual(read);
      }),
      { numRuns: 500 },
    );
  });

  it('are left as they are where nothing has to give way', () => {
    fc.assert(
      fc.property(bindings, (stored) => {
        expect(filedKeysSchema.parse(stored)).toEqual(stored);
      }),
    );
  });

  it('keep the reprint on F10, and the basket is on the first key that is nobody’s', () => {
    expect(filedKeysSchema.parse({ reprint: 'F10', pdf: 'Ctrl+L', history: 'F9' })).toEqual({
      reprint: 'F10',
      pdf: 'Ctrl+L',
      history: 'F9',
      basket: 'F11',
      reports: 'F12',
    });
  });

  it('are refused where the file itself puts two actions on one key, or a letter on what is typed over', () => {
    expect(filedKeysSchema.safeParse({ reprint: 'F9', pdf: 'F9' }).success).toBe(false);
    expect(filedKeysSchema.safeParse({ reprint: 'R' }).success).toBe(false);
    expect(filedKeysSchema.safeParse({ reprint: 'Ctrl+C' }).success).toBe(false);
  });
});
