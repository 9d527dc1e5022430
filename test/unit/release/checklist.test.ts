import { describe, expect, it } from 'vitest';
import { checklist, installersOf, type ReleaseFacts } from '../../../scripts/release/checklist.mjs';
import { changelogEntry, isLater, latestRelease } from '../../../scripts/release/version.mjs';

const commit = 'a'.repeat(40);
const built = {
  version: '1.2.0',
  commit,
  electron: { linux: '45.4.1', win: '45.4.1' },
  takesUpdates: true,
};
const ready: ReleaseFacts = {
  version: '1.2.0',
  commit,
  uncommitted: [],
  tags: ['v1.1.9', 'v0.9.0', 'nightly'],
  changelog: '# Changelog\n\n## 1.2.0, 2026-11-28\n\n- Faster.\n\n## 1.1.9, 2026-01-01\n\n- Older.\n',
  homepage: 'https://loket.id/',
  maintainer: 'Somebody <somebody@loket.id>',
  ownElectron: '45.4.1',
  support: { line: 45, supportedUntil: '2027-05-04' },
  today: '2026-11-28',
  testedCommit: commit,
  built,
  files: [...installersOf('1.2.0'), 'loket-update.json', 'loket-update.json.sig'],
  unsignedPrograms: [],
  checksumsFault: undefined,
};
const faultsOf = (change: Partial<ReleaseFacts>): readonly string[] =>
  checklist({ ...ready, ...change }).flatMap(({ fault }) => fault ?? []);

describe('the checklist of a release', () => {
  it('has nothing open where all is done', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each<[string, Partial<ReleaseFacts>, string]>([
    ['something is not committed', { uncommitted: [' M README.md'] }, 'README.md'],
    ['the version is that of the last release', { tags: ['v1.2.0'] }, 'not later than v1.2.0'],
    ['the changelog does not tell of it', { changelog: '# Changelog\n' }, 'no entry'],
    ['its entry has no day yet', { changelog: '## 1.2.0, unreleased\n\n- A.\n' }, 'unreleased'],
    [
      'its entry says nothing',
      { changelog: '## 1.2.0, 2026-11-28\n\n## 1.1.9, x\n\n- A.\n' },
      'says nothing',
    ],
    ['the homepage is a placeholder', { homepage: 'https://loket.example/' }, 'placeholders'],
    ['the maintainer is a placeholder', { maintainer: 'A <a@loket.example>' }, 'placeholders'],
    ['the tests never passed', { testedCommit: undefined }, 'npm test'],
    ['the tests passed on another commit', { testedCommit: 'b'.repeat(40) }, 'bbbbbbbbbbbb'],
    ['an installer was not built', { files: ready.files.slice(1) }, 'loket_1.2.0_amd64.deb'],
    ['a program for Windows has no signature', { unsignedPrograms: ['x.exe'] }, 'x.exe'],
    ['the checksums have no signature', { checksumsFault: 'there is none' }, 'there is none'],
    ['it was built of another commit', { built: { ...built, commit: 'with changes' } }, 'npm run dist'],
    [
      'nobody knows what the programs for Windows carry',
      { built: { ...built, electron: { linux: '45.4.1' } } },
      'nobody knows which for win',
    ],
    ['Electron is mended no longer', { today: '2027-05-05' }, 'only until 2027-05-04'],
    ['it takes no updates', { built: { ...built, takesUpdates: false } }, 'LOKET_RELEASE_KEYS'],
    ['the update is not signed', { files: ready.files.slice(0, -1) }, 'there is no loket-update.json.sig'],
    [
      'it carries an Electron that shops must not get',
      { built: { ...built, electron: { linux: '33.2.1', win: '45.4.1' } } },
      '33.2.1 for linux',
    ],
  ])('stays open where %s', (_what, change, named) => {
    expect(faultsOf(change)).toEqual([expect.stringContaining(named)]);
  });
});

describe('a version', () => {
  it.each([
    ['0.2.0', '0.1.9', true],
    ['0.10.0', '0.9.0', true],
    ['1.0.0', '1.0.0', false],
    ['1.0.0', '1.0.1', false],
    ['1.0.0-rc.1', '0.9.0', false],
  ])('%s after %s: %s', (version, other, later) => {
    expect(isLater(version, other)).toBe(later);
  });

  it('that was released last is found among other tags', () => {
    expect(latestRelease(['v0.9.0', 'v0.10.0', 'v0.10.0-rc.1', 'v0.2.0', 'x'])).toBe('v0.10.0');
    expect(latestRelease(['x'])).toBeUndefined();
  });

  it('is told of in the changelog by its own heading', () => {
    expect(changelogEntry('## 0.1.0, unreleased\n\n- A\n  b\n- C\n', '0.1.0')).toEqual({
      date: 'unreleased',
      lines: 2,
    });
    expect(changelogEntry('## 0.1.01, x\n- A\n', '0.1.0')).toBeUndefined();
  });
});
