import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { readTable } from '../../electron/tables/table-files.ts';
import { answerFileDialogs } from './answer-file-dialogs.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { picture } from './pictures.ts';
import { pressTab } from './settings-driver.ts';

/** As owners have it on another PC; `npm test` installs it. Where it is not, that one step is skipped, and said so. */
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) process.stderr.write('LibreOffice is not here: that it opens what is saved is not tested.\n');

/** What an owner does of an evening: looks at the figures, takes them along, and compares them with the biller's list. */
describe('the reports', () => {
  let counter: CounterApp;
  let folder: string;
  beforeAll(async () => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-reports-'));
    counter = await openCounter();
  });
  afterAll(async () => {
    expect(counter.complaints).toEqual([]);
    await counter.close();
    fs.rmSync(folder, { recursive: true, force: true });
  });

  const dialog = () => counter.page.getByRole('dialog', { name: 'Laporan' });
  const said = () => counter.page.getByTestId('reports-said');
  const table = () => counter.page.getByTestId('reports-table');
  const tab = (name: string) => dialog().getByRole('tab', { name });
  const group = (name: string) => counter.page.getByTestId(`group-${name}`);
  const open = async () => {
    await counter.page.keyboard.press('Control+l');
    await dialog().waitFor();
  };

  const answerDialogs = (file: string) => answerFileDialogs(counter.app, file);

  const sell = async (number: string, end: string) => {
    await askFor(counter.page, 'pln-postpaid', number);
    await waitForBill(counter.page);
    await payExactly(counter.page);
    await outcomeOf(counter.page, end).waitFor();
  };

  it('of a counter that has sold nothing say so', async () => {
    await open();
    await expect(dialog()).toContainText('Tidak ada penjualan pada hari-hari ini.');
    await expect(dialog().getByRole('button', { name: 'Simpan Excel' })).toBeDisabled();
    await picture(counter.page, 'reports-empty');
    await counter.page.keyboard.press('Escape');
    await expect(dialog()).toBeHidden();
  });

  it('add up what was sold, and what was refused apart', async () => {
    await sell('530000000001', 'paid');
    await sell('530000000002', 'paid');
    await sell('530000001014', 'rejected');
    await open();
    await expect(counter.page.getByTestId('reports-sums')).toContainText('Lembar2');
    await expect(dialog()).toContainText('1 ditolak: tidak ikut dihitung.');
    await expect(table().getByRole('row')).toHaveCount(2);
    await dialog().getByRole('combobox', { name: 'Per', exact: true }).selectOption({ label: 'Per produk' });
    await expect(table()).toContainText('PLN pascabayar');
    await picture(counter.page, 'reports-sales');
    await resize(counter, { width: 1024, height: 600 });
    await picture(counter.page, 'reports-sales-small');
    await resize(counter, { width: 1366, height: 768 });
  });

  const billedShown = async () => {
    const cell = table().locator('tbody tr').first().locator('td').nth(1);
    return Number((await cell.innerText()).replaceAll('.', ''));
  };

  it('are saved as Excel, CSV and PDF, with the same figures', async () => {
    for (const [key, name] of [
      ['Control+s', 'laporan.xlsx'],
      ['Control+k', 'laporan.csv'],
      ['Control+f', 'laporan.pdf'],
    ] as const) {
      const file = path.join(folder, name);
      await answerDialogs(file);
      await counter.page.keyboard.press(key);
      await expect(said()).toHaveText(`Tersimpan: ${file}`, { timeout: 30_000 });
    }
    const billed = await billedShown();
    for (const format of ['xlsx', 'csv'] as const) {
      const read = await readTable(fs.readFileSync(path.join(folder, `laporan.${format}`)), format);
      if (!read.ok) throw new Error(read.error);
      expect(read.value.at(-1)?.cells.slice(0, 3)).toEqual(['Jumlah', '2', String(billed)]);
    }
    expect(fs.readFileSync(path.join(folder, 'laporan.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
    if (process.env['LOKET_PICTURES'] !== undefined)
      fs.copyFileSync(
        path.join(folder, 'laporan.pdf'),
        path.join(process.env['LOKET_PICTURES'], 'laporan.pdf'),
      );
  });

  it.skipIf(!hasOffice)(
    'are opened by LibreOffice, whose own sums agree',
    async () => {
      const billed = await billedShown();
      const profile = `-env:UserInstallation=file://${folder}/office`;
      const to = ['--headless', '--convert-to', 'csv', '--outdir', path.join(folder, 'office-out')];
      execFileSync('soffice', [profile, ...to, path.join(folder, 'laporan.xlsx')], { timeout: 120_000 });
      const written = fs.readFileSync(path.join(folder, 'office-out/laporan.csv'), 'utf8').trim().split('\n');
      // Its own separators within the amounts, as its language has them.
      const total = written.at(-1)?.replaceAll('"', '') ?? '';
      expect(total.startsWith('Jumlah,2,')).toBe(true);
      expect(total.replaceAll(/[.,]/g, '')).toContain(String(billed));
    },
    180_000,
  );

  it('show what the biller told of its deposit', async () => {
    await pressTab(tab('Saldo'));
    await expect(counter.page.getByTestId('deposit-reach')).toContainText('kurang dari 3 hari');
    await picture(counter.page, 'reports-deposit');
  });

  it('find what differs from the biller’s statement, that and nothing else', async () => {
    const billed = await billedOf();
    const file = path.join(folder, 'mutasi.csv');
    const day = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const lines = [
      'Tanggal;IDPEL;Nominal;Status',
      `${day};530000000001;${billed.get('530000000001') ?? 0};SUKSES`,
      `${day};530000000002;${(billed.get('530000000002') ?? 0) + 5000};SUKSES`,
      `${day};530000009999;77.500;SUKSES`,
      `${day};530000008888;1.000;GAGAL`,
      `${day};530000007777;seribu;SUKSES`,
    ];
    fs.writeFileSync(file, lines.join('\r\n'));
    await answerDialogs(file);
    await pressTab(tab('Cocokkan'));
    await counter.page.keyboard.press('Control+o');
    await expect(dialog()).toContainText('mutasi.csv: 5 baris');
    await dialog().getByRole('button', { name: 'Cocokkan', exact: true }).click();
    await expect(group('other-amount').locator('summary')).toContainText('1');
    await expect(group('other-amount').getByRole('row')).toContainText(['', '530000000002']);
    await expect(group('only-there')).toContainText('530000009999');
    await expect(group('both').locator('summary')).toContainText(/Cocok\s*1/);
    await expect(group('only-here').locator('summary')).toContainText(/Hanya di sini\s*0/);
    await expect(group('uncertain').locator('summary')).toContainText(/0/);
    await expect(dialog()).toContainText('Baris 6: nominalnya tidak terbaca (seribu)');
    await expect(dialog()).toContainText('1 baris yang gagal menurut mutasi tidak dibandingkan.');
    await picture(counter.page, 'reports-reconcile');
    const saved = path.join(folder, 'hasil.xlsx');
    await answerDialogs(saved);
    await counter.page.keyboard.press('Control+s');
    await expect(said()).toHaveText(`Tersimpan: ${saved}`, { timeout: 30_000 });
    const read = await readTable(fs.readFileSync(saved), 'xlsx');
    // The header, three of the statement, and the sums; nothing that is refused here.
    expect(read.ok ? read.value.length : read.error).toBe(5);
  });

  it('lead from a payment that was found to the payment itself', async () => {
    await group('other-amount').getByRole('button', { name: 'Lihat' }).click();
    await expect(dialog()).toBeHidden();
    await expect(counter.page.locator('.recent-entry[aria-current="true"]')).toContainText('129.950');
  });

  /** What each customer's bill came to, as the history has it without the shop's own fee. */
  async function billedOf(): Promise<ReadonlyMap<string, number>> {
    const found = await counter.page.evaluate(async () => {
      const query = { text: '', from: null, until: null, cashier: null, state: null, product: null };
      const page = await (
        window as unknown as {
          loket: {
            searchHistory: (input: unknown) => Promise<{
              value: { entries: readonly { customerNumber: string; due: number }[] };
            }>;
          };
        }
      ).loket.searchHistory({ query, behind: null });
      return page.value.entries.map(({ customerNumber, due }) => [customerNumber, due] as const);
    });
    return new Map(found);
  }
});
