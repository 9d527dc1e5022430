import fs from 'node:fs';
import path from 'node:path';
import { appliedProvision, provisionSchema } from '../../shared/provision.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { z } from '../../shared/zod.ts';
import { formerPrinterSchema, printingOf } from './former-printer.ts';
import type { ProvisionFile, ProvisionFound } from './settings.ts';
import { syncFolder } from './sync-folder.ts';

/** No counter has so much to say; a larger file is some other one. */
const maxBytes = 1_000_000;

export interface ProvisionFileOptions {
  /** Whether somebody named this very file: one that is not there is then a fault, and not the usual case. */
  readonly isNamed: boolean;
  /** Told why the file could not be written. */
  readonly onFault: (error: unknown) => void;
}

export function openProvisionFile(file: string, { isNamed, onFault }: ProvisionFileOptions): ProvisionFile {
  return {
    path: file,
    read() {
      const text = readText(file);
      if (text === 'none' && !isNamed) return { kind: 'none' };
      return text !== 'none' && text.ok ? understand(text.value) : refused('unreadable');
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
        onFault(error);
        return err('file-not-written');
      }
    },
  };
}

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
    const isReadable = found.isFile() && found.size <= maxBytes;
    return isReadable ? ok(fs.readFileSync(file, 'utf8')) : err(undefined);
  } catch {
    return err(undefined);
  }
}

function understand(text: string): ProvisionFound {
  let content: unknown;
  try {
    // Windows' own editor puts a byte order mark in front.
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return refused('not-json');
  }
  const valid = provisionSchema.safeParse(ofToday(content));
  if (!valid.success) return refused('invalid', whereIs(valid.error.issues[0]));
  return valid.data.applied === undefined ? { kind: 'pending', provision: valid.data } : { kind: 'none' };
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

const refused = (code: 'unreadable' | 'not-json' | 'invalid', where = ''): ProvisionFound => ({
  kind: 'refused',
  fault: { code, where },
});

/** Names only what looks like a field's name, and nothing below `secrets`: a key may be a secret in a wrong place. */
function whereIs(issue: z.core.$ZodIssue | undefined): string {
  const fullPath = [
    ...(issue?.path ?? []),
    ...(issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ];
  const secrets = fullPath.indexOf('secrets');
  return fullPath
    .slice(0, secrets === -1 ? fullPath.length : secrets + 1)
    .map((part) => (/^(?:\d+|[a-z$][\w-]{0,29})$/i.test(String(part)) ? String(part) : '?'))
    .join('.');
}

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
