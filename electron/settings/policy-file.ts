import fs from 'node:fs';
import path from 'node:path';
import { policySchema, type Policy } from '../../shared/policy.ts';
import type { ProvisionFault } from '../../shared/provision-fault.ts';
import { mostBytes, readFields } from './read-fields.ts';
import type { PolicyFile, PolicyFound } from './settings.ts';

/** Where the administrator of the computer puts a policy. No variable of the environment moves it: those are the user's. */
export const policyPath = (platform: NodeJS.Platform): string =>
  platform === 'win32' ? 'C:\\ProgramData\\Loket\\policy.json' : '/etc/loket/policy.json';

export function openPolicyFile(file: string, platform: NodeJS.Platform): PolicyFile {
  return {
    path: file,
    read() {
      try {
        const opened = openIfThere(file);
        return opened === undefined ? { kind: 'none' } : readOpen(file, opened, platform);
      } catch {
        return refused({ code: 'unreadable', where: '' });
      }
    },
  };
}

const refused = (fault: ProvisionFault): PolicyFound => ({ kind: 'refused', fault });

/**
 * Follows no link, whose target may be anybody's, and waits for nobody at the other end of a pipe. Windows knows neither:
 * a flag that is not there sets no bit.
 */
const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

function openIfThere(file: string): number | undefined {
  try {
    return fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function readOpen(file: string, opened: number, platform: NodeJS.Platform): PolicyFound {
  try {
    const found = fs.fstatSync(opened);
    if (!found.isFile() || found.size > mostBytes) return refused({ code: 'unreadable', where: '' });
    const isOwned =
      platform === 'win32'
        ? (found.mode & 0o200) !== 0 && !mayBeWritten(file)
        : [found, fs.statSync(path.dirname(file))].every((each) => isOfRootAlone(each));
    if (!isOwned) return refused({ code: 'not-owned', where: '' });
    const read = readFields<Policy>(fs.readFileSync(opened, 'utf8'), policySchema, trimmed);
    return read.ok ? { kind: 'found', policy: read.value } : refused(read.error);
  } finally {
    fs.closeSync(opened);
  }
}

/** Whoever may write it, or another in its place, sets what the counter does. Access lists show in the group's bits. */
export const isOfRootAlone = ({ uid, mode }: Pick<fs.Stats, 'uid' | 'mode'>): boolean =>
  uid === 0 && (mode & 0o022) === 0;

/**
 * Windows shows no owner here. What this user may open for writing is no administrator's, and neither is what is only marked as
 * read-only: whoever made it may have done so.
 */
function mayBeWritten(file: string): boolean {
  try {
    fs.closeSync(fs.openSync(file, 'r+'));
    return true;
  } catch {
    return false;
  }
}

/** The settings' pages store texts without blanks around them: a policy that has some would forbid to save them. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(trimmed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each)]));
}
