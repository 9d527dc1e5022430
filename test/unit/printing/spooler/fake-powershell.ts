import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SpoolerTools } from '../../../../electron/printing/transports/spooler/queue-transport.ts';

/**
 * What every fake knows: `say` a line, wait for a file to be `given` in its folder, and `note` something for the test.
 * `rest` is for one that ends only when it is ended: without its folder it does so by itself.
 */
const prelude = `#!/bin/sh
notes=$(dirname "$0")
folder=$LOKET_SPOOL_FOLDER
note() { cat > "$notes/.part" && mv "$notes/.part" "$notes/$1"; }
say() { printf '%s\\n' "$1"; }
given() { while [ -d "$folder" ] && ! [ -e "$folder/$1" ]; do sleep 0.02; done; }
rest() { while [ -d "$notes" ]; do sleep 0.1; done; }
echo $$ | note pid
`;

export interface FakePowershell {
  readonly tools: SpoolerTools;
  /** What the fake has noted under that name; empty before it has. */
  noted(name: string): Buffer;
  stop(): void;
}

/** A program in PowerShell's place that does what `script` says, in the shell's words. */
export function fakePowershell(script: string): FakePowershell {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-powershell-'));
  const powershell = path.join(folder, 'powershell');
  fs.writeFileSync(powershell, `${prelude}${script}\n`, { mode: 0o755 });
  return {
    tools: { platform: 'win32', env: { ...process.env }, lpstat: '/nonexistent/lpstat', powershell },
    noted(name) {
      const file = path.join(folder, name);
      return fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    },
    stop: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
