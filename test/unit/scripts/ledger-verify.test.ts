import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../../electron/ledger/schema.ts';
import { aDay, alter, dayOf, seqOf } from '../ledger/altered-ledger.ts';
import { quoteId } from '../ledger/documents.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** What the command says, and its exit code. */
function verify(
  args: readonly string[],
  env: Record<string, string> = {},
): { readonly said: string; readonly code: number | null } {
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/ledger-verify.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { said: `${run.stdout}${run.stderr}`, code: run.status };
}

/** The ledger of a day, closed. */
function closedDay(): string {
  const { file, close } = aDay();
  close();
  return file;
}

describe('ledger:verify', () => {
  it('says of a whole ledger how far it went, and leaves it as it was', () => {
    const file = closedDay();
    const before = fs.readFileSync(file);
    const { said, code } = verify([file]);
    expect(said).toMatch(/whole \(live\): 31 events followed, 8 payments folded, in \d+\.\d seconds/);
    expect(code).toBe(0);
    expect(fs.readFileSync(file).equals(before)).toBe(true);
  });

  it('works while the program has the ledger open', () => {
    const { file, ledger } = aDay();
    expect(verify([file]).code).toBe(0);
    expect(ledger.countOpen()).toBe(3);
  });

  it('says of an altered one which event, when, of which payment, and how', () => {
    const file = closedDay();
    const seq = seqOf(file, dayOf.paid, 'arm');
    alter(file, (raw) =>
      raw.exec(`UPDATE payment SET total = total - 1000 WHERE id = '${quoteId(dayOf.paid)}'`),
    );
    const { said, code } = verify([file]);
    expect(said).toContain('NOT AS IT WAS WRITTEN');
    expect(said).toContain(`event ${seq}: “arm” of 2018-06-01 09:01:00 WIB, payment ${quoteId(dayOf.paid)}`);
    expect(said).toContain('is not as it was written');
    expect(code).toBe(1);
  });

  it.each([
    ['one in the middle', 'DELETE FROM event WHERE seq = 10', /event 10, which is gone; the next is 11/],
    [
      'the last one',
      'DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)',
      /event 31, which is gone, and nothing follows/,
    ],
  ])('says which event is missing: %s', (_which, sql, words) => {
    const file = closedDay();
    alter(file, (raw) => raw.exec(sql));
    const { said, code } = verify([file]);
    expect(said).toMatch(words);
    expect(said).toContain('events are missing here');
    expect(code).toBe(1);
  });

  it('says of a damaged one what SQLite finds', () => {
    const file = closedDay();
    const raw = new DatabaseSync(file);
    const { rootpage } = raw
      .prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'payment_sent_at'")
      .get() as { rootpage: number };
    raw.close();
    const bytes = fs.readFileSync(file);
    // An index that has lost its rows: its page says that it holds none.
    bytes.writeUInt16BE(0, (rootpage - 1) * 4096 + 3);
    fs.writeFileSync(file, bytes);
    const { said, code } = verify([file]);
    expect(said).toMatch(/DAMAGED: SQLite finds\n {2}.*payment_sent_at/s);
    expect(code).toBe(1);
  });

  it.each([
    ['older', migrations.length - 1, /an older Loket wrote this \(version \d+, this one reads \d+\)/],
    ['newer', migrations.length + 1, /a newer Loket wrote this/],
  ])('refuses one that an %s Loket wrote, with words', (_age, version, words) => {
    const file = closedDay();
    alter(file, (raw) => raw.exec(`PRAGMA user_version = ${version}`));
    const { said, code } = verify([file]);
    expect(said).toMatch(words);
    expect(code).toBe(1);
  });

  it('says what it was given where that is no ledger', () => {
    const folder = tempFolder();
    const [other, text] = [path.join(folder, 'other.db'), path.join(folder, 'text')];
    const raw = new DatabaseSync(other);
    raw.exec('CREATE TABLE t (n)');
    raw.close();
    fs.writeFileSync(text, 'no database, and long enough to be looked at as one. '.repeat(40));
    const { said, code } = verify([other, text, path.join(folder, 'nothing')]);
    expect(said).toMatch(
      /other\.db\nthis is no ledger.*text\ncannot be read: .*nothing\nthere is no such file/s,
    );
    expect(code).toBe(1);
  });

  it('follows every ledger of a data folder, and one that is not whole is enough', () => {
    const folder = tempFolder();
    for (const kind of ['live', 'sandbox']) {
      fs.mkdirSync(path.join(folder, kind));
      fs.copyFileSync(closedDay(), path.join(folder, kind, 'ledger.db'));
    }
    const whole = verify(['--data-folder', folder]);
    expect(whole.said.match(/whole/g)).toHaveLength(2);
    expect(whole.code).toBe(0);
    alter(path.join(folder, 'sandbox/ledger.db'), (raw) =>
      raw.exec('UPDATE event SET at = at + 1 WHERE seq = 5'),
    );
    const altered = verify(['--data-folder', folder]);
    expect(altered.said).toMatch(/live\/ledger\.db\nwhole/);
    expect(altered.said).toMatch(/sandbox\/ledger\.db\nNOT AS IT WAS WRITTEN\n {2}event 5:/);
    expect(altered.code).toBe(1);
  });

  it('takes this user’s own counter where it is told nothing, and says where there is none', () => {
    const home = tempFolder();
    const env = {
      HOME: home,
      XDG_CONFIG_HOME: path.join(home, 'config'),
      APPDATA: path.join(home, 'config'),
    };
    expect(verify([], env)).toMatchObject({
      code: 1,
      said: expect.stringContaining('there is no ledger in'),
    });
  });

  it('finds a file by the name that it has where npm was called', () => {
    const file = closedDay();
    const { code } = verify([path.basename(file)], { INIT_CWD: path.dirname(file) });
    expect(code).toBe(0);
  });

  it('says what it does not understand', () => {
    expect(verify(['--repair'])).toMatchObject({ code: 1, said: expect.stringContaining('--repair') });
  });
});
