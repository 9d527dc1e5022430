import { describe, expect, it } from 'vitest';
import { electronSupport, isSupported } from '../../../scripts/electron-support.ts';

const manifest = (electron: string) => ({ devDependencies: { electron } });
const support = { line: 45, supportedUntil: '2027-05-04', because: 'its plan' };

describe('the Electron that users get', () => {
  it('16: is a line of which it is known until when it is mended', () => {
    const { version, supportedUntil } = electronSupport();
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(supportedUntil).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('is not taken for supported by what is known of another line', () => {
    expect(() => electronSupport(manifest('46.0.0'), support)).toThrow('46.0.0');
    expect(() => electronSupport(manifest('^45.4.1'), support)).toThrow('exactly');
    expect(() => electronSupport(manifest('45.4.1'), { ...support, supportedUntil: 'next year' })).toThrow();
  });

  it('is supported up to its last day and not after', () => {
    const known = electronSupport(manifest('45.4.1'), support);
    expect(isSupported(known, '2026-11-28')).toBe(true);
    expect(isSupported(known, '2027-05-04')).toBe(true);
    expect(isSupported(known, '2027-05-05')).toBe(false);
  });
});
