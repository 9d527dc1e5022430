import { describe, expect, it } from 'vitest';
import { aptLine, packagesFor } from '../../../scripts/setup/debian-packages.mjs';
import { librariesListed, notFound } from '../../../scripts/setup/shared-libraries.mjs';

describe('libraries and their Debian packages', () => {
  it('names each package once, in order', () => {
    expect(packagesFor(['libsmime3.so', 'libnss3.so', 'libasound.so.2', 'libgtk-3.so.0'])).toEqual({
      packages: ['libasound2', 'libgtk-3-0', 'libnss3'],
      unknown: [],
    });
  });

  it('says which library it knows no package for', () => {
    expect(packagesFor(['libnew.so.9', 'libgbm.so.1'])).toEqual({
      packages: ['libgbm1'],
      unknown: ['libnew.so.9'],
    });
  });

  it('is not misled by names that every object has', () => {
    expect(packagesFor(['constructor', 'toString']).unknown).toEqual(['constructor', 'toString']);
  });

  it('reads what ldd misses, in one file or in many', () => {
    const output = [
      '/cache/electron:',
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '/cache/libffmpeg.so:',
      '\tlibgbm.so.1 => not found',
      '\tstatically linked',
    ].join('\n');
    expect(notFound(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
    expect(notFound('')).toEqual([]);
  });

  it('reads what ldconfig lists', () => {
    const output =
      '2 libs found in cache\n\tlibsecret-1.so.0 (libc6,x86-64) => /lib/libsecret-1.so.0\n\tlibz.so.1 (libc6) => /lib/libz.so.1\n';
    expect(librariesListed(output)).toEqual(new Set(['libsecret-1.so.0', 'libz.so.1']));
  });

  it('gives one line for a terminal', () => {
    expect(aptLine(['xvfb', 'xauth'])).toBe(
      'sudo apt-get update && sudo apt-get install -y --no-install-recommends xvfb xauth',
    );
  });
});
