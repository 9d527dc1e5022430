import { describe, expect, it } from 'vitest';
import { planPackings, remarks, type Machine } from '../../../scripts/dist/plan.mjs';

const builder: Machine = {
  platform: 'linux',
  arch: 'x64',
  hasDpkg: true,
  runtimeVersion: '45.4.1',
  ownVersion: '45.4.1',
  withoutTools: undefined,
  withoutWindows: undefined,
};
const offline: Machine = {
  ...builder,
  runtimeVersion: '33.2.1',
  withoutTools: 'it is far away',
  withoutWindows: 'it is far away',
};

describe('what is packed', () => {
  it('is everything, with the current Electron, where the network is there', () => {
    const plan = planPackings(builder);
    expect(plan.packings).toEqual([
      {
        system: 'linux',
        runtime: 'at-hand',
        electronVersion: '45.4.1',
        targets: ['deb', 'tar.gz', 'AppImage'],
      },
      { system: 'win', runtime: 'downloaded', electronVersion: '45.4.1', targets: ['nsis', 'portable'] },
    ]);
    expect(remarks(plan, builder)).toEqual([]);
  });

  it('is what needs no network where there is none, and the rest is named with its reason', () => {
    const plan = planPackings(offline);
    expect(plan.packings).toEqual([
      { system: 'linux', runtime: 'at-hand', electronVersion: '33.2.1', targets: ['deb', 'tar.gz'] },
    ]);
    const said = remarks(plan, offline);
    expect(said[0]).toMatch(/^Left out: AppImage, .*it is far away/);
    expect(said[1]).toMatch(/^Left out: .*nsis.*Windows.*it is far away/);
  });

  it('says that it is for trying only where it carries an old Electron', () => {
    expect(remarks(planPackings(offline), offline).at(-1)).toMatch(
      /33\.2\.1 and not 45\.4\.1.*testing\s+only/,
    );
  });

  it('has no Debian package where there is no dpkg', () => {
    const plan = planPackings({ ...builder, hasDpkg: false });
    expect(plan.packings[0]?.targets).toEqual(['tar.gz', 'AppImage']);
    expect(plan.leftOut).toEqual([{ what: 'deb', why: expect.stringContaining('dpkg-deb') as string }]);
  });

  it('is the Windows part alone on Windows', () => {
    const plan = planPackings({ ...builder, platform: 'win32' });
    expect(plan.packings.map(({ system }) => system)).toEqual(['win']);
    expect(plan.leftOut).toHaveLength(1);
  });

  it('is nothing on another system, which is told why', () => {
    const plan = planPackings({ ...builder, platform: 'darwin', arch: 'arm64' });
    expect(plan.packings).toEqual([]);
    expect(plan.leftOut.map(({ why }) => why)).toEqual([
      expect.stringContaining('darwin arm64'),
      expect.stringContaining('darwin arm64'),
    ]);
  });
});
