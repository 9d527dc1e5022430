import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPrinter, printerOver, warmUpPrinting } from '../../../electron/printing/create-printer.ts';
import { papers } from '../../../shared/receipt/paper.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'loket-printer-'));
  await warmUpPrinting();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const receipt = Uint8Array.from({ length: 5000 }, (_, index) => index % 256);

describe('a printer as the settings name it', () => {
  it('prints on the screen at once', async () => {
    const printer = createPrinter({ kind: 'screen', paper: '80mm' });
    expect(printer.paper).toBe(papers['80mm']);
    expect(await printer.print(receipt)).toEqual({ state: 'printed' });
  });

  it('prints every byte to a file', async () => {
    const target = path.join(folder, 'receipts.bin');
    const printer = createPrinter({ kind: 'file', paper: '58mm', path: target });
    expect(await printer.print(receipt)).toEqual({ state: 'printed' });
    expect(Uint8Array.from(readFileSync(target))).toEqual(receipt);
  });

  it('prints every byte to a network printer', async () => {
    const chunks: Buffer[] = [];
    const server = createServer((socket) => socket.on('data', (chunk) => chunks.push(chunk)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const printer = createPrinter({ kind: 'network', paper: '58mm', host: '127.0.0.1', port });
    expect(await printer.print(receipt)).toEqual({ state: 'sent' });
    expect(Uint8Array.from(Buffer.concat(chunks))).toEqual(receipt);
    server.close();
  });
});

describe('the library between a job and its transport', () => {
  it('hands on exactly the job’s bytes, in memory that no later job changes', async () => {
    const taken: Uint8Array[] = [];
    const printer = printerOver(
      {
        async send(bytes) {
          taken.push(bytes);
          return { state: 'printed' };
        },
      },
      papers['58mm'],
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async (job) => {
        await printer.print(job);
        expect(taken.at(-1)).toEqual(job);
      }),
    );
    const first = Uint8Array.of(1, 2, 3);
    await printer.print(first);
    const kept = taken.at(-1);
    await printer.print(Uint8Array.of(9, 9, 9));
    expect(kept).toEqual(first);
  });

  it('does not hide a transport that rejects', async () => {
    const broken = printerOver({ send: () => Promise.reject(new Error('a bug')) }, papers['58mm']);
    await expect(broken.print(receipt)).rejects.toThrow('a bug');
  });
});
