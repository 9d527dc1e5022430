// In place of the worker for queries: it holds its first answer back until it is told, and dies when it is asked for 'die'.
import { parentPort, workerData } from 'node:worker_threads';

const { gate } = workerData.ledger === 'gated' ? { gate: new Int32Array(new SharedArrayBuffer(4)) } : {};
let answered = 0;
parentPort.on('message', ({ text }) => {
  if (text === 'die') process.exit(3);
  answered += 1;
  const wait = gate !== undefined && answered === 1 ? 300 : 0;
  setTimeout(
    () =>
      parentPort.postMessage([
        { product: 'pdam', service: '', number: String(answered), name: text, label: '', lastAt: null },
      ]),
    wait,
  );
});
