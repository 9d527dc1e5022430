import { describe, expect, it } from 'vitest';
import { accessOf } from '../../../../electron/billers/teleanjar/account.ts';
import { form } from '../../../../electron/billers/teleanjar/form.ts';

const secrets = { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' };
const at = (baseUrl: string) => ({ ...form.defaults, baseUrl });
const base = 'https://host.example:8443/tele-api-v2/h2h/trx';

describe('an account', () => {
  it('is called at its address, whatever stands at the end of it', () => {
    for (const ending of ['', '/', '//']) {
      const access = accessOf(at(`${base}${ending}`), secrets);
      expect(access?.address('inquiry').href).toBe(`${base}/inquiry`);
      expect(access?.address('payment').href).toBe(`${base}/payment`);
      expect(access?.address('cek_status').href).toBe(`${base}/cek_status`);
    }
  });

  it.each(['', 'host.example/trx', 'http://host.example/trx', `${base}?x=1`, `${base}?`, `${base}#`])(
    'is not there at the address "%s"',
    (baseUrl) => {
      expect(accessOf(at(baseUrl), secrets)).toBeUndefined();
    },
  );

  it('is not there until each of its secrets is', () => {
    expect(accessOf(at(base), undefined)).toBeUndefined();
    for (const key of Object.keys(secrets)) {
      expect(accessOf(at(base), { ...secrets, [key]: '' }), key).toBeUndefined();
      const { [key]: _left, ...others } = secrets as Record<string, string>;
      expect(accessOf(at(base), others), key).toBeUndefined();
    }
  });

  it('is named in the ledger by host and a fingerprint that tells nothing of it', () => {
    const named = accessOf(at(base), secrets)?.account;
    expect(named?.host).toBe('host.example:8443');
    expect(named?.account).toMatch(/^[0-9a-f]{16}$/);
    const again = accessOf(at(base), { ...secrets, password: 'other', apiKey: 'other' })?.account;
    expect(again).toEqual(named);
    expect(accessOf(at(base), { ...secrets, username: 'demo2' })?.account).not.toEqual(named);
    expect(accessOf(at(base), { ...secrets, uuid: 'PARTNER02' })?.account).not.toEqual(named);
  });
});
