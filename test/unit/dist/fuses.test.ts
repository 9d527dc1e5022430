import { describe, expect, it } from 'vitest';
import { fuseFaults } from '../../../scripts/dist/fuses.mjs';

const off = 0x30;
const on = 0x31;
const removed = 0x72;
const decided = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};
/** As they lie in Electron 33. */
const wire = [off, on, off, off, on, on, off, off];

describe('the fuses of a program', () => {
  it('are in order where each byte is what was decided', () => {
    expect(fuseFaults(decided, wire)).toEqual([]);
    expect(fuseFaults(decided, [...wire, on])).toEqual([]);
  });

  it.each([...wire.keys()])('are not where number %i is the other way', (index) => {
    const other = wire.with(index, wire[index] === on ? off : on);
    expect(fuseFaults(decided, other)).toHaveLength(1);
  });

  it('are not where Electron has a new one that nobody has decided', () => {
    expect(fuseFaults(decided, [...wire, on, off])).toEqual([expect.stringContaining('fuse 9 is new')]);
  });

  it('are not where one that this project leaves as it ships is shipped otherwise', () => {
    expect(fuseFaults(decided, [...wire, off])).toEqual(['wasmTrapHandlers is false and not true']);
  });

  it('are not where one is left to chance', () => {
    const { runAsNode: _, ...rest } = decided;
    expect(fuseFaults(rest, wire)).toEqual(['runAsNode is not decided in electron-builder.yml']);
  });

  it('are not where one is decided that this Electron does not have', () => {
    expect(fuseFaults(decided, wire.slice(0, 7))).toHaveLength(1);
    expect(fuseFaults({ ...decided, runAsDeno: false }, wire)).toHaveLength(1);
  });

  it('may have one that Electron has given up', () => {
    expect(fuseFaults(decided, wire.with(1, removed))).toEqual([]);
  });
});
