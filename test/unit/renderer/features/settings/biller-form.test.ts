import { describe, expect, it } from 'vitest';
import {
  billerDraftOf,
  isChanged,
  readBillerDraft,
  sectionsOf,
  withoutSecrets,
  type BillerDraft,
} from '../../../../../renderer/features/settings/biller-form.ts';
import { addServices } from '../../../../../renderer/features/settings/services-form.ts';
import { requests } from '../../../../../shared/contract/contract.ts';
import { form, fresh, pdam, stored } from './stored-biller.ts';

const draft = billerDraftOf(stored);
const secrets = { user: 'u', key: 'k' };
const faultsOf = (part: Partial<BillerDraft>, of = stored) => {
  const read = readBillerDraft(of, { ...billerDraftOf(of), ...part });
  return read.ok ? [] : read.error;
};

describe("a biller's form", () => {
  it('gives back what it was made from, and keeps the stored secrets where none are typed', () => {
    expect(readBillerDraft(stored, draft)).toEqual({
      ok: true,
      value: { biller: 'contoh', profile: stored.profile, secrets: null },
    });
  });

  it('only gives what main accepts', () => {
    const read = readBillerDraft(stored, { ...draft, baseUrl: ' https://biller.example/v2 ', secrets });
    expect(read.ok && requests.saveBiller.input.safeParse(read.value).success).toBe(true);
    expect(read).toMatchObject({ value: { profile: { baseUrl: 'https://biller.example/v2' }, secrets } });
  });

  it('never has a secret in it that nobody typed, and none after it was sent', () => {
    expect(Object.values(draft.secrets)).toEqual(['', '']);
    expect(withoutSecrets(form, { ...draft, secrets }).secrets).toEqual({ user: '', key: '' });
  });

  it('sends all the secrets, or says so', () => {
    expect(faultsOf({ secrets: { user: 'u', key: '' } })).toEqual([
      { section: 'account', field: 'secrets', code: 'incomplete' },
    ]);
  });

  it('asks for the secrets again where the address moves to another host', () => {
    const elsewhere = { baseUrl: 'https://other.example/api' };
    expect(faultsOf(elsewhere)).toEqual([{ section: 'account', field: 'secrets', code: 'moved' }]);
    expect(faultsOf({ ...elsewhere, secrets })).toEqual([]);
    expect(faultsOf(elsewhere, fresh)).toEqual([]);
    expect(faultsOf({ baseUrl: 'https://biller.example/another/path' })).toEqual([]);
  });

  it('lets a biller be put out of use, but takes no secrets for nowhere', () => {
    expect(faultsOf({ baseUrl: ' ' })).toEqual([]);
    expect(faultsOf({ baseUrl: '', secrets })).toEqual([
      { section: 'account', field: 'baseUrl', code: 'required' },
    ]);
  });

  it.each(['biller.example/api', 'ftp://biller.example', 'https://', 'https://a b/c'])(
    'takes %j for no address',
    (baseUrl) => {
      expect(faultsOf({ baseUrl, secrets })).toEqual([
        { section: 'account', field: 'baseUrl', code: 'no-address' },
      ]);
    },
  );

  it('takes along a final answer that is typed and not yet in the list, or refuses it', () => {
    const read = readBillerDraft(stored, { ...draft, nextAnswer: ' SALDO KURANG ' });
    expect(read).toMatchObject({ value: { profile: { finalAnswers: ['0014', 'SALDO KURANG'] } } });
    expect(faultsOf({ nextAnswer: '0068' })).toEqual([{ section: 'final-answers', code: 'never' }]);
  });

  it('names every fault at once, with its place', () => {
    const services = addServices(draft.services, [{ ...pdam, code: 'a b', name: ' ' }]);
    const route = { ...draft.route, proxy: 'squid' };
    expect(faultsOf({ baseUrl: 'x', secrets, services, route })).toEqual([
      { section: 'account', field: 'baseUrl', code: 'no-address' },
      { section: 'services', row: 2, field: 'code', code: 'bad-code' },
      { section: 'services', row: 2, field: 'name', code: 'required' },
      { section: 'route', field: 'proxy' },
    ]);
  });

  it('holds no more codes than main takes', () => {
    const many = Array.from({ length: 399 }, (_, at) => ({ ...pdam, code: `P.${at}` }));
    expect(faultsOf({ services: addServices([], many) })).toEqual([]);
    const services = addServices(draft.services, many);
    expect(faultsOf({ services })).toEqual([{ section: 'services', field: 'table', code: 'full' }]);
  });

  it('knows whether anything was typed that is not stored', () => {
    expect(isChanged({ ...draft, baseUrl: `${draft.baseUrl} ` }, draft)).toBe(false);
    for (const part of [
      { baseUrl: 'https://other.example' },
      { options: { format: 'json' } },
      { secrets: { user: 'u', key: '' } },
      { services: draft.services.slice(1) },
      { finalAnswers: [] },
      { nextAnswer: '1' },
      { route: { ...draft.route, pin: 'x' } },
    ]) {
      expect(isChanged({ ...draft, ...part }, draft), JSON.stringify(part)).toBe(true);
    }
  });

  it('offers an option as the biller ships it where it was never chosen', () => {
    const before = { ...stored, profile: { ...stored.profile, options: {} } };
    expect(billerDraftOf(before).options).toEqual({ format: 'json' });
  });

  it('has final answers only where the biller leaves them to the owner', () => {
    expect(sectionsOf(form)).toContain('final-answers');
    const fixed = { ...form, finalAnswers: { editable: false, never: [] } };
    expect(sectionsOf(fixed)).toEqual(['account', 'services', 'route']);
  });
});
