import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerKindOf } from '../../../electron/billers/teleanjar/account.ts';
import { isAllowedAddress, isLoopback } from '../../../electron/billers/wire.ts';

describe('an address that a biller may be called at', () => {
  it.each([
    'https://host.example/tele-api-v2/h2h/trx',
    'https://host.example:8443/',
    'https://localhost/',
    'https://10.0.0.1/',
    'http://127.0.0.1/',
    'http://127.0.0.1:8080/h2h/trx',
    'http://127.1.2.3:1/',
    'http://[::1]:8080/',
    // The URL parser turns these into 127.0.0.1 before anybody connects.
    'http://127.1/',
    'http://0x7f000001/',
    'http://2130706433/',
  ])('may be %s', (address) => {
    expect(isAllowedAddress(new URL(address))).toBe(true);
  });

  it.each([
    'http://host.example/',
    'http://localhost/',
    'http://localhost:8080/',
    'http://LOCALHOST/',
    'http://127.0.0.1.evil.example/',
    'http://127-0-0-1.example/',
    'http://evil.example/127.0.0.1',
    'http://127.0.0.1@evil.example/',
    'http://user@127.0.0.1/',
    'http://user:pass@127.0.0.1/',
    'https://user@host.example/',
    'https://:pass@host.example/',
    'http://126.0.0.1/',
    'http://128.0.0.1/',
    'http://0.0.0.0/',
    'http://10.0.0.1/',
    'http://192.168.1.1/',
    'http://[::]/',
    'http://[::2]/',
    'http://[fe80::1]/',
    'ftp://127.0.0.1/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/plain,x',
    'app://loket/',
  ])('is never %s', (address) => {
    expect(isAllowedAddress(new URL(address))).toBe(false);
  });

  it('by http is this machine and nothing else, whatever the number', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const address = new URL(`http://${ip}/`);
        expect(isAllowedAddress(address)).toBe(ip.startsWith('127.'));
        expect(isLoopback(address)).toBe(ip.startsWith('127.'));
      }),
    );
    fc.assert(
      fc.property(fc.domain(), (domain) => {
        fc.pre(URL.canParse(`https://${domain}/`));
        expect(isAllowedAddress(new URL(`http://${domain}/`))).toBe(false);
        expect(isAllowedAddress(new URL(`https://${domain}/`))).toBe(true);
      }),
    );
  });
});

describe('the kind of ledger at an address of Teleanjar', () => {
  it.each([
    ['https://host.example/tele-api-v2/h2h/trx', 'live'],
    ['https://host.example/tele-api-v2/h2h/trx/', 'live'],
    ['https://host.example/', 'live'],
    ['https://sandbox.example/trx', 'live'],
    ['https://trxdev.example/trx', 'live'],
    ['https://host.example/trx?trxdev', undefined],
    ['https://host.example/trx#/trxdev', undefined],
    ['https://host.example/trxdevice', 'live'],
    ['https://host.example/mytrxdev/trx', 'live'],
    ['https://host.example/TRXDEV', 'live'],
    ['https://localhost/trx', 'sandbox'],
    ['https://loket.localhost/trx', 'sandbox'],
    ['https://0.0.0.0/trx', 'sandbox'],
    ['https://notlocalhost/trx', 'live'],
    ['https://host.example/tele-api-v2/h2h/trxdev', 'sandbox'],
    ['https://host.example/trxdev/', 'sandbox'],
    ['https://host.example/trxdev/inquiry', 'sandbox'],
    ['http://127.0.0.1:8080/h2h/trx', 'sandbox'],
    ['https://127.0.0.1/h2h/trx', 'sandbox'],
    ['http://[::1]/trx', 'sandbox'],
    ['http://host.example/trxdev', undefined],
    ['https://user@host.example/trxdev', undefined],
    ['host.example/trx', undefined],
    ['not an address', undefined],
    ['', undefined],
  ])('%s is %s', (address, kind) => {
    expect(ledgerKindOf(address)).toBe(kind);
  });
});
