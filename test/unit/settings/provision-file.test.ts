import fs from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openAppliedMemory } from '../../../electron/settings/applied-memory.ts';
import { openProvisionFile } from '../../../electron/settings/provision-file.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { defaultPrinting } from '../../../shared/printing/printing-settings.ts';
import type { Provision } from '../../../shared/provision.ts';
import { instant } from '../../../shared/time.ts';
import { canMount, onSmallDisk } from '../ledger/small-disk.ts';
import { tempFolder } from '../ledger/temp-folder.ts';
import type { ProtectedStick } from './on-protected-stick.ts';

const at = instant(Date.parse('2026-01-02T03:04:05Z'));
const content: Provision = {
  version: 1,
  language: 'en',
  billers: { iak: { secrets: { username: 'k4n4ri-user', apiKey: 'k4n4ri-key' } } },
  pin: '471193826505',
};

function bench(isNamed = false) {
  const folder = tempFolder();
  const file = path.join(folder, 'provision.json');
  const faults: unknown[] = [];
  const memory = openAppliedMemory(path.join(folder, 'applied-before.json'));
  const provisionFile = openProvisionFile(file, {
    isNamed,
    memory,
    onFault: (error) => void faults.push(error),
  });
  const write = (text: string | Uint8Array): void => fs.writeFileSync(file, text);
  return { folder, file, faults, provisionFile, write };
}

const refused = (code: string, where = '') => ({ kind: 'refused', fault: { code, where } });

describe('reading a provisioning file', () => {
  it('finds none where there is none, unless somebody named it', () => {
    expect(bench().provisionFile.read()).toEqual({ kind: 'none' });
    expect(bench(true).provisionFile.read()).toEqual(refused('unreadable'));
  });

  it('finds what stands there, also behind the mark that Windows’ editor writes', () => {
    for (const mark of ['', '\uFEFF']) {
      const { provisionFile, write } = bench(true);
      write(`${mark}${JSON.stringify(content)}`);
      expect(provisionFile.read()).toEqual({ kind: 'pending', provision: content });
    }
  });

  it.each([
    ['screen', { kind: 'screen', paper: '80mm' }, { kind: 'screen' }],
    ['file', { kind: 'file', paper: '80mm', path: '/dev/usb/lp0' }, { kind: 'file', path: '/dev/usb/lp0' }],
    [
      'network',
      { kind: 'network', paper: '80mm', host: '192.168.1.50', port: 9100 },
      { kind: 'network', host: '192.168.1.50', port: 9100 },
    ],
  ])('reads one of the time when a counter had one printer (%s)', (id, printer, connection) => {
    const { provisionFile, write, file } = bench();
    write(JSON.stringify({ ...content, printer }));
    const found = provisionFile.read();
    if (found.kind !== 'pending') throw new Error(found.kind);
    const { printing, ...others } = found.provision;
    expect(others).toEqual(content);
    expect(printing).toMatchObject({
      printers: [{ id, connection, profile: printerProfiles['80mm'] }],
      receipts: id,
      reports: id,
    });
    const next = provisionFile.prepare(found.provision, at);
    expect(next.ok && next.value.commit().ok).toBe(true);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toMatchObject({ printing });
    expect(provisionFile.read()).toEqual({ kind: 'applied' });
  });

  it('lets one lie that was applied in that time', () => {
    const { provisionFile, write } = bench();
    const applied = '2026-01-02T03:04:05.000Z';
    write(JSON.stringify({ version: 1, applied, printer: { kind: 'screen', paper: '58mm' } }));
    expect(provisionFile.read()).toEqual({ kind: 'applied' });
  });

  it('does not try what is no file, or is too large to be one', () => {
    const folder = bench();
    fs.mkdirSync(folder.file);
    expect(folder.provisionFile.read()).toEqual(refused('unreadable'));
    const large = bench();
    large.write(JSON.stringify({ ...content, pictureFolder: ' '.repeat(1_000_000) }));
    expect(large.provisionFile.read()).toEqual(refused('unreadable'));
  });

  it.each([
    ['what nobody knows', { ...content, shops: 1 }, 'shops'],
    ['a part that is missing', { language: 'en' }, 'version'],
    [
      'a service that is none',
      { ...content, billers: { iak: { profile: { services: [{}] } } } },
      'billers.iak.profile.services.0.product',
    ],
    ['a name that is none', { ...content, billers: { 'I A K': {} } }, 'billers.?'],
    [
      'secrets, whatever is wrong about them',
      { ...content, billers: { iak: { secrets: { a: 1 } } } },
      'billers.iak.secrets',
    ],
    ['an applied file with secrets', { ...content, applied: '2026-01-02T03:04:05.000Z' }, 'applied'],
    [
      'an applied file with a PIN',
      { version: 1, pin: '1234', applied: '2026-01-02T03:04:05.000Z' },
      'applied',
    ],
    [
      'a printer of that time that is none',
      { version: 1, printer: { kind: 'usb', paper: '58mm' } },
      'printer',
    ],
    [
      'a printer of that time beside those of today',
      { version: 1, printer: { kind: 'screen', paper: '58mm' }, printing: defaultPrinting },
      'printer',
    ],
    ['a PIN too short', { version: 1, pin: '123' }, 'pin'],
  ])('names the place of %s, and no value', (_what, wrong, where) => {
    const { provisionFile, write } = bench();
    write(JSON.stringify(wrong));
    expect(provisionFile.read()).toEqual(refused('invalid', where));
  });

  it('never throws, and never tells what stands there, whatever that is', () => {
    const { provisionFile, write } = bench();
    const secret = 'k4n4ri-in-a-wrong-place-and-long';
    const value = fc.oneof(fc.constant(secret), fc.jsonValue());
    const key = fc.constantFrom('version', 'billers', 'iak', 'secrets', 'profile', 'pin', 'shop', 'name');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, value, fc.dictionary(key, tie('tree'))),
    }));
    fc.assert(
      fc.property(tree, (any) => {
        write(JSON.stringify(any));
        const found = provisionFile.read();
        if (found.kind === 'refused') expect(JSON.stringify(found)).not.toContain('k4n4ri');
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        write(bytes);
        expect(provisionFile.read().kind).not.toBe('none');
      }),
    );
  });
});

describe('rewriting a provisioning file', () => {
  function prepared(options = bench()) {
    options.write(JSON.stringify(content));
    const result = options.provisionFile.prepare(content, at);
    if (!result.ok) throw new Error('not prepared');
    return { ...options, next: result.value };
  }

  it('changes nothing until it is committed, and then leaves no secret and no other file', () => {
    const { next, file, folder, provisionFile } = prepared();
    expect(provisionFile.read().kind).toBe('pending');
    expect(next.commit()).toEqual({ ok: true, value: undefined });
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual({
      version: 1,
      language: 'en',
      billers: { iak: {} },
      applied: '2026-01-02T03:04:05.000Z',
    });
    expect(fs.readdirSync(folder)).toEqual(['provision.json']);
    expect(provisionFile.read()).toEqual({ kind: 'applied' });
  });

  it('prepares without any secret', () => {
    const { folder } = prepared();
    const others = fs.readdirSync(folder).filter((name) => name !== 'provision.json');
    expect(others).toHaveLength(1);
    for (const name of others) {
      const text = fs.readFileSync(path.join(folder, name), 'utf8');
      expect(text).not.toMatch(/k4n4ri|471193826505/);
    }
  });

  it('that is given up leaves everything as it was', () => {
    const { next, file, folder } = prepared();
    next.abandon();
    expect(fs.readdirSync(folder)).toEqual(['provision.json']);
    expect(JSON.parse(fs.readFileSync(file, 'utf8'))).toEqual(content);
  });

  it('goes over what an earlier start left behind', () => {
    const options = bench();
    fs.writeFileSync(`${options.file}.applied`, 'from a start that was cut off');
    const { next, file } = prepared(options);
    expect(next.commit().ok).toBe(true);
    expect(fs.readFileSync(file, 'utf8')).toContain('"applied"');
  });

  it.skipIf(process.platform === 'win32')('takes the secrets out of the file behind a link', () => {
    const options = bench();
    const stick = tempFolder();
    const real = path.join(stick, 'for-counter-7.json');
    fs.writeFileSync(real, JSON.stringify(content));
    fs.symlinkSync(real, options.file);
    const result = options.provisionFile.prepare(content, at);
    if (!result.ok) throw new Error('not prepared');
    expect(result.value.commit().ok).toBe(true);
    expect(fs.readFileSync(real, 'utf8')).not.toContain('k4n4ri');
    expect(fs.readdirSync(stick)).toEqual(['for-counter-7.json']);
    expect(fs.lstatSync(options.file).isSymbolicLink()).toBe(true);
  });

  it('that is not possible is told, and no secret with it', () => {
    const { provisionFile, faults } = bench();
    expect(provisionFile.prepare(content, at)).toEqual({ ok: false, error: 'file-not-written' });
    const failing = prepared();
    fs.rmSync(failing.file);
    fs.mkdirSync(path.join(failing.file, 'in the way'), { recursive: true });
    expect(failing.next.commit()).toEqual({ ok: false, error: 'file-not-written' });
    expect(fs.readdirSync(failing.folder)).toEqual(['provision.json']);
    expect([...faults, ...failing.faults]).toHaveLength(2);
    expect([...faults, ...failing.faults].map(String).join('\n')).not.toContain('k4n4ri');
  });
});

describe.runIf(canMount)('a provisioning file on a write-protected stick', () => {
  const found = canMount ? (onSmallDisk('1m', '../settings/on-protected-stick.ts') as ProtectedStick) : null;

  it('is applied once where it holds no secrets: the counter remembers it', () => {
    expect(found?.plain).toEqual({ before: 'pending', prepared: true, after: 'applied', changed: 'pending' });
  });

  it('is refused where it holds secrets, which would stay on it', () => {
    expect(found?.secret).toEqual({ before: 'pending', prepared: 'secrets-stay', after: 'pending' });
    expect(found?.people).toBe('secrets-stay');
  });
});
