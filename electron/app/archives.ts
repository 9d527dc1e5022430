import fs from 'node:fs';
import path from 'node:path';
import type {
  ArchiveKind,
  ArchivePreview,
  ArchiveProblemCode,
  ArchiveWritten,
  Retired,
} from '../../shared/contract/archives.ts';
import type { PinProblem } from '../../shared/contract/contract.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { formatDateTime, instant, type Instant, type Zone } from '../../shared/time.ts';
import type { Archiver } from '../archive/archive.ts';
import type { Ledger, LedgerKeeper } from '../ledger/ledger.ts';
import type { Settings, SettingsStore } from '../settings/settings.ts';
import type { Approve } from './approve.ts';
import { hasPrinters, restoredSettings } from './archived-settings.ts';
import type { Clock } from './clock.ts';
import type { Counter } from './counter.ts';
import type { Log } from './log.ts';
import { newCounterId, newRestoreId } from './new-id.ts';
import type { Selling } from './selling.ts';

type Problem = { readonly code: ArchiveProblemCode };
type Refusal = { readonly code: ArchiveProblemCode | PinProblem };

export interface ArchiveOrder {
  readonly kind: ArchiveKind;
  readonly passphrase: string;
  /** `null` where this counter asks for none. */
  readonly pin: string | null;
}

/** The whole of a counter in one locked file: written to a stick, looked at, and put in this counter's place. */
export interface Archives {
  state(): { readonly asksPin: boolean; readonly isBusy: boolean; readonly last: ArchiveWritten | null };
  /**
   * Writes one where somebody chooses. A move retires this counter first, durably: whatever happens to the program after
   * that, two counters do not sell from one ledger. It is undone where nothing came to be written.
   */
  make(order: ArchiveOrder): Promise<Result<ArchiveWritten, Refusal>>;
  /** Lets somebody choose the one that is looked at next. */
  choose(): Promise<Result<{ readonly name: string }, Problem>>;
  preview(passphrase: string): Promise<Result<ArchivePreview, Problem>>;
  /** Makes the one that was looked at this counter, at the next start, which is now. */
  restore(id: string, pin: string | null): Promise<Result<undefined, Refusal>>;
  /** Opens a counter that was moved. What the other one sold meanwhile, it does not know: that is a gap. */
  reopen(pin: string): Promise<Result<undefined, Refusal>>;
}

/** Where somebody at the counter says which file is meant; `undefined` where nobody did. */
export interface ArchivePlaces {
  chooseTarget(name: string): Promise<string | undefined>;
  chooseArchive(): Promise<string | undefined>;
}

export interface ArchivesParts {
  readonly dataFolder: string;
  readonly archiver: Archiver;
  readonly places: ArchivePlaces;
  readonly store: SettingsStore;
  readonly readSettings: (text: string) => Settings | 'newer' | undefined;
  readonly restored: {
    prepare(id: string, settings: Settings): void;
    drop(): void;
  };
  readonly ledger: Pick<Ledger, 'kind' | 'addGap' | 'openGaps'>;
  readonly keeper: Pick<LedgerKeeper, 'backUp'>;
  readonly keeperOf: (kind: LedgerKind) => Pick<LedgerKeeper, 'preview' | 'stage' | 'unstage' | 'close'>;
  /** The kinds whose ledger is here. */
  readonly present: () => readonly LedgerKind[];
  readonly program: string;
  /** How many migrations make a ledger of this program. */
  readonly schema: number;
  readonly clock: Clock;
  readonly counter: Counter;
  readonly selling: Pick<Selling, 'retire' | 'resume'>;
  /** Payments may be asked after again. */
  readonly onResumed: () => void;
  readonly approve: Approve;
  /** Whether the line of any payment is still read for a late answer, which a move or a restart would lose. */
  readonly isListening: () => boolean;
  readonly restart: () => void;
  readonly log: Log;
}

/** An archive that was looked at, unpacked. */
interface Held {
  readonly preview: ArchivePreview;
  readonly ledger: string;
  readonly settings: Settings;
  readonly counterId: string | null;
  /** As the ledger was when the two were compared. */
  readonly ledgerRevision: number;
}

export function createArchives(parts: ArchivesParts): Archives {
  const { dataFolder, archiver, places, store, restored, ledger, keeper, keeperOf } = parts;
  const { clock, counter, selling, approve, isListening, log } = parts;
  const outgoing = path.join(dataFolder, 'archive-out');
  const incoming = path.join(dataFolder, 'archive-in');
  let isBusy = false;
  let last: ArchiveWritten | null = null;
  let chosen: string | undefined;
  let held: Held | undefined;

  const remove = (folder: string): void => {
    try {
      fs.rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      log.fault('a folder of an archive could not be removed', error);
    }
  };
  // What a program that was killed left there.
  remove(outgoing);
  remove(incoming);

  const asksPin = (): boolean => {
    const { pin, staff } = store.get();
    return pin !== null || staff.some(({ role }) => role === 'supervisor');
  };

  /** Whether anything is sold at this moment: nothing may be missing from what a move takes along. */
  const isSelling = (): boolean => {
    const { exchange, basket, lot } = counter.state();
    const isPaid = basket?.state === 'paying' || lot?.stage === 'paying' || lot?.stage === 'asking';
    return exchange !== null || isPaid || isListening();
  };

  const answeredFor = async (pin: string | null): Promise<Result<string, Refusal>> => {
    if (!asksPin()) return ok('nobody, since no PIN is set');
    if (pin === null) return err({ code: 'wrong-pin' });
    const approved = await approve(pin);
    return approved.ok ? ok(approved.value.person) : err({ code: approved.error });
  };

  /** One archive at a time: each has its folder. */
  const alone = async <T, Code extends string>(
    work: () => Promise<Result<T, { readonly code: Code }>>,
  ): Promise<Result<T, { readonly code: Code | 'archive-busy' }>> => {
    if (isBusy) return err({ code: 'archive-busy' });
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  };

  const saveRetired = (retired: Retired | null): boolean => {
    try {
      store.save({ ...store.get(), retired });
      return true;
    } catch (error) {
      log.fault('whether this counter was moved could not be written', error);
      return false;
    }
  };

  const write = async (
    kind: ArchiveKind,
    target: string,
    passphrase: string,
  ): Promise<Result<ArchiveWritten, Problem>> => {
    remove(outgoing);
    try {
      const copied = await keeper.backUp(outgoing, clock.now());
      if (!copied.ok) return err({ code: copyProblems[copied.error] });
      const copy = fs.readdirSync(outgoing).find((name) => name.endsWith('.db'));
      if (copy === undefined) return err({ code: 'source-unreadable' });
      const settings = store.get();
      const written = await archiver.write({
        target,
        passphrase,
        ledger: path.join(outgoing, copy),
        settings: JSON.stringify({ ...settings, retired: null }, null, 2),
        facts: {
          madeAt: copied.value.at,
          counter: settings.counterId ?? '',
          shop: settings.shop.shop.name,
          ledger: ledger.kind,
          program: parts.program,
          schema: parts.schema,
          kind,
        },
      });
      return written.ok ? ok({ path: target, bytes: written.value.bytes }) : err({ code: written.error });
    } finally {
      remove(outgoing);
    }
  };

  const makeCopy = async (target: string, passphrase: string): Promise<Result<ArchiveWritten, Problem>> =>
    await write('copy', target, passphrase);

  const move = async (target: string, passphrase: string): Promise<Result<ArchiveWritten, Problem>> => {
    if (isSelling()) return err({ code: 'payment-unresolved' });
    const retired = { at: clock.now(), archive: target };
    // From here on nothing is sent: not by this run, and not by the next.
    selling.retire(retired);
    const undo = (): void => {
      // Where even that cannot be written, it stays retired; a PIN opens it again.
      if (!saveRetired(null)) return;
      selling.resume();
      parts.onResumed();
    };
    if (!saveRetired(retired)) {
      // Nothing of it is written, as far as anybody can tell; where it is all the same, the next start is retired.
      saveRetired(null);
      selling.resume();
      return err({ code: 'file-not-written' });
    }
    let written: Result<ArchiveWritten, Problem> = err({ code: 'not-verified' });
    try {
      written = await write('move', target, passphrase);
    } finally {
      if (!written.ok) undo();
    }
    return written;
  };

  const look = async (file: string, passphrase: string): Promise<Result<ArchivePreview, Problem>> => {
    remove(incoming);
    fs.mkdirSync(incoming, { recursive: true, mode: 0o700 });
    const { ledgerRevision } = counter.state();
    const read = await archiver.read({ file, passphrase, folder: incoming });
    if (!read.ok) return err({ code: read.error });
    const { facts } = read.value;
    const settings = parts.readSettings(read.value.settings);
    if (facts.schema > parts.schema || settings === 'newer') return err({ code: 'newer-version' });
    if (settings === undefined) return err({ code: 'archive-damaged' });
    const beside = keeperOf(facts.ledger);
    const found = await beside.preview(read.value.ledger);
    await beside.close();
    if (!found.ok) return err({ code: 'archive-damaged' });

    const here = store.get();
    const isOwn = facts.counter !== '' && facts.counter === here.counterId;
    const { newestAt, payments, unresolved, missing } = found.value;
    const preview = {
      id: newRestoreId(),
      kind: facts.kind,
      isOwn,
      shop: facts.shop,
      ledger: facts.ledger,
      madeAt: facts.madeAt,
      newestAt,
      payments,
      unresolved,
      missing,
      replaces: parts.present().includes(facts.ledger),
      // One that comes back to where it was moved from may have sold elsewhere meanwhile.
      leavesGap: facts.kind === 'copy' || isOwn || missing > 0,
      keepsPrinters: hasPrinters(here),
    };
    const counterId = isOwn ? here.counterId : null;
    held = { preview, ledger: read.value.ledger, settings, counterId, ledgerRevision };
    return ok(preview);
  };

  const prepare = async ({ preview, ...of }: Held): Promise<Result<undefined, Problem>> => {
    const beside = keeperOf(preview.ledger);
    const giveUp = async (code: ArchiveProblemCode): Promise<Result<undefined, Problem>> => {
      await beside.unstage();
      restored.drop();
      return err({ code });
    };
    try {
      restored.prepare(
        preview.id,
        restoredSettings({
          here: store.get(),
          archived: of.settings,
          ledger: preview.ledger,
          counterId: of.counterId ?? newCounterId(),
        }),
      );
      const { id, leavesGap, madeAt } = preview;
      const staged = await beside.stage(of.ledger, { id, knowsAll: !leavesGap, madeAt });
      if (!staged.ok) return await giveUp(stageProblems[staged.error]);
      // Something was sold meanwhile: it must not be moved aside unseen.
      if (isSelling()) return await giveUp('payment-unresolved');
      if (of.ledgerRevision !== counter.state().ledgerRevision) return await giveUp('not-looked-at');
      return ok(undefined);
    } catch (error) {
      log.fault('what an archive brings could not be written', error);
      return await giveUp('file-not-written');
    } finally {
      await beside.close();
    }
  };

  return {
    state: () => ({ asksPin: asksPin(), isBusy, last }),

    make: ({ kind, passphrase, pin }) =>
      alone(async (): Promise<Result<ArchiveWritten, Refusal>> => {
        const isMove = kind === 'move';
        if (isMove && store.get().retired !== null) return err({ code: 'already-moved' });
        // Only a PIN opens it again.
        if (isMove && !asksPin()) return err({ code: 'no-pin' });
        if (isMove && isSelling()) return err({ code: 'payment-unresolved' });
        const answered = await answeredFor(pin);
        if (!answered.ok) return answered;
        const { shop, day } = store.get().shop;
        const target = await places.chooseTarget(archiveName(shop.name, clock.now(), day.zone));
        if (target === undefined) return err({ code: 'cancelled' });
        const made = await (isMove ? move(target, passphrase) : makeCopy(target, passphrase));
        if (!made.ok) {
          log.fault(`an archive (${kind}) could not be written`, new Error(made.error.code));
          return made;
        }
        last = made.value;
        log.note(`an archive (${kind}) was written to ${target} on the word of ${answered.value}`);
        return made;
      }),

    async choose() {
      const file = await places.chooseArchive();
      if (file === undefined) return err({ code: 'cancelled' });
      chosen = file;
      held = undefined;
      return ok({ name: path.basename(file) });
    },

    preview: (passphrase) =>
      alone(async () => {
        const file = chosen;
        held = undefined;
        if (file === undefined) return err({ code: 'not-looked-at' });
        try {
          const looked = await look(file, passphrase);
          if (!looked.ok) remove(incoming);
          return looked;
        } catch (error) {
          log.fault('an archive could not be looked at', error);
          return err({ code: 'file-not-written' });
        }
      }),

    restore: (id, pin) =>
      alone(async (): Promise<Result<undefined, Refusal>> => {
        if (held?.preview.id !== id) return err({ code: 'not-looked-at' });
        if (isSelling()) return err({ code: 'payment-unresolved' });
        const answered = await answeredFor(pin);
        if (!answered.ok) return answered;
        const prepared = await prepare(held);
        if (!prepared.ok) return prepared;
        remove(incoming);
        log.note(`an archive (${held.preview.kind}) is restored on the word of ${answered.value}`);
        parts.restart();
        return ok(undefined);
      }),

    async reopen(pin) {
      if (isBusy) return err({ code: 'archive-busy' });
      const { retired } = store.get();
      if (retired === null) return err({ code: 'not-moved' });
      const approved = await approve(pin);
      if (!approved.ok) return err({ code: approved.error });
      try {
        ledger.addGap(retired.at, instant(Math.max(clock.now(), retired.at)));
      } catch (error) {
        log.fault('the gap of a moved counter could not be written', error);
        return err({ code: 'file-not-written' });
      }
      if (!saveRetired(null)) return err({ code: 'file-not-written' });
      log.note(`this counter, moved before, is opened again on the word of ${approved.value.person}`);
      selling.resume();
      counter.change({ gaps: ledger.openGaps().length });
      parts.onResumed();
      return ok(undefined);
    },
  };
}

const copyProblems = {
  'folder-not-writable': 'file-not-written',
  'no-room': 'no-room-here',
  'not-verified': 'source-unreadable',
  'source-unreadable': 'source-unreadable',
  'backup-not-found': 'source-unreadable',
  'payment-unresolved': 'payment-unresolved',
} as const;

const stageProblems = {
  ...copyProblems,
  'not-verified': 'archive-damaged',
  'source-unreadable': 'archive-damaged',
  'backup-not-found': 'archive-damaged',
} as const;

/** `loket-<shop>-<yyyymmdd>-<hhmm>.age`, in letters that every system takes. */
export function archiveName(shop: string, at: Instant, zone: Zone): string {
  const name = shop
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const time = formatDateTime(at, zone).slice(0, 16).replaceAll(/[-:]/g, '').replace(' ', '-');
  return `loket-${name === '' ? 'toko' : name}-${time}.age`;
}
