import { describe, expect, it } from 'vitest';
import {
  billCheck,
  checkBalance,
  ledgerKindOf,
  priceListOf,
} from '../../../../electron/billers/iak/address.ts';

describe('what payments at an address are', () => {
  it('never live on this machine or at the development host, live everywhere else', () => {
    const kinds = {
      'https://testpostpaid.mobilepulsa.net': 'sandbox',
      'https://testpostpaid.mobilepulsa.net/': 'sandbox',
      'https://TESTPOSTPAID.mobilepulsa.net.:8443/x': 'sandbox',
      'http://127.0.0.1:8080': 'sandbox',
      'https://localhost:8443': 'sandbox',
      'http://[::1]:80': 'sandbox',
      'https://mobilepulsa.net': 'live',
      'https://mobilepulsa.net:8443': 'live',
      'https://testpostpaid.mobilepulsa.net.example.com': 'live',
      'https://xtestpostpaid.mobilepulsa.net': 'live',
      'https://example.com/testpostpaid.mobilepulsa.net': 'live',
    };
    for (const [address, kind] of Object.entries(kinds)) expect(ledgerKindOf(address), address).toBe(kind);
  });

  it('nothing where it is no address or must not be called', () => {
    for (const address of [
      '',
      'mobilepulsa.net',
      'http://mobilepulsa.net',
      'http://localhost:80',
      'ftp://mobilepulsa.net',
      'https://user:pw@mobilepulsa.net',
      'https://mobilepulsa.net/?a=b',
      'https://mobilepulsa.net/?',
      'https://mobilepulsa.net/#x',
      'javascript:alert(1)',
    ]) {
      expect(ledgerKindOf(address), address).toBeUndefined();
    }
  });
});

describe('where calls go', () => {
  it('is one path, and one a type for price lists, however the address ends', () => {
    for (const base of ['https://mobilepulsa.net', 'https://mobilepulsa.net/', 'https://mobilepulsa.net//']) {
      expect(billCheck(new URL(base)).href).toBe('https://mobilepulsa.net/api/v1/bill/check');
      expect(priceListOf(new URL(base), 'pln').href).toBe('https://mobilepulsa.net/api/v1/bill/check/pln');
    }
  });

  it('for the deposit is the prepaid API that belongs to the host, and nowhere where we know none', () => {
    const at = (base: string) => checkBalance(new URL(base))?.href;
    expect(at('https://testpostpaid.mobilepulsa.net')).toBe('https://prepaid.iak.dev/api/check-balance');
    expect(at('https://mobilepulsa.net')).toBe('https://prepaid.iak.id/api/check-balance');
    expect(at('http://127.0.0.1:8080')).toBe('http://127.0.0.1:8080/api/check-balance');
    expect(at('https://relay.example.com')).toBeUndefined();
  });
});
