import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signRequest } from '../../../../electron/billers/teleanjar/request.ts';
import { shownText } from '../../../../electron/billers/teleanjar/response-code.ts';
import { withoutSecrets } from '../../../../electron/billers/teleanjar/without-secrets.ts';
import { instant } from '../../../../shared/time.ts';

const secrets = {
  uuid: 'PARTNER/01',
  username: 'warung"siti',
  password: 'rahasia sekali',
  apiKey: 'KUNCI/99+x',
};

const hidden = withoutSecrets(secrets);

describe('words without secrets', () => {
  it('have nothing of a request that is repeated in them, wherever they are cut', () => {
    const { body } = signRequest(secrets, 'pipe', ['TELE-PLN-POSTPAID', '530000000001'], instant(0));
    const { ppid, signature } = JSON.parse(body) as { readonly ppid: string; readonly signature: string };
    for (let before = 0; before <= 300; before += 1) {
      const words = shownText(hidden(' '.repeat(before) + body));
      for (const secret of [...Object.values(secrets), ppid, signature]) {
        expect(words).not.toContain(secret.slice(0, 5));
        expect(words).not.toContain(JSON.stringify(secret).slice(1, 7));
      }
    }
  });

  it('are never longer than what is kept, also where blanking made them longer', () => {
    const text = 'kata '.repeat(200);
    const longer = withoutSecrets({ ...secrets, password: 'kata' })(text);
    expect(longer.length).toBeGreaterThan(text.length);
    expect(shownText(longer)).toHaveLength(300);
  });

  it('know ppid with either separator, a slash as PHP writes it, and any letters', () => {
    for (const join of ['|', ' ']) {
      const ppid = Buffer.from(`${secrets.username}${join}${secrets.password}`);
      expect(hidden(`PPID ${ppid.toString('base64')} SALAH`)).toBe('PPID [secret] SALAH');
      expect(hidden(`PPID ${ppid.toString('base64url')} SALAH`)).toBe('PPID [secret] SALAH');
    }
    expect(hidden(String.raw`KEY KUNCI\/99+x SALAH`)).toBe('KEY [secret] SALAH');
    expect(hidden('key kunci%2f99%2BX salah')).toBe('key [secret] salah');
  });

  it('know a user’s name as a word, and let be what only begins like it', () => {
    const words = withoutSecrets({ ...secrets, username: 'loket' });
    expect(words('LOKET loket: seloket loketan')).toBe('[secret] [secret]: seloket loketan');
  });

  it('are the words themselves where nothing was repeated, and stay so', () => {
    const word = fc.constantFrom('SALDO', 'TIDAK', 'MENCUKUPI', '530000000001', '[secret]');
    fc.assert(
      fc.property(fc.array(word), (words) => {
        expect(hidden(words.join(' '))).toBe(words.join(' '));
      }),
    );
    expect(withoutSecrets()('any')).toBe('any');
  });

  it('do not lose their letters to a secret of one', () => {
    expect(withoutSecrets({ ...secrets, username: 'a' })('gangguan')).toBe('gangguan');
  });
});
