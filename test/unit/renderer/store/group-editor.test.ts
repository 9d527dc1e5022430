import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createGroupEditor, type GroupEditor } from '../../../../renderer/store/group-editor.ts';
import { draftOf, emptyDraft, readMember } from '../../../../renderer/store/member-draft.ts';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import { memberSchema } from '../../../../shared/lot/group.ts';
import { defaultNumberRules } from '../../../../shared/products.ts';
import { err, ok } from '../../../../shared/result.ts';
import { unexpected } from './counter-driver.ts';

const city = (code: string) => ({ product: 'pdam' as const, code, name: `PDAM ${code}`, asks: [] });
const rules = {
  catalogue: [
    {
      product: 'pln-postpaid' as const,
      biller: 'teleanjar',
      billerName: 'Teleanjar',
      services: [{ product: 'pln-postpaid' as const, code: 'PLN', name: 'PLN', asks: [] }],
    },
    {
      product: 'pln-prepaid' as const,
      biller: 'teleanjar',
      billerName: 'Teleanjar',
      services: [{ product: 'pln-prepaid' as const, code: 'TOKEN', name: 'Token', asks: [] }],
    },
    { product: 'pdam' as const, biller: 'iak', billerName: 'IAK', services: [city('SBY'), city('YK')] },
    {
      product: 'bpjs' as const,
      biller: 'iak',
      billerName: 'IAK',
      services: [{ product: 'bpjs' as const, code: 'BPJS', name: 'BPJS', asks: ['months' as const] }],
    },
  ],
  numberRules: defaultNumberRules,
  thisYear: 2026,
};
const draft = (number: string, part = {}) => ({ ...emptyDraft('pln-postpaid'), number, ...part });

describe('a member as it is typed', () => {
  it('is read by the rules of the counter', () => {
    expect(readMember(draft('5300 0000-0001', { note: ' toko ' }), rules)).toMatchObject({
      ok: true,
      value: { number: '530000000001', service: null, denomination: null, note: 'toko' },
    });
    expect(readMember(draft('53'), rules)).toEqual(err('number'));
    expect(readMember({ ...emptyDraft('telkom-pstn'), number: '0274530002' }, rules)).toEqual(err('product'));
    const water = { ...emptyDraft('pdam'), number: '10202001' };
    expect(readMember(water, rules)).toEqual(err('service'));
    expect(readMember({ ...water, service: 'YK' }, rules)).toMatchObject({
      ok: true,
      value: { service: 'YK' },
    });
    const token = { ...emptyDraft('pln-prepaid'), number: '53000000001' };
    expect(readMember(token, rules)).toEqual(err('denomination'));
    expect(readMember({ ...token, denomination: '0' }, rules)).toEqual(err('denomination'));
    const health = { ...emptyDraft('bpjs'), number: '8801234560001' };
    expect(readMember({ ...health, extras: { months: '25' } }, rules)).toEqual(err('months'));
    expect(readMember(health, rules)).toMatchObject({ ok: true, value: { extras: { months: 1 } } });
  });

  it('whatever is typed: what is read is a member, and is read the same again', () => {
    const typed = fc.record({
      product: fc.constantFrom('pln-postpaid', 'pln-prepaid', 'pdam', 'bpjs'),
      service: fc.constantFrom(null, 'SBY', 'YK', 'nowhere'),
      number: fc.oneof(fc.string({ maxLength: 40 }), fc.stringMatching(/^\d{11,13}$/)),
      extras: fc.record({ months: fc.constantFrom('', '1', '24', '99') }),
      denomination: fc.constantFrom('', '0', '50000', '1000000'),
      note: fc.string({ maxLength: 60 }),
    });
    fc.assert(
      fc.property(typed, (each) => {
        const read = readMember(each, rules);
        if (!read.ok) return;
        expect(memberSchema.safeParse(read.value).success).toBe(true);
        expect(readMember(draftOf(read.value), rules)).toEqual(read);
      }),
    );
  });
});

const editorWith = (part: Partial<LoketBridge> = {}): GroupEditor =>
  createGroupEditor(
    { group: unexpected, saveGroup: unexpected, importGroup: unexpected, exportGroup: unexpected, ...part },
    'pln-postpaid',
  );
const edit = (editor: GroupEditor) => editor.store.getState();
function put(editor: GroupEditor, ...numbers: readonly string[]): void {
  for (const number of numbers) {
    editor.typeMember({ number });
    editor.take(rules);
  }
}
const order = (editor: GroupEditor) => edit(editor).members.map(({ number }) => number.slice(-1));

describe('a group that is edited', () => {
  it('takes members, changes, moves and removes them, and none of it loses another', () => {
    const editor = editorWith();
    put(editor, '530000000001', '530000000002', '530000000003', '53');
    expect(order(editor)).toEqual(['1', '2', '3']);
    expect(edit(editor)).toMatchObject({ fault: 'number', draft: { number: '53' } });
    editor.lookAt(2);
    editor.shift(-1);
    editor.shift(-1);
    editor.shift(-1);
    expect(order(editor)).toEqual(['3', '1', '2']);
    editor.edit(1);
    put(editor, '530000000009');
    expect(order(editor)).toEqual(['3', '9', '2']);
    editor.remove(0);
    expect(order(editor)).toEqual(['9', '2']);
  });

  it('is left with a warning first where it is not saved, and at once where it is', async () => {
    const editor = editorWith({ saveGroup: () => Promise.resolve(ok(4)) });
    await editor.open(null);
    expect(editor.back()).toBe(false);
    put(editor, '530000000001');
    expect(editor.back()).toBe(true);
    expect(edit(editor).note).toEqual({ kind: 'unsaved' });
    put(editor, '530000000002');
    expect(editor.back()).toBe(true);
    expect(editor.back()).toBe(false);
    await editor.save();
    expect(edit(editor).note).toEqual({ kind: 'name-missing' });
    editor.type({ name: ' RT 05 ' });
    await editor.save();
    expect(edit(editor)).toMatchObject({ number: 4, name: 'RT 05', isChanged: false });
    expect(editor.back()).toBe(false);
  });

  it('is saved before a table goes into it or comes out of it, and a refusal stops that', async () => {
    const saveGroup = vi.fn<LoketBridge['saveGroup']>(() => Promise.resolve(err({ code: 'name-taken' })));
    const editor = editorWith({ saveGroup });
    editor.type({ name: 'RT 05' });
    put(editor, '530000000001');
    await editor.import();
    await editor.export('csv');
    expect(saveGroup).toHaveBeenCalledTimes(2);
    expect(edit(editor).note).toEqual({ kind: 'problem', code: 'name-taken' });
  });

  it('that is empty is made of a table, and shows what was taken and what was not', async () => {
    const bad = { line: 4, code: 'bad-number', text: '12' } as const;
    const importGroup = vi.fn<LoketBridge['importGroup']>(() =>
      Promise.resolve(ok({ group: 5, added: 1, bad: [bad], badRows: 1 })),
    );
    const member = memberSchema.parse({
      product: 'pln-postpaid',
      service: null,
      number: '530000000001',
      extras: {},
      denomination: null,
      note: '',
    });
    const group: LoketBridge['group'] = ({ group: number }) =>
      Promise.resolve(ok({ number, name: 'RT 05', collector: 'Karto', members: [member] }));
    const editor = editorWith({ importGroup, group });
    await editor.import();
    expect(edit(editor).note).toEqual({ kind: 'name-missing' });
    editor.type({ name: 'RT 05', collector: 'Karto' });
    await editor.import();
    expect(importGroup).toHaveBeenCalledExactlyOnceWith({
      into: { kind: 'new', name: 'RT 05', collector: 'Karto' },
    });
    expect(edit(editor)).toMatchObject({ number: 5, members: [member], imported: { added: 1, bad: [bad] } });
    expect(editor.back()).toBe(true);
    expect(edit(editor).imported).toBeNull();
  });
});
