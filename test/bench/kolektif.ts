import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startTeleanjarServer } from '../../electron/training/teleanjar-server.ts';
import { noonClock, openHouse } from '../contract/house.ts';

/**
 * How long it takes to inquire a lot, against a biller that answers after a fixed time: the wall time over what the answers
 * alone would take at that many at once. Real sockets, a real ledger with its commits; no window.
 */
const { values } = parseArgs({
  options: {
    numbers: { type: 'string', default: '500' },
    // How long the biller takes to answer, in ms.
    reply: { type: 'string', default: '200' },
    // At most this may the ratio be.
    most: { type: 'string', default: '1.2' },
  },
});
const numbers = Number(values.numbers);
const replyMs = Number(values.reply);
const most = Number(values.most);

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-bench-lot-'));
const server = await startTeleanjarServer({ now: () => noonClock.now(), latencyMs: replyMs });
const patient = { connectSeconds: 60, firstByteSeconds: 60, wholeSeconds: 60 };
const house = openHouse({
  folder,
  biller: 'teleanjar',
  baseUrl: server.baseUrl,
  secrets: { ...server.account },
  route: patient,
});
try {
  house.checker.stop();
  const { groups, lots } = house.together;
  // Of the practice numbers those whose inquiry finds a bill.
  const members = Array.from({ length: numbers }, (_, index) => ({
    product: 'pln-postpaid' as const,
    service: null,
    number: `53000000${1100 + index}`,
    extras: {},
    denomination: null,
    note: '',
  }));
  const group = groups.save(null, { name: 'Bench', collector: '', members });
  const opened = lots.open([group.ok ? group.value : 0]);
  if (!opened.ok) throw new Error(opened.error.code);
  const began = performance.now();
  lots.inquire(opened.value);
  await lots.settled();
  const wallMs = performance.now() - began;
  const state = house.counter.state().lot;
  const atOnce = 4;
  const ideal = (numbers * replyMs) / atOnce;
  const ratio = wallMs / ideal;
  console.log(
    `${numbers} numbers, ${replyMs} ms an answer, ${atOnce} at once: ${(wallMs / 1000).toFixed(1)} s ` +
      `(${state?.billed ?? 0} bills), ${ratio.toFixed(3)} of the answers' own time; at most ${most}`,
  );
  if (state?.billed !== numbers || ratio > most) process.exitCode = 1;
} finally {
  house.close();
  await server.close();
  fs.rmSync(folder, { recursive: true, force: true });
}
