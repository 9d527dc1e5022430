import type { KillPoint } from '../kill-points.ts';
import { say } from './speak.ts';

/** Ends this process at the point that was chosen, as a power cut would: nothing is flushed, closed or caught. */
export interface KillSwitch {
  /** @param point `null`: lives on. */
  set(point: KillPoint | null): void;
  reach(point: KillPoint): void;
}

export function createKillSwitch(): KillSwitch {
  let chosen: KillPoint | null = null;
  return {
    set: (point) => void (chosen = point),
    reach(point) {
      if (point !== chosen) return;
      say({ kind: 'dying', at: point });
      process.kill(process.pid, 'SIGKILL');
    },
  };
}
