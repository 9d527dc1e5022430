import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { startTeleanjarServer, type TeleanjarServer } from '../../../electron/training/teleanjar-server.ts';
import { noonClock } from '../../contract/house.ts';
import { bundle } from '../kill/bundle.ts';
import { summarize } from '../size.ts';
import type { LotLife, LotReport } from './lot-protocol.ts';

/** Two that are paid, one that is refused, one whose answer says nothing though it is charged, one without a bill. */
const numbers = ['123456789282', '530000001100', '530000001068', '123456792482', '530000000014'];

/** Runs a counter until its end; `undefined` where it was killed. */
function live(program: string, life: LotLife): Promise<LotReport | undefined> {
  const child = spawn(process.execPath, [program, JSON.stringify(life)]);
  let out = '';
  let faults = '';
  child.stdout.on('data', (bytes: Buffer) => (out += bytes.toString()));
  child.stderr.on('data', (bytes: Buffer) => (faults += bytes.toString()));
  return new Promise((resolve, reject) => {
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(undefined);
      else if (code === 0) resolve(JSON.parse(out) as LotReport);
      else reject(new Error(`a counter failed: ${faults}`));
    });
  });
}

const booked = ({ books }: TeleanjarServer) => books.payments().map(({ customer }) => customer);

it('goes on after a kill at any point of a lot, pays nobody twice, and comes to its end', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-lot-kills-'));
  const began = performance.now();
  try {
    const program = await bundle('lots/lot-life.ts', folder);
    let kills = 0;
    let unknowns = 0;
    for (let dieAt = 1; ; dieAt += 1) {
      const own = path.join(folder, `shop-${dieAt}`);
      fs.mkdirSync(own);
      const server = await startTeleanjarServer({ seed: 'lots', now: () => noonClock.now() });
      try {
        const life = {
          folder: own,
          baseUrl: server.baseUrl,
          secrets: { ...server.account },
          numbers,
        };
        const first = await live(program, { ...life, dieAt });
        const last = first ?? (await live(program, { ...life, dieAt: 0 }));
        const where = `killed at step ${dieAt}`;
        expect(last, where).toBeDefined();
        const charged = booked(server);
        expect(new Set(charged).size, `${where}: ${charged.join(' ')}`).toBe(charged.length);
        // Whatever the kill left is settled or unknown; nothing waits, and who is charged has a payment.
        for (const state of last?.states ?? [])
          expect(['paid', 'refused', 'unknown', 'no-bill'], where).toContain(state);
        expect(
          last?.states.filter((state) => state === 'paid' || state === 'unknown').length,
          where,
        ).toBeGreaterThanOrEqual(charged.length);
        expect(new Set(last?.payments).size, where).toBe(4);
        unknowns += last?.states.filter((state) => state === 'unknown').length ?? 0;
        if (first !== undefined) {
          expect(first.steps).toBeLessThan(dieAt);
          break;
        }
        kills += 1;
      } finally {
        await server.close();
      }
      fs.rmSync(own, { recursive: true, force: true });
    }
    // Five inquiries and four payments, each with its commits and its sending, before and after.
    expect(kills).toBeGreaterThanOrEqual(2 * (1 + 5 + 4 * 4));
    summarize({
      test: 'lot-kills',
      kills,
      unknowns,
      paidTwice: 0,
      secondsPerKill: Math.round((performance.now() - began) / kills) / 1000,
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
