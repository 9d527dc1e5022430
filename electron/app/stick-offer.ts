import type { StickProblemCode } from '../../shared/contract/sticks.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ProvisionFile } from '../settings/settings.ts';
import type { Log } from './log.ts';
import type { OwnerPin } from './owner-pin.ts';

/** A provisioning file on a stick, at a counter that is somebody's: taken on its owner's word, and not by itself. */
export interface StickOffer {
  /** The file that may be taken, or `null`. */
  look(): Promise<string | null>;
  /** Begins anew and sets the counter up by that file, if it is still there. */
  take(file: string, pin: string): Promise<Result<undefined, { readonly code: StickProblemCode }>>;
}

export interface StickOfferParts {
  readonly onSticks: () => Promise<readonly ProvisionFile[]>;
  readonly ownerPin: Pick<OwnerPin, 'check'>;
  /** Whether nothing is under way that a restart would lose. */
  readonly mayRestart: () => boolean;
  /** Starts the program anew, to be set up by that file. */
  readonly restartWith: (file: string) => void;
  readonly log: Log;
}

export function createStickOffer(parts: StickOfferParts): StickOffer {
  const { onSticks, ownerPin, mayRestart, restartWith, log } = parts;
  // One with a fault is offered too: whoever takes it is told what is wrong.
  const offered = async (): Promise<readonly string[]> =>
    (await onSticks())
      .filter((file) => ['pending', 'refused'].includes(file.read().kind))
      .map(({ path }) => path);
  return {
    look: async () => (await offered())[0] ?? null,

    async take(file, pin) {
      const checked = await ownerPin.check(pin);
      if (!checked.ok) return err({ code: checked.error });
      // The window names what its owner saw; only what lies on a stick is taken.
      if (!(await offered()).includes(file)) return err({ code: 'stick-gone' });
      if (!mayRestart()) return err({ code: 'payment-unresolved' });
      log.note('the owner has the counter set up by a file on a stick');
      restartWith(file);
      return ok(undefined);
    },
  };
}
