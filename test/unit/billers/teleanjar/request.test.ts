import { describe, expect, it } from 'vitest';
import { signRequest } from '../../../../electron/billers/teleanjar/request.ts';
import { instant, parseDateTime } from '../../../../shared/time.ts';

const credentials = { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' };
const values = ['TELE-PLN-POSTPAID', '123456789012'];
const at = parseDateTime('2018-05-30 15:02:26', 'WIB') ?? instant(0);

describe('a request to Teleanjar', () => {
  it('has the fields, the encoding and the signature of the published vectors', () => {
    expect(JSON.parse(signRequest(credentials, 'pipe', values, at).body)).toEqual({
      uuid: 'PARTNER01',
      ppid: 'ZGVtb3xzZWNyZXQ=',
      udata: 'VEVMRS1QTE4tUE9TVFBBSUR8MTIzNDU2Nzg5MDEy',
      dtime: '2018-05-30 15:02:26',
      ket: '',
      'X-API-KEY': 'KEY123',
      signature: '6ac97169ad90b09ee188f4dbb9acc89c',
    });
  });

  it('writes its time in Jakarta’s zone, with colons, whatever the zone of the PC', () => {
    const body = JSON.parse(signRequest(credentials, 'pipe', values, instant(0)).body);
    expect(body).toMatchObject({ dtime: '1970-01-01 07:00:00' });
  });

  it('joins by a blank where the profile says so, and signs what it joined', () => {
    const { ppid, udata, signature } = JSON.parse(signRequest(credentials, 'blank', values, at).body);
    expect(Buffer.from(ppid, 'base64').toString()).toBe('demo secret');
    expect(Buffer.from(udata, 'base64').toString()).toBe('TELE-PLN-POSTPAID 123456789012');
    expect(signature).toMatch(/^[0-9a-f]{32}$/);
    expect(signature).not.toBe('6ac97169ad90b09ee188f4dbb9acc89c');
  });

  it('is kept without anything secret, and with what a dispute needs', () => {
    const redacted = signRequest(credentials, 'pipe', values, at).redacted.replaceAll('[secret]', '');
    for (const secret of [...Object.values(credentials), 'ZGVtb3xzZWNyZXQ=', '6ac97169ad90b09e']) {
      expect(redacted).not.toContain(secret);
    }
    expect(redacted).toContain('VEVMRS1QTE4tUE9TVFBBSUR8MTIzNDU2Nzg5MDEy');
    expect(redacted).toContain('2018-05-30 15:02:26');
  });
});
