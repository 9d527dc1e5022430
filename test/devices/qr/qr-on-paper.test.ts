import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeReceipt } from '../../../electron/printing/encode.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { readInfoStruk } from '../../../shared/receipt/info-struk.ts';
import { layOutReceipt } from '../../../shared/receipt/layout.ts';
import { plnPrepaid } from '../../fixtures/receipt/info-struk.ts';
import { pbmOf, printedPictures } from './printed-picture.ts';
import { composeReceipt } from '../../unit/receipt/compose-receipt.ts';

const run = promisify(execFile);

/** From the shop's settings to the printer's bytes, to dots, to what a scanner of somebody else's makes of them. */
describe('the code on a receipt', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-qr-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  async function scanned(qr: string, model: keyof typeof printerProfiles): Promise<string> {
    const receipt = composeReceipt(readInfoStruk(plnPrepaid, 1).document, {
      ledger: 'training',
      copy: 0,
      shop: { name: 'Loket Bu Sri', address: '' },
      slip: { logo: null, footer: 'Terima kasih', qr },
      paper: printerProfiles[model],
    });
    const pictures = printedPictures(Buffer.from(encodeReceipt(layOutReceipt(receipt))));
    expect(pictures).toHaveLength(1);
    const file = path.join(folder, 'code.pbm');
    fs.writeFileSync(file, Buffer.concat(pictures.map(pbmOf)));
    // As the code has it: of longer texts in other letters than ours zbarimg guesses the encoding, and wrongly.
    const { stdout } = await run('zbarimg', ['--quiet', '--raw', '-Sbinary', file]);
    return stdout;
  }

  const texts = {
    'a digit': '0',
    'a telephone number': '081234567890',
    'an address in capitals': 'HTTPS://LOKET.EXAMPLE/7',
    'an address': 'https://wa.me/6281234567890?text=Halo%20Bu%20Sri',
    'words in more than ASCII': 'Toko Bu Sri – buka tiap hari, café & token ✓',
    'a network': 'WIFI:T:WPA;S:Warung Bu Sri;P:kopi-susu-99;;',
    'an address of 190 letters': `https://loket.example/${'jalan-nangka-raya/'.repeat(9)}ujung`,
    'two hundred letters': 'x'.repeat(200),
    'two hundred signs of three bytes each': '漢'.repeat(200),
  };

  for (const model of ['58mm', '58mm-nt-5890k', '80mm', '80mm-42'] as const) {
    it.each(Object.entries(texts))(`says on ${model} what was set: %s`, async (_, text) => {
      expect(await scanned(text, model)).toBe(text);
    });
  }

  it('is not read out of nothing: where there is none, the scanner says so', async () => {
    const file = path.join(folder, 'noise.pbm');
    const rows = Array.from({ length: 264 }, (_, y) => Buffer.alloc(33, y % 3 === 0 ? 0xaa : 0x0f));
    fs.writeFileSync(file, pbmOf({ rowBytes: 33, rows }));
    await expect(run('zbarimg', ['--quiet', '--raw', file])).rejects.toMatchObject({ code: 4 });
  });
});
