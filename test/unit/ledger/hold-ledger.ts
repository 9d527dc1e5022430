/** Another program that has a ledger in hand: it locks the file for writing, says so, and lets go when it is told to. */
import { DatabaseSync } from '@photostructure/sqlite';

const raw = new DatabaseSync(process.argv[2] ?? '');
raw.exec('BEGIN IMMEDIATE');
process.stdout.write('held\n');
process.stdin.once('data', () => {
  raw.exec('ROLLBACK');
  raw.close();
  process.stdout.write('let go\n');
  process.exit(0);
});
