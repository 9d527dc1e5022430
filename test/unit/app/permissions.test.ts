import { describe, expect, it } from 'vitest';
import {
  changesOnlyTheLook,
  guardHandlers,
  permissions,
  refusalOf,
} from '../../../electron/app/permissions.ts';
import { requestNames, type RequestName } from '../../../shared/contract/channels.ts';
import { requests, type RequestHandlers } from '../../../shared/contract/contract.ts';
import { rupiah } from '../../../shared/money.ts';
import type { ShopSettings } from '../../../shared/settings.ts';
import { staffIdSchema, type StaffMember } from '../../../shared/staff/staff.ts';
import { plainShop } from '../../fixtures/shop.ts';

type Who = 'nobody' | 'cashier' | 'supervisor' | 'nobody signs in here';
const everybody: readonly Who[] = ['nobody', 'cashier', 'supervisor', 'nobody signs in here'];
const id = staffIdSchema.parse('0a1b2c3d');

/** Handlers that only say that they were reached. */
function guarded(who: Who) {
  const reached: RequestName[] = [];
  const handlers = Object.fromEntries(
    requestNames.map((name) => [
      name,
      () => {
        reached.push(name);
        return { ok: true, value: undefined };
      },
    ]),
  ) as unknown as RequestHandlers;
  const present: StaffMember | null =
    who === 'cashier' || who === 'supervisor' ? { id, name: 'Sari', role: who } : null;
  const attendance = { signsIn: () => who !== 'nobody signs in here', present: () => present };
  return { reached, guarded: guardHandlers(handlers, { attendance, shop: () => plainShop }) };
}

/** What a page's script gets that makes a request: its answer, or that there was none. */
async function make(who: Who, name: RequestName, input: unknown): Promise<unknown> {
  const bench = guarded(who);
  const handler: (input: never) => unknown = bench.guarded[name];
  const attempt = async () => handler(input as never);
  const answer = await attempt().catch(() => 'rejected');
  const isReached = JSON.stringify(answer) === '{"ok":true}';
  expect(bench.reached).toEqual(isReached ? [name] : []);
  return isReached ? 'done' : answer;
}

/** A shop's settings that are not those of now. */
const otherShop: ShopSettings = { ...plainShop, lockAfterMinutes: plainShop.lockAfterMinutes + 1 };
const inputOf = (name: RequestName): unknown => (name === 'saveShopSettings' ? otherShop : undefined);

const allowed = (who: Who, name: RequestName): boolean =>
  ({
    nobody: permissions[name] === 'anybody',
    cashier: permissions[name] !== 'supervisor',
    supervisor: true,
    'nobody signs in here': true,
  })[who];

describe.each(everybody)('%s', (who) => {
  it.each(requestNames)('makes %s where it is theirs, and reaches nothing where it is not', async (name) => {
    const answer = await make(who, name, inputOf(name));
    if (allowed(who, name)) return expect(answer).toBe('done');
    const needed = permissions[name];
    if (needed === 'anybody') throw new Error('refused what everybody may');
    const code = refusalOf(name, needed);
    expect(answer).toEqual(code === undefined ? 'rejected' : { ok: false, error: { code } });
    if (code !== undefined) expect(requests[name].error.safeParse({ code }).success).toBe(true);
    return undefined;
  });
});

describe('a refusal', () => {
  const codes = (names: readonly RequestName[], needed: 'signed-in' | 'supervisor') => [
    ...new Set(names.map((name) => refusalOf(name, needed))),
  ];

  it('of a sale or of the shift says that nobody is signed in', () => {
    expect(codes(['inquire', 'chooseDenomination', 'tender', 'pay'], 'signed-in')).toEqual(['signed-out']);
    expect(codes(['openShift', 'moveCash', 'refund', 'closeShift', 'printX', 'printZ'], 'signed-in')).toEqual(
      ['signed-out'],
    );
  });

  it('of a setting says that a supervisor is needed', () => {
    expect(
      codes(['saveShopSettings', 'savePrinting', 'saveBiller', 'preferBiller', 'switchLedger'], 'supervisor'),
    ).toEqual(['needs-supervisor']);
  });
});

describe('the shop’s settings', () => {
  it('are the supervisor’s, but for the language and the look, which are everybody’s, also at a locked screen', async () => {
    const looks: ShopSettings = { ...plainShop, language: 'en', theme: 'dark' };
    for (const who of everybody) expect(await make(who, 'saveShopSettings', looks)).toBe('done');
    for (const who of ['nobody', 'cashier'] as const)
      expect(await make(who, 'saveShopSettings', { ...otherShop, language: 'en' })).toEqual({
        ok: false,
        error: { code: 'needs-supervisor' },
      });
  });

  it('of which any but those two differ are more than the look', () => {
    const changed: { readonly [Key in keyof ShopSettings]: ShopSettings[Key] } = {
      language: 'en',
      theme: 'dark',
      shop: { name: 'Other', address: '' },
      slip: { ...plainShop.slip, footer: 'Thanks' },
      numberRules: {
        ...plainShop.numberRules,
        bpjs: { alphabet: 'letters-and-digits', minLength: 1, maxLength: 20 },
      },
      pictureFolder: '/elsewhere',
      backupFolder: '/elsewhere',
      day: { zone: 'WIT', cutMinutes: 60 },
      fees: { bpjs: rupiah(500) },
      rounding: { step: 500, to: 'up' },
      keepsTill: !plainShop.keepsTill,
      lockAfterMinutes: plainShop.lockAfterMinutes + 1,
      lowDeposit: rupiah(1),
      sounds: !plainShop.sounds,
      lotAsksAtOnce: 8,
      basketRecap: !plainShop.basketRecap,
      keys: { lock: 'Ctrl+L' },
    };
    for (const key of Object.keys(changed) as (keyof ShopSettings)[]) {
      const onlyLook = key === 'language' || key === 'theme';
      expect([key, changesOnlyTheLook(plainShop, { ...plainShop, [key]: changed[key] })]).toEqual([
        key,
        onlyLook,
      ]);
    }
  });
});

describe('at a locked counter', () => {
  it('nothing is answered but what the locked screen shows, and what unlocks it', () => {
    expect(requestNames.filter((name) => permissions[name] === 'anybody').toSorted()).toEqual([
      'a4Document',
      'catalogue',
      'changeStaff',
      'counterState',
      'leaveKiosk',
      'lock',
      'paper',
      'settings',
      'signIn',
      'staff',
      'unlockVault',
    ]);
  });
});
