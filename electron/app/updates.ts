import type { PinProblem } from '../../shared/contract/contract.ts';
import type { UpdateProblemCode, UpdatesView } from '../../shared/contract/updates.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Instant } from '../../shared/time.ts';
import {
  judgePutBack,
  judgeUpdate,
  ownFile,
  previousOf,
  worthKeeping,
  type RunningProgram,
} from '../../shared/update/decide.ts';
import type { UpdateFile, UpdateManifest } from '../../shared/update/manifest.ts';
import { noUpdateSource, type UpdateSource } from '../../shared/update/source.ts';
import { compareVersions } from '../../shared/update/version.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Installed, Installer, Release, Releases } from '../updates/updates.ts';
import type { Approve } from './approve.ts';
import type { Backups } from './backups.ts';
import type { Clock } from './clock.ts';
import type { Log } from './log.ts';
import type { Selling } from './selling.ts';

type Problem = { readonly code: UpdateProblemCode };
type Done<T = undefined> = Result<T, Problem>;
type Answered = Result<undefined, { readonly code: UpdateProblemCode | PinProblem }>;

/**
 * Another version of the program in this one's place: looked for, fetched, and installed when the owner says so and at no other
 * time. Nothing of it happens at the end of the program, and nothing while a payment is open.
 */
export interface Updates {
  view(): UpdatesView;
  setSource(source: UpdateSource): Done<UpdatesView>;
  /**
   * Looks at the source, and keeps the installer of the very version that runs where a folder has it. What fails is told in the
   * view, and to nobody else.
   */
  check(): Promise<Done<UpdatesView>>;
  /** Brings the file of the version that is offered here. */
  fetch(version: string): Promise<Done<UpdatesView>>;
  /** Puts the fetched version in this one's place, on the word of the owner or a supervisor; the program begins anew. */
  install(version: string, pin: string): Promise<Answered>;
  /** The same with the version before. The ledger stays as it is. */
  putBack(version: string, pin: string): Promise<Answered>;
}

export interface UpdatesParts {
  readonly running: Omit<RunningProgram, 'package'>;
  readonly releases: Releases;
  readonly installer: Installer;
  readonly store: SettingsStore;
  readonly approve: Approve;
  readonly backups: Pick<Backups, 'make'>;
  readonly selling: Pick<Selling, 'holdForUpdate' | 'letGo'>;
  /** Why the program is not replaced at this moment. */
  readonly whyNotNow: () => UpdateProblemCode | undefined;
  readonly clock: Clock;
  /** Begins the new program. */
  readonly goOn: (installed: Installed) => void;
  readonly log: Log;
}

/** A version and the file of it that is for this machine. */
interface Candidate {
  readonly manifest: UpdateManifest;
  readonly file: UpdateFile;
}

export function createUpdates(parts: UpdatesParts): Updates {
  const { releases, installer, store, approve, backups, selling, whyNotNow, clock, goOn, log } = parts;
  const running: RunningProgram = { ...parts.running, package: installer.package };
  let work: UpdatesView['work'] = 'none';
  let checked: { readonly at: Instant; readonly problem: UpdateProblemCode | null } | null = null;
  let found: Release | undefined;

  const source = (): UpdateSource => (releases.hasKey ? store.get().updates : noUpdateSource);
  const isHere = ({ manifest, file }: Candidate): boolean =>
    releases.fileOf(manifest.version, file) !== undefined;

  const tidy = (): void => {
    releases.keepOnly((kept) => worthKeeping(kept, running.version));
  };
  if (releases.hasKey) tidy();

  /** What can be installed: what the source offered in this run, or what lies here since another; the newer of the two. */
  const offered = (): Candidate | undefined => {
    const manifests = [...releases.kept(), ...(found === undefined ? [] : [found.manifest])];
    return manifests
      .flatMap((manifest): readonly Candidate[] => {
        const judged = judgeUpdate(manifest, running);
        const candidate = judged.ok ? { manifest, file: judged.value } : undefined;
        if (candidate === undefined) return [];
        return manifest === found?.manifest || isHere(candidate) ? [candidate] : [];
      })
      .toSorted((one, other) => compareVersions(other.manifest.version, one.manifest.version))[0];
  };

  const previous = (): Result<Candidate, Problem & { readonly version: string | null }> => {
    const before = releases.hasKey ? previousOf(releases.kept(), running) : undefined;
    const version = before?.version ?? null;
    const judged = judgePutBack(before, running);
    if (!judged.ok) return err({ code: judged.error, version });
    return isHere(judged.value) ? ok(judged.value) : err({ code: 'nothing-kept', version });
  };

  const offeredView = (): UpdatesView['offered'] => {
    const candidate = offered();
    if (candidate === undefined) return null;
    const { manifest, file } = candidate;
    const place = releases.fileOf(manifest.version, file);
    return {
      version: manifest.version,
      released: manifest.released,
      bytes: file.bytes,
      isFetched: place !== undefined,
      byHand: place === undefined ? null : installer.byHand(place),
    };
  };

  const view = (): UpdatesView => {
    const before = previous();
    return {
      takesUpdates: releases.hasKey,
      version: running.version,
      package: installer.package,
      source: store.get().updates,
      work,
      checked,
      offered: releases.hasKey ? offeredView() : null,
      previous: before.ok
        ? { version: before.value.manifest.version, problem: null }
        : { version: before.error.version, problem: before.error.code },
    };
  };

  /** One thing at a time: a file that is fetched is not the one that is installed meanwhile. */
  const alone = async <T, Code extends string>(
    as: UpdatesView['work'],
    of: () => Promise<Result<T, { readonly code: Code }>>,
  ): Promise<Result<T, { readonly code: Code | 'update-busy' | 'no-release-key' }>> => {
    if (!releases.hasKey) return err({ code: 'no-release-key' });
    if (work !== 'none') return err({ code: 'update-busy' });
    work = as;
    try {
      return await of();
    } finally {
      work = 'none';
    }
  };

  const look = async (): Promise<UpdateProblemCode | null> => {
    const from = source();
    if (from.kind === 'off') return 'source-gone';
    const read = await releases.look(from);
    if (!read.ok) return read.error;
    const { manifest } = read.value;
    // The installer of the very version that runs, from a stick that holds it: so that it can be put back one day.
    const own = ownFile(manifest, running);
    if (own !== undefined && from.kind === 'folder' && !isHere({ manifest, file: own })) {
      const kept = await releases.fetch(from, read.value, own);
      if (!kept.ok) log.note(`the version that runs could not be kept: ${kept.error}`);
    }
    const judged = judgeUpdate(manifest, running);
    if (!judged.ok) return judged.error === 'not-newer' ? null : judged.error;
    found = read.value;
    return null;
  };

  const replaceBy = async ({ manifest, file }: Candidate, pin: string, what: string): Promise<Answered> => {
    const hindered = whyNotNow();
    if (hindered !== undefined) return err({ code: hindered });
    const place = releases.fileOf(manifest.version, file);
    if (place === undefined) return err({ code: 'not-offered' });
    if (installer.byHand(place) !== null) return err({ code: 'by-hand' });
    const approved = await approve(pin);
    if (!approved.ok) return err({ code: approved.error });
    // From here on no payment begins; one that began meanwhile is seen below.
    selling.holdForUpdate();
    let isDone = false;
    try {
      const replaced = await replaceHeld(place, file);
      if (!replaced.ok) {
        log.fault(`${what} ${manifest.version} came to nothing`, new Error(replaced.error.code));
        return replaced;
      }
      isDone = true;
      log.note(`${what} ${manifest.version} on the word of ${approved.value.person}`);
      goOn(replaced.value);
      return ok(undefined);
    } finally {
      if (!isDone) selling.letGo();
    }
  };

  const replaceHeld = async (place: string, file: UpdateFile): Promise<Done<Installed>> => {
    const begun = whyNotNow();
    if (begun !== undefined) return err({ code: begun });
    if (!(await releases.isWhole(place, file))) return err({ code: 'file-altered' });
    const kept = await backups.make();
    if (!kept.ok) return err({ code: 'backup-failed' });
    // A paper, or an answer that came late, may have begun while the backup was made.
    const late = whyNotNow();
    if (late !== undefined) return err({ code: late });
    const installed = await installer.install(place, file);
    return installed.ok ? installed : err({ code: installed.error });
  };

  return {
    view,

    setSource(wanted) {
      if (!releases.hasKey && wanted.kind !== 'off') return err({ code: 'no-release-key' });
      if (!releases.accepts(wanted)) return err({ code: 'address-not-allowed' });
      try {
        store.save({ ...store.get(), updates: wanted });
      } catch (error) {
        log.fault('where updates are looked for could not be written', error);
        return err({ code: 'file-not-written' });
      }
      found = undefined;
      checked = null;
      return ok(view());
    },

    async check() {
      const done = await alone('checking', async (): Promise<Done> => {
        const problem = await look();
        if (problem !== null) found = undefined;
        checked = { at: clock.now(), problem };
        return ok(undefined);
      });
      return done.ok ? ok(view()) : done;
    },

    async fetch(version) {
      const done = await alone('fetching', async (): Promise<Done> => {
        const candidate = offered();
        if (candidate?.manifest.version !== version || found?.manifest.version !== version)
          return err({ code: 'not-offered' });
        const fetched = await releases.fetch(source(), found, candidate.file);
        if (!fetched.ok) return err({ code: fetched.error });
        tidy();
        log.note(`version ${version} was fetched`);
        return ok(undefined);
      });
      return done.ok ? ok(view()) : done;
    },

    install: (version, pin) =>
      alone('installing', async (): Promise<Answered> => {
        const candidate = offered();
        if (candidate?.manifest.version !== version) return err({ code: 'not-offered' });
        return await replaceBy(candidate, pin, 'the update to');
      }),

    putBack: (version, pin) =>
      alone('installing', async (): Promise<Answered> => {
        const before = previous();
        if (!before.ok) return err({ code: before.error.code });
        if (before.value.manifest.version !== version) return err({ code: 'nothing-kept' });
        return await replaceBy(before.value, pin, 'the way back to');
      }),
  };
}
