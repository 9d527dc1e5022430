import fs from 'node:fs';
import path from 'node:path';
import {
  appliedProvision,
  isWithoutSecrets,
  provisionSchema,
  type Provision,
} from '../../shared/provision.ts';
import type { ProvisionFault } from '../../shared/provision-fault.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { AppliedMemory } from './applied-memory.ts';
import { formerPrinterSchema, printingOf } from './former-printer.ts';
import { mostBytes, readFields } from './read-fields.ts';
import type { ProvisionFile, ProvisionFound } from './settings.ts';
import { syncFolder } from './sync-folder.ts';

export interface ProvisionFileOptions {
  /** Whether somebody named this very file: one that is not there is then a fault, and not the usual case. */
  readonly isNamed: boolean;
  /** Of files that lie where nobody may write. */
  readonly memory: AppliedMemory;
  /** Told why the file could not be written. */
  readonly onFault: (error: unknown) => void;
}

type Prepared = ReturnType<ProvisionFile['prepare']>;

export function openProvisionFile(
  file: string,
  { isNamed, memory, onFault }: ProvisionFileOptions,
): ProvisionFile {
  /** What was found there, byte for byte: that is what is applied. */
  let text = '';

  const understand = (): ProvisionFound => {
    const read = readFields<Provision>(text, provisionSchema, ofToday);
    if (!read.ok) return refused(read.error);
    const isApplied = read.value.applied !== undefined || memory.has(text);
    return isApplied ? { kind: 'applied' } : { kind: 'pending', provision: read.value };
  };

  const remembered = (provision: Provision): Prepared => {
    if (!isWithoutSecrets(provision)) return err('secrets-stay');
    return ok({
      commit() {
        try {
          return ok(memory.remember(text));
        } catch (error) {
          onFault(error);
          return err('file-not-written');
        }
      },
      abandon: () => undefined,
    });
  };

  return {
    path: file,
    read() {
      const found = readText(file);
      if (found === 'none' && !isNamed) return { kind: 'none' };
      if (found === 'none' || !found.ok) return refused({ code: 'unreadable', where: '' });
      text = found.value;
      return understand();
    },
    prepare(provision, applied) {
      const content = appliedProvision(provision, new Date(applied).toISOString());
      try {
        // Behind a link lies the file with the secrets: that one is replaced, not the link.
        const target = fs.realpathSync(file);
        const next = `${target}.applied`;
        writeDurably(next, `${JSON.stringify(content, null, 2)}\n`);
        return ok({
          commit: () => replace(target, next, onFault),
          abandon: () => fs.rmSync(next, { force: true }),
        });
      } catch (error) {
        if (isForbidden(error)) return remembered(provision);
        onFault(error);
        return err('file-not-written');
      }
    },
  };
}

/** A stick that is write-protected, or a folder of somebody else's. */
const isForbidden = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EROFS', 'EACCES', 'EPERM'].includes(String(error.code));

function replace(
  target: string,
  next: string,
  onFault: (error: unknown) => void,
): Result<void, 'file-not-written'> {
  try {
    fs.renameSync(next, target);
    syncFolder(path.dirname(target));
    return ok(undefined);
  } catch (error) {
    fs.rmSync(next, { force: true });
    onFault(error);
    return err('file-not-written');
  }
}

function readText(file: string): Result<string, undefined> | 'none' {
  try {
    const found = fs.statSync(file, { throwIfNoEntry: false });
    if (found === undefined) return 'none';
    const isReadable = found.isFile() && found.size <= mostBytes;
    return isReadable ? ok(fs.readFileSync(file, 'utf8')) : err(undefined);
  } catch {
    return err(undefined);
  }
}

/**
 * A file of the time when a counter had one printer, and `printer` said which, as it is written today. Anything else stays
 * as it is: what is wrong about it is found there.
 */
function ofToday(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || 'printing' in content) return content;
  if (!('printer' in content)) return content;
  const { printer, ...others } = content;
  const former = formerPrinterSchema.safeParse(printer);
  return former.success ? { ...others, printing: printingOf(former.data) } : content;
}

const refused = (fault: ProvisionFault): ProvisionFound => ({ kind: 'refused', fault });

function writeDurably(file: string, text: string): void {
  // Whatever stands there from an earlier start that was cut off; a link there is not followed.
  fs.rmSync(file, { force: true });
  const open = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeFileSync(open, text);
    fs.fsyncSync(open);
  } finally {
    fs.closeSync(open);
  }
}
