import { err, ok, type Result } from '../result.ts';
import type { UpdateFile, UpdateManifest, UpdatePackage } from './manifest.ts';
import { compareVersions } from './version.ts';

/** The program that runs, as far as updates are concerned. */
export interface RunningProgram {
  readonly version: string;
  /** The schema of the ledger that is open: a program that opens a ledger brings it to its own. */
  readonly ledgerSchema: number;
  readonly settingsVersion: number;
  readonly package: UpdatePackage;
  readonly arch: string;
}

/** Why what a manifest offers is no update for this program. `not-newer` is the usual case, and no trouble. */
export type UpdateRefusal =
  | 'not-newer'
  /** It is newer and knows less of the ledger or of the settings: they would be closed to it. */
  | 'schema-downgrade'
  /** A version in between has to come first. */
  | 'needs-step'
  | 'not-for-this-machine';

const fileFor = (
  { files }: UpdateManifest,
  { package: kind, arch }: Pick<RunningProgram, 'package' | 'arch'>,
): UpdateFile | undefined => files.find((file) => file.package === kind && file.arch === arch);

/** Whether a manifest, whose signature is good, offers an update, and by which file. */
export function judgeUpdate(
  manifest: UpdateManifest,
  running: RunningProgram,
): Result<UpdateFile, UpdateRefusal> {
  if (compareVersions(manifest.version, running.version) <= 0) return err('not-newer');
  if (knowsLess(manifest, running)) return err('schema-downgrade');
  if (compareVersions(running.version, manifest.minimum) < 0) return err('needs-step');
  const file = fileFor(manifest, running);
  return file === undefined ? err('not-for-this-machine') : ok(file);
}

/** Why the previous version is not put back. */
export type PutBackRefusal =
  /** Its installer is not here. */
  | 'nothing-kept'
  /** It knows fewer migrations than the ledger has by now: it would refuse the ledger, and the ledger stays. */
  | 'ledger-moved-on'
  | 'settings-moved-on';

export interface PutBack {
  readonly manifest: UpdateManifest;
  readonly file: UpdateFile;
}

/** The newest version that is kept and older than the one that runs. */
export function previousOf(
  kept: readonly UpdateManifest[],
  running: RunningProgram,
): UpdateManifest | undefined {
  return kept
    .filter(({ version }) => compareVersions(version, running.version) < 0)
    .toSorted((one, other) => compareVersions(other.version, one.version))[0];
}

/** Whether it can take the place of the one that runs. The ledger has no say in it but this one: it is never put back. */
export function judgePutBack(
  previous: UpdateManifest | undefined,
  running: RunningProgram,
): Result<PutBack, PutBackRefusal> {
  const file = previous === undefined ? undefined : fileFor(previous, running);
  if (previous === undefined || file === undefined) return err('nothing-kept');
  if (previous.ledgerSchema < running.ledgerSchema) return err('ledger-moved-on');
  if (previous.settingsVersion < running.settingsVersion) return err('settings-moved-on');
  return ok({ manifest: previous, file });
}

/** The file that the running version itself is installed by, where a manifest is of that very version. */
export const ownFile = (manifest: UpdateManifest, running: RunningProgram): UpdateFile | undefined =>
  manifest.version === running.version && !knowsLess(manifest, running)
    ? fileFor(manifest, running)
    : undefined;

const knowsLess = (manifest: UpdateManifest, running: RunningProgram): boolean =>
  manifest.ledgerSchema < running.ledgerSchema || manifest.settingsVersion < running.settingsVersion;

/** The versions worth keeping: the one that runs, the one before, and the newest after. */
export function worthKeeping(versions: readonly string[], running: string): readonly string[] {
  const sorted = versions.toSorted(compareVersions);
  const before = sorted.findLast((version) => compareVersions(version, running) < 0);
  const after = sorted.findLast((version) => compareVersions(version, running) > 0);
  return sorted.filter((version) => version === running || version === before || version === after);
}
