import { describe, expect, it } from 'vitest';
import { commandFor, type KeyPress } from '../../../../renderer/features/keys/key-map.ts';

const press = (key: string, part: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : key,
  ctrl: false,
  alt: false,
  repeat: false,
  ...part,
});

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
    expect(commandFor(press('l', { ctrl: true }), 'number', null)).toBeNull();
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
});
