import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileLog } from '../../../electron/logging/file-log.ts';
import { tempFolder } from '../ledger/temp-folder.ts';

const canary = 'kanari-rahasia-9731';

function newLog() {
  const folder = tempFolder();
  const log = openFileLog({ folder, toConsole: false, secrets: () => [canary] });
  return { log, written: () => fs.readFileSync(path.join(folder, 'loket.log'), 'utf8') };
}

describe('the log in the data folder', () => {
  it('says what happened and why', () => {
    const { log, written } = newLog();
    log.fault('the printer is gone', new Error('ECONNREFUSED'));
    log.note('a note');
    expect(written()).toMatch(/error the printer is gone: Error: ECONNREFUSED\n/);
    expect(written()).toMatch(/info a note\n/);
  });

  it('never holds a secret, in whatever it was handed in', () => {
    const { log, written } = newLog();
    log.note(`key ${canary}`);
    log.fault(`login ${canary}`, new Error(`refused for ${canary}`));
    log.fault('body', `{"api_key":"${Buffer.from(canary).toString('base64')}"}`);
    log.fault('url', `https://host/?key=${encodeURIComponent(canary)}`);
    expect(written().split('[secret]')).toHaveLength(6);
    expect(written()).not.toContain(canary);
    expect(written()).not.toContain(Buffer.from(canary).toString('base64'));
  });
});
