import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

/**
 * A network of its own, with nothing in it but what is started inside. Its loopback has the packets of an Ethernet
 * cable: plain loopback takes megabytes for a printer that has stopped.
 */
export interface Network {
  /** A command that starts the command that follows it, inside; its process id is that command's. */
  readonly inside: readonly string[];
  /** Pulls the cable out between all that is inside: packets get lost, and nobody is told. */
  pullCable(): Promise<void>;
  plugCable(): Promise<void>;
  /** An address at which nobody answers, not even that there is nobody. */
  blackhole(): Promise<string>;
  /** What still runs inside goes on, in a network that nobody can enter any more. */
  stop(): Promise<void>;
}

const unshare = ['unshare', '--user', '--map-root-user', '--net', '--'] as const;

/** Why there can be no network of its own on this machine, or undefined. */
export function whyNoNetwork(): string | undefined {
  if (process.platform !== 'linux') return 'network namespaces are for Linux';
  const [file, ...args] = [...unshare, 'ip', 'link', 'set', 'lo', 'mtu', '1500', 'up'];
  const { status, stderr, error } = spawnSync(file, args, { encoding: 'utf8' });
  return status === 0 ? undefined : (error?.message ?? stderr.trim());
}

const run = promisify(execFile);

/** @throws Error where it cannot be; see `whyNoNetwork`. */
export async function startNetwork(): Promise<Network> {
  const [file, ...args] = [...unshare, 'sh', '-c', 'ip link set lo mtu 1500 up && echo up && exec cat'];
  const holder = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(holder, 'close');
  const first = await Promise.race([once(holder.stdout, 'data'), ended]);
  if (!(first[0] instanceof Buffer) || holder.pid === undefined)
    throw new Error(`no network: ${String(first)}`);
  const inside = ['nsenter', '--user', '--net', '--preserve-credentials', '-t', String(holder.pid), '--'];
  const ip = async (words: string): Promise<void> => {
    const [command = '', ...rest] = [...inside, 'ip', ...words.split(' ')];
    await run(command, rest);
  };
  let hasBlackhole = false;

  return {
    inside,
    pullCable: () => ip('link set lo down'),
    plugCable: () => ip('link set lo up'),
    async blackhole() {
      if (!hasBlackhole) {
        await ip('link add loket0 type veth peer name loket1');
        await ip('addr add 10.91.0.1/24 dev loket0');
        await ip('link set loket0 up');
        await ip('link set loket1 up');
        await ip('neigh add 10.91.0.2 lladdr 02:00:00:00:00:02 dev loket0');
        hasBlackhole = true;
      }
      return '10.91.0.2';
    },
    async stop() {
      holder.stdin.end();
      await ended;
    },
  };
}
