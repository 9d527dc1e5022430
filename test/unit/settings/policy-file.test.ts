import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOfRootAlone, openPolicyFile, policyPath } from '../../../electron/settings/policy-file.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const refused = (code: string, where = '') => ({ kind: 'refused', fault: { code, where } });

function bench() {
  const folder = tempFolder();
  const file = path.join(folder, 'policy.json');
  return {
    folder,
    file,
    policy: openPolicyFile(file, 'linux'),
    write: (content: unknown): void =>
      fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), {
        mode: 0o644,
      }),
  };
}

/** Files that only root can make for root. */
const isRoot = process.getuid?.() === 0;

describe('a policy', () => {
  it('lies where no variable of the user’s environment moves it', () => {
    expect(policyPath('linux')).toBe('/etc/loket/policy.json');
    expect(policyPath('win32')).toBe('C:\\ProgramData\\Loket\\policy.json');
  });

  it('is none in most computers', () => {
    expect(bench().policy.read()).toEqual({ kind: 'none' });
    expect(openPolicyFile('/no/such/folder/policy.json', 'linux').read()).toEqual({ kind: 'none' });
  });

  it('is only root’s where nobody else may write it', () => {
    expect(isOfRootAlone({ uid: 0, mode: 0o100644 })).toBe(true);
    expect(isOfRootAlone({ uid: 0, mode: 0o40755 })).toBe(true);
    expect(isOfRootAlone({ uid: 1000, mode: 0o100644 })).toBe(false);
    expect(isOfRootAlone({ uid: 0, mode: 0o100664 })).toBe(false);
    expect(isOfRootAlone({ uid: 0, mode: 0o100646 })).toBe(false);
    expect(isOfRootAlone({ uid: 0, mode: 0o41777 })).toBe(false);
  });

  it('on Windows is nobody’s that is only marked as read-only', () => {
    const { file, write } = bench();
    write({ version: 1 });
    fs.chmodSync(file, 0o444);
    expect(openPolicyFile(file, 'win32').read()).toEqual(refused('not-owned'));
  });

  it('on Windows is nobody’s that this user may write', () => {
    const { file, write } = bench();
    write({ version: 1 });
    expect(openPolicyFile(file, 'win32').read()).toEqual(refused('not-owned'));
  });
});

describe.runIf(isRoot)('a policy of root’s', () => {
  it('says what it sets, without the blanks around it', () => {
    const { policy, write } = bench();
    write({ version: 1, shop: { name: ' Koperasi ' }, keys: {} });
    expect(policy.read()).toEqual({
      kind: 'found',
      policy: { version: 1, shop: { name: 'Koperasi' }, keys: {} },
    });
  });

  it.each([
    ['no JSON', '{', 'not-json', ''],
    ['no version', {}, 'invalid', 'version'],
    ['a field nobody knows', { version: 1, shops: 1 }, 'invalid', 'shops'],
    ['a PIN', { version: 1, pin: '1234' }, 'invalid', 'pin'],
    ['people', { version: 1, staff: [] }, 'invalid', 'staff'],
    [
      'a secret, which is not named',
      { version: 1, billers: { iak: { secrets: { apiKey: 'k4n4ri' } } } },
      'invalid',
      'billers.iak.secrets',
    ],
  ])('with %s is refused', (_what, content, code, where) => {
    const { policy, write } = bench();
    write(content);
    expect(policy.read()).toEqual(refused(code, where));
  });

  it('is refused where others may write it, or its folder', () => {
    const { policy, write, file, folder } = bench();
    write({ version: 1 });
    fs.chmodSync(file, 0o666);
    expect(policy.read()).toEqual(refused('not-owned'));
    fs.chmodSync(file, 0o644);
    fs.chmodSync(folder, 0o777);
    expect(policy.read()).toEqual(refused('not-owned'));
    fs.chmodSync(folder, 0o755);
    expect(policy.read().kind).toBe('found');
    fs.chownSync(file, 1000, 1000);
    expect(policy.read()).toEqual(refused('not-owned'));
  });

  it('is refused where it is a link, a folder, a pipe that nobody writes to, or a very large file', () => {
    const link = bench();
    const target = bench();
    target.write({ version: 1 });
    fs.symlinkSync(target.file, link.file);
    const folder = bench();
    fs.mkdirSync(folder.file);
    const pipe = bench();
    execFileSync('mkfifo', [pipe.file]);
    const large = bench();
    large.write(' '.repeat(1_000_001));
    for (const { policy } of [link, folder, pipe, large])
      expect(policy.read()).toEqual(refused('unreadable'));
  });

  it('of whatever bytes is read without a throw, and never in force', () => {
    const { policy, file } = bench();
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          fs.writeFileSync(file, bytes);
          expect(policy.read().kind).toBe('refused');
        },
      ),
    );
  });
});
