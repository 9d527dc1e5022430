import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { actionWords, keyTable } from '../../../../renderer/features/keys/key-table.ts';
import {
  comboOf,
  commandFor as commandWith,
  keyShown,
  type KeyPress,
} from '../../../../renderer/features/keys/key-map.ts';
import type { Place } from '../../../../renderer/store/counter-view.ts';
import type { Sale } from '../../../../renderer/store/sale.ts';
import { messagesFor } from '../../../../shared/i18n/messages.ts';
import { keyActions, keysOf, mayBeOn, type KeyBindings } from '../../../../shared/key-bindings.ts';
import { bindings } from '../../shared/any-bindings.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : key,
  ctrl: false,
  alt: false,
  repeat: false,
  ...part,
});

/** By the usual keys. */
const commandFor = (pressed: KeyPress, step: Sale['step'], place: Place | null) =>
  commandWith(pressed, step, place, keysOf({}));

describe('keys', () => {
  it('F1 to F6 are products and F7 and F8 lists, wherever the sale is', () => {
    for (const step of ['number', 'asking', 'offer', 'bill', 'paying', 'done'] as const) {
      expect(commandFor(press('F2'), step, null)).toEqual({ do: 'product', product: 'pln-prepaid' });
      expect(commandFor(press('F6'), step, null)).toEqual({ do: 'product', product: 'pdam' });
      expect(commandFor(press('F7'), step, null)).toEqual({ do: 'open', place: 'products' });
      expect(commandFor(press('F8'), step, null)).toEqual({ do: 'open', place: 'services' });
    }
    expect(commandFor(press('F7', { ctrl: true }), 'number', null)).toBeNull();
  });

  it('asks about an uncertain payment at the counter and in the list of them, nowhere else', () => {
    const check = press('t', { ctrl: true });
    expect(commandFor(check, 'done', null)).toEqual({ do: 'check' });
    expect(commandFor(check, 'number', 'unresolved')).toEqual({ do: 'check' });
    expect(commandFor(check, 'number', 'take-for-final')).toBeNull();
    expect(commandFor(press('t'), 'done', null)).toBeNull();
    expect(commandFor(press('b', { ctrl: true }), 'number', 'unresolved')).toBeNull();
  });

  it('has keys of its own in the list of what is not certain', () => {
    const inList = (key: string) => commandFor(press(key, { ctrl: true }), 'number', 'unresolved');
    expect(inList('l')).toEqual({ do: 'look' });
    expect(inList('d')).toEqual({ do: 'decide' });
    expect(inList('e')).toEqual({ do: 'interim' });
    expect(inList('o')).toEqual({ do: 'show-chosen' });
    expect(inList('j')).toEqual({ do: 'open', place: 'take-for-final' });
    expect(commandFor(press('d'), 'number', 'unresolved')).toBeNull();
    expect(commandFor(press('d', { ctrl: true }), 'number', 'resolve')).toBeNull();
    // At the counter the same key leads elsewhere.
    expect(commandFor(press('l', { ctrl: true }), 'number', null)).toEqual({ do: 'open', place: 'lots' });
  });

  it('notes down an outcome and prints an interim slip at the counter', () => {
    expect(commandFor(press('d', { ctrl: true }), 'done', null)).toEqual({ do: 'noted' });
    expect(commandFor(press('e', { ctrl: true }), 'done', null)).toEqual({ do: 'interim' });
  });

  it('leaves every key to a dialog that asks whether to pay again', () => {
    for (const key of ['Enter', 'p', '5', 'F1', 'Escape'])
      expect(commandFor(press(key), 'bill', 'confirm-again')).toBeNull();
  });

  it('tells of the receipt that is shown, and opens the printers', () => {
    const ctrl = (key: string) => commandFor(press(key, { ctrl: true }), 'done', null);
    expect(ctrl('u')).toEqual({ do: 'came-out' });
    expect(ctrl('f')).toEqual({ do: 'pdf' });
    expect(ctrl('h')).toEqual({ do: 'open', place: 'printers' });
    expect(commandFor(press('p', { ctrl: true }), 'number', 'unresolved')).toEqual({ do: 'print-list' });
    expect(commandFor(press('u', { ctrl: true }), 'number', 'unresolved')).toBeNull();
    expect(commandFor(press('h', { ctrl: true }), 'number', 'printers')).toBeNull();
    expect(commandFor(press('p'), 'number', 'printers')).toBeNull();
  });

  it('never clash: in no place do two keys mean the same, and none is one that fields edit with', () => {
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz,');
    for (const place of [null, 'unresolved', 'printers', 'settings'] as const) {
      const commands = letters.map((key) => commandFor(press(key, { ctrl: true }), 'done', place));
      const meant = commands.filter((command) => command !== null).map((command) => JSON.stringify(command));
      expect(new Set(meant).size).toBe(meant.length);
      for (const key of 'acvxyz') expect(commandFor(press(key, { ctrl: true }), 'done', place)).toBeNull();
    }
  });

  it('digits type cash at a bill and choose an amount at an offer', () => {
    expect(commandFor(press('5'), 'bill', null)).toBeNull();
    expect(commandFor(press('5'), 'number', null)).toBeNull();
    expect(commandFor(press('5'), 'offer', null)).toEqual({ do: 'denomination', index: 4 });
    expect(commandFor(press('2', { code: 'Numpad2' }), 'offer', null)).toEqual({
      do: 'denomination',
      index: 1,
    });
  });

  it('P and Alt+1 to 4 are cash, at a bill only', () => {
    expect(commandFor(press('p'), 'bill', null)).toEqual({ do: 'exact-cash' });
    expect(commandFor(press('p'), 'number', null)).toBeNull();
    expect(commandFor(press('¡', { code: 'Digit1', alt: true }), 'bill', null)).toEqual({
      do: 'quick-cash',
      index: 0,
    });
    expect(commandFor(press('5', { alt: true }), 'bill', null)).toBeNull();
  });

  it('Ctrl and a letter are places and receipts, not cash', () => {
    expect(commandFor(press('p', { ctrl: true }), 'bill', null)).toEqual({ do: 'reprint' });
    expect(commandFor(press(',', { ctrl: true }), 'bill', null)).toEqual({ do: 'open', place: 'settings' });
  });

  it('a held key means nothing, and a place keeps its own keys', () => {
    expect(commandFor(press('F1', { repeat: true }), 'number', null)).toBeNull();
    expect(commandFor(press('Escape'), 'number', 'settings')).toBeNull();
    expect(commandFor(press('F1'), 'number', 'settings')).toBeNull();
  });

  /** The key press of a combo as a keyboard makes it. */
  const pressOf = (combo: string): KeyPress => {
    const ctrl = combo.startsWith('Ctrl+');
    const key = ctrl ? combo.slice(5) : combo;
    return press(key.length === 1 ? key.toLowerCase() : key, { ctrl });
  };

  it('reach every action under any binding, and no key does two things in one place', () => {
    fc.assert(
      fc.property(bindings, (changed: KeyBindings) => {
        const keys = keysOf(changed);
        const meant = keyActions.map((action) =>
          JSON.stringify(commandWith(pressOf(keys[action]), 'bill', null, keys)),
        );
        expect(meant).not.toContain('null');
        expect(new Set(meant).size).toBe(keyActions.length);
        for (const step of ['number', 'asking', 'offer', 'paying', 'done'] as const)
          for (const action of keyActions.filter((each) => each !== 'exact-cash'))
            expect(commandWith(pressOf(keys[action]), step, null, keys)).not.toBeNull();
      }),
    );
  });

  it('leave Enter, digits, arrows and what fields edit with alone under any binding', () => {
    const alone = ['Enter', 'Tab', 'ArrowDown', 'ArrowLeft', 'Backspace', '0', '5'];
    fc.assert(
      fc.property(bindings, (changed: KeyBindings) => {
        const keys = keysOf(changed);
        for (const step of ['number', 'bill', 'done'] as const) {
          for (const key of alone) expect(commandWith(press(key), step, null, keys)).toBeNull();
          for (const key of 'acvxyz')
            expect(commandWith(press(key, { ctrl: true }), step, null, keys)).toBeNull();
        }
        // A letter is typed wherever there is something to type it into.
        for (const key of 'abcdefghijklmnopqrstuvwxyz')
          expect(commandWith(press(key), 'number', null, keys)).toBeNull();
        expect(commandWith(press('Escape'), 'bill', null, keys)).toEqual({ do: 'back' });
      }),
    );
  });

  it('say on their caps what they answer to: the shop’s key at the counter, the list’s own in a list', () => {
    const keys = keysOf({ check: 'F9', reprint: 'F10' });
    expect(keyShown('check', null, keys)).toBe('F9');
    expect(keyShown('check', 'unresolved', keys)).toBe('Ctrl+T');
    fc.assert(
      fc.property(
        bindings,
        fc.constantFrom(...keyActions),
        fc.constantFrom(null, 'unresolved' as const),
        (changed, action, place) => {
          const all = keysOf(changed);
          const shown = keyShown(action, place, all);
          const command = commandWith(pressOf(shown), 'bill', place, all);
          const isOfList = place !== null && (action === 'check' || action === 'interim');
          if (place === null || isOfList) expect(command).not.toBeNull();
        },
      ),
    );
  });

  it('are all in the list of all keys, each once, with words of its own', () => {
    const m = messagesFor('id');
    const listed = keyTable.flatMap(({ lines }) =>
      lines.flatMap((line) => ('action' in line ? [line.action] : [])),
    );
    expect(listed.toSorted()).toEqual([...keyActions].toSorted());
    const words = keyActions.map((action) => actionWords(action, m));
    expect(new Set(words).size).toBe(keyActions.length);
    for (const action of keyActions) expect(words).not.toContain(action);
  });

  it('are read as a shop’s settings write them', () => {
    expect(comboOf(press('p', { ctrl: true }))).toBe('Ctrl+P');
    expect(comboOf(press('P'))).toBe('P');
    expect(comboOf(press('F12'))).toBe('F12');
    expect(comboOf(press('F12', { ctrl: true }))).toBeUndefined();
    expect(comboOf(press('p', { ctrl: true, alt: true }))).toBeUndefined();
    for (const key of ['Enter', 'Escape', '7', 'ArrowUp', 'Tab', ' '])
      expect(comboOf(press(key))).toBeUndefined();
    expect(mayBeOn('reprint', 'R')).toBe(false);
  });

  it('are the shop’s in the words of the screen', () => {
    const m = messagesFor('id', 'Teleanjar', keysOf({ settings: 'F9', 'exact-cash': 'U' }));
    expect(m.product.nothingSold).toContain('(F9)');
    expect(m.cash.needsCash).toContain('atau U untuk');
    expect(JSON.stringify(m)).not.toContain('Ctrl+,');
  });
});
