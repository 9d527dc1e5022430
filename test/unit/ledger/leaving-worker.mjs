// A worker that leaves without a word: at its first question, or after it, as the name of its ledger says.
import { parentPort, workerData } from 'node:worker_threads';

parentPort?.on('message', () => {
  if (workerData.ledger.endsWith('at-once')) process.exit(0);
  // A worker's port, which has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage({ kind: 'whole', reached: { seq: 1, hash: 'x' } });
  setTimeout(() => process.exit(0), 20);
});
