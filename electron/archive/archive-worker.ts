import { parentPort } from 'node:worker_threads';
import { archiveTaskSchema, type ArchiveTask } from './archive-task.ts';
import { readArchive } from './read-archive.ts';
import { writeArchive } from './write-archive.ts';

// The worker that packs and locks beside the sale. It does one thing and ends, and the passphrase with it.

const answer = (task: ArchiveTask): Promise<unknown> =>
  task.kind === 'write' ? writeArchive(task.order) : readArchive(task.order);

parentPort?.once('message', (message: unknown) => {
  void answer(archiveTaskSchema.parse(message)).then((said) => parentPort?.postMessage(said));
});
