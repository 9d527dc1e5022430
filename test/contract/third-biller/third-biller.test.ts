import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnectBillers } from '../../../electron/app/connect-billers.ts';
import { createSellers } from '../../../electron/app/sellers.ts';
import { billerDefinitions } from '../../../electron/billers/registry.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { billerFormSchema } from '../../../shared/biller-profile.ts';
import { openHouse } from '../house.ts';
import { kampung } from './kampung.ts';

const replies: Readonly<Record<string, object>> = {
  ask: { ok: true, id: 'K1', number: '12345', name: 'PAK RT', owed: 45_000 },
  pay: { ok: true, id: 'K1', number: '12345', paid: 45_000, ref: 'AIR-0001' },
};

describe('a third biller', () => {
  const seen: Record<string, string>[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const asked = JSON.parse(body) as Record<string, string>;
      seen.push(asked);
      response.end(JSON.stringify(replies['ask' in asked ? 'ask' : 'pay']));
    });
  });
  let baseUrl = '';
  let folder = '';
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-third-'));
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    baseUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
  });
  afterAll(() => {
    server.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  it('is a definition whose form the settings screen can draw', () => {
    expect(billerFormSchema.safeParse(kampung.form).success).toBe(true);
  });

  it('sells beside the others once it is in the list, and only in a ledger of its address’s kind', async () => {
    const profile = { ...kampung.form.defaults, baseUrl };
    const connect = createConnectBillers({
      definitions: [...billerDefinitions, kampung],
      settings: () => ({ ...defaultSettings, billers: { kampung: profile } }),
      hasCredentials: (id) => id === 'kampung',
      credentials: () => ({ key: 'k' }),
      readCa: () => '',
      train: () => Promise.resolve(undefined),
    });
    const billers = await connect.forLedger('sandbox');
    expect(createSellers(billers, 'teleanjar').catalogue).toEqual([
      {
        product: 'pdam',
        biller: 'kampung',
        billerName: 'Kampung Bayar',
        services: kampung.form.defaults.services,
      },
    ]);
    expect(await connect.forLedger('live')).toEqual([]);
  });

  it('is asked, paid once, and receipted by the program as it is', async () => {
    const house = openHouse({ folder, definition: kampung, baseUrl, secrets: { key: 'k' } });
    expect(await house.buy('pdam', '12345')).toBe('paid');
    const id = house.lastPayment();
    if (id === undefined) throw new Error('no payment');
    expect(seen).toEqual([
      { ask: '12345', key: 'k' },
      { pay: 'K1', key: 'k' },
    ]);
    const receipt = house.receipts.text(id);
    expect(receipt.ok && receipt.value).toMatch(/Air Kampung[^]*AIR-0001[^]*TOTAL BAYAR *: *Rp *45\.000/);
    expect(house.faults).toEqual([]);
    house.close();
  });

  it('is named nowhere else, as none of the billers is', () => {
    const root = path.resolve(import.meta.dirname, '../../..');
    const named = [
      'electron/app',
      'electron/ledger',
      'electron/printing',
      'electron/ipc',
      'renderer',
      'shared',
    ]
      .flatMap((each) => fs.readdirSync(path.join(root, each), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name))
      .filter((file) => /teleanjar|\biak\b/i.test(withoutComments(fs.readFileSync(file, 'utf8'))))
      .map((file) => path.relative(root, file));
    expect(named).toEqual([]);
  });
});

const withoutComments = (code: string): string =>
  code.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '');
