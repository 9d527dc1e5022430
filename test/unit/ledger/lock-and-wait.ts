/** A program that takes a data folder, says what came of it, and works on. */
import { lockDataFolder } from '../../../electron/ledger/instance-lock.ts';

const [, , folder = '', user] = process.argv;
// What is loaded late is not readable for everybody.
lockDataFolder('/nowhere');
if (user !== undefined) process.setuid?.(Number(user));
const said = ((): string => {
  const lock = lockDataFolder(folder);
  return lock.ok ? 'locked' : lock.error;
})();
// Nobody holds the lock's value any more.
globalThis.gc?.();
setImmediate(() => {
  globalThis.gc?.();
  process.stdout.write(`${said}\n`);
});
setInterval(() => undefined, 1000);
