import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepsAccount } from '../../../electron/app/keeps-account.ts';
import type { Account } from '../../../electron/billers/biller.ts';
import { billerDefinitions } from '../../../electron/billers/registry.ts';
import type { BillerSecrets } from '../../../shared/biller-profile.ts';

const log = { fault: () => undefined, note: () => undefined };

/** An account of each biller, the same with all else of it changed, and another. */
const accounts = {
  teleanjar: {
    secrets: { uuid: 'P1', username: 'loket', password: 'one', apiKey: 'A' },
    rotated: { uuid: 'P1', username: 'loket', password: 'two', apiKey: 'B' },
    other: { uuid: 'P1', username: 'loket2', password: 'one', apiKey: 'A' },
  },
  iak: {
    secrets: { username: '0812', apiKey: 'A' },
    rotated: { username: '0812', apiKey: 'B' },
    other: { username: '0813', apiKey: 'A' },
  },
} as const;

describe.each(billerDefinitions)('$form.name', (definition) => {
  const { secrets, rotated, other } = accounts[definition.form.id as keyof typeof accounts];
  const standing = { ...definition.form.defaults, baseUrl: 'https://host.example/trx' };
  const account = definition.connect({ profile: standing, credentials: () => secrets }).account();
  if (account === undefined) throw new Error('no account');

  const keeps = (
    baseUrl: string,
    given: BillerSecrets | null,
    open: readonly Account[],
    stored: BillerSecrets | undefined = secrets,
  ): boolean =>
    keepsAccount(
      definition,
      { standing, profile: { ...standing, baseUrl }, secrets: given },
      { vault: { credentials: () => stored }, openAccounts: () => open, log },
    );

  it('may have its account again, and a new key, while a payment of it is open', () => {
    expect(keeps(standing.baseUrl, secrets, [account])).toBe(true);
    expect(keeps(standing.baseUrl, rotated, [account, account])).toBe(true);
    expect(keeps('https://host.example/other', null, [account])).toBe(true);
  });

  it('may have no other, nor another host', () => {
    expect(keeps(standing.baseUrl, other, [account])).toBe(false);
    expect(keeps('https://host.example:444/trx', rotated, [account])).toBe(false);
    expect(keeps('https://elsewhere.example/trx', secrets, [account])).toBe(false);
    expect(keeps('', null, [account])).toBe(false);
    expect(keeps('https://host.example/other', null, [account], {})).toBe(false);
  });

  it('may have anything while none is open, and is let be where nothing of it changes', () => {
    expect(keeps('https://elsewhere.example/trx', other, [])).toBe(true);
    expect(keeps(standing.baseUrl, null, [{ host: 'before.example', account: 'gone' }])).toBe(true);
  });

  it('keeps every open account or is not changed', () => {
    const some = fc.constantFrom(account, { ...account, host: 'a.example' }, { ...account, account: 'b' });
    fc.assert(
      fc.property(fc.array(some), (open) => {
        const isSame = open.every((each) => each === account);
        expect(keeps(standing.baseUrl, rotated, open)).toBe(isSame);
      }),
    );
  });
});
