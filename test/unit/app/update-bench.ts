import { vi } from 'vitest';
import { createSelling } from '../../../electron/app/selling.ts';
import { whyNotNow } from '../../../electron/app/update-moment.ts';
import { createUpdates, type UpdatesParts } from '../../../electron/app/updates.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import type { Installed, InstallFault, LookFault, Release } from '../../../electron/updates/updates.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { UpdateFile, UpdateManifest } from '../../../shared/update/manifest.ts';
import { fakeClock } from './fake-clock.ts';
import { newCounter } from './sale-bench.ts';

export const pin = '135790';
const file: UpdateFile = {
  package: 'deb',
  arch: 'x64',
  name: 'loket.deb',
  bytes: 5,
  sha256: 'a'.repeat(64),
};
export const manifestOf = (version: string, over: Partial<UpdateManifest> = {}): UpdateManifest => ({
  format: 1,
  program: 'loket',
  version,
  released: '2026-11-01T00:00:00.000Z',
  ledgerSchema: 7,
  settingsVersion: 4,
  minimum: '0.0.0',
  files: [file],
  ...over,
});
export const releaseOf = (manifest: UpdateManifest): Release => ({
  manifest,
  bytes: new Uint8Array(),
  signature: new Uint8Array(),
});

/** The use cases of a program 1.2.0 whose source, folder and installer are played by the test. */
export function updateBench(over: Partial<UpdatesParts> = {}) {
  const counter = newCounter();
  const notes: string[] = [];
  const log = {
    fault: (what: string, error: unknown) => void notes.push(`${what}: ${String(error)}`),
    note: (what: string) => void notes.push(what),
  };
  const selling = createSelling(counter, log);
  const state = {
    settings: { ...defaultSettings, updates: { kind: 'folder', path: '/stick' } } as Settings,
    offered: ok(releaseOf(manifestOf('1.3.0'))) as Result<Release, LookFault>,
    kept: [] as UpdateManifest[],
    isWhole: true,
    open: 0,
    isListening: false,
    isPrinting: false,
    backs: ok({ name: 'x', at: 0, bytes: 1 }) as unknown,
    installed: ok({ kind: 'installed' }) as Result<Installed, InstallFault>,
    /** What happens while the backup is made. */
    meanwhile: () => undefined as void,
  };
  const steps: string[] = [];
  const goOn = vi.fn();
  const parts: UpdatesParts = {
    running: { version: '1.2.0', ledgerSchema: 7, settingsVersion: 4, arch: 'x64' },
    releases: {
      hasKey: true,
      accepts: (source) => source.kind !== 'address' || source.url.startsWith('https:'),
      look: () => Promise.resolve(state.offered),
      fetch(_, { manifest }) {
        steps.push(`fetch ${manifest.version}`);
        state.kept = [...state.kept.filter(({ version }) => version !== manifest.version), manifest];
        return Promise.resolve(ok(undefined));
      },
      kept: () => state.kept,
      fileOf: (version) =>
        state.kept.some((each) => each.version === version) ? `/own/${version}/loket.deb` : undefined,
      isWhole: () => Promise.resolve(state.isWhole),
      keepOnly(worth) {
        const stay = worth(state.kept.map(({ version }) => version));
        state.kept = state.kept.filter(({ version }) => stay.includes(version));
      },
    },
    installer: {
      package: 'deb',
      byHand: () => null,
      install(path) {
        steps.push(`install ${path}, selling ${counter.state().stopped === null ? 'goes on' : 'is held'}`);
        return Promise.resolve(state.installed);
      },
    },
    store: {
      existed: true,
      get: () => state.settings,
      save: (next) => void (state.settings = next),
    },
    approve: (typed) => Promise.resolve(typed === pin ? ok({ person: 'Pemilik' }) : err('wrong-pin')),
    backups: {
      make() {
        steps.push(`back up, selling ${counter.state().stopped === null ? 'goes on' : 'is held'}`);
        state.meanwhile();
        return Promise.resolve(state.backs as never);
      },
    },
    selling,
    whyNotNow: () => whyNotNow({ counter: counter.state(), ...state }),
    clock: fakeClock(),
    goOn,
    log,
    ...over,
  };
  return { updates: createUpdates(parts), parts, state, counter, selling, steps, goOn, notes };
}
