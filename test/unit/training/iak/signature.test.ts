import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../../../electron/training/iak/signature.ts';

describe('sign', () => {
  const account = { username: '08123456789', apiKey: 'abc123' };

  it.each([
    ['9732432', '82c1110a4b611169627b871fdbb7b0d3'],
    ['cs', '7c8d113e3f81103e24e3949b279b5cef'],
    ['pl', 'e94b9aef0caabdd7e13a245cf8ce1e9f'],
    ['bl', 'a7f5dca18b03c23d8f21ff3ca18a6e33'],
  ])('over %s', (third, expected) => {
    expect(signatureOf(account, third)).toBe(expected);
  });
});
