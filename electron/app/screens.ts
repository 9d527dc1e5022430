import type { KioskExit, LeaveKioskProblemCode, ScreensProblemCode } from '../../shared/contract/screens.ts';
import type { PinProblem } from '../../shared/contract/contract.ts';
import { isPaymentUnderWay } from '../../shared/contract/payment-under-way.ts';
import { loosensKiosk, type ScreensSettings } from '../../shared/screens.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SettingsStore } from '../settings/settings.ts';
import type { Approve } from './approve.ts';
import type { Counter } from './counter.ts';
import type { PolicyKept } from './keep-policy.ts';
import type { Log } from './log.ts';

type Done<Code> = Result<undefined, { readonly code: Code }>;

/** What is set about the screens, and the way out of the kiosk. */
export interface Screens {
  /** Puts in force what is set. A kiosk that nobody could leave is none. */
  begin(): void;
  /** `pin` where the change loosens a kiosk that stands, else `null`. */
  save(screens: ScreensSettings, pin: string | null): Promise<Done<ScreensProblemCode>>;
  /** Leaves the kiosk for this run. Nothing while a payment is made. */
  leaveKiosk(pin: string, to: KioskExit): Promise<Done<LeaveKioskProblemCode>>;
}

export interface ScreensParts {
  readonly store: SettingsStore;
  readonly approve: Approve;
  readonly policy: Pick<PolicyKept, 'allows'>;
  readonly counter: Pick<Counter, 'state' | 'change'>;
  /** Has the program start with the system, or no more; throws where that cannot be written. */
  readonly startWithSystem: (isOn: boolean) => void;
  /** Called once the settings are in force. */
  readonly onChange: (screens: ScreensSettings) => void;
  readonly restart: () => void;
  readonly quit: () => void;
  readonly log: Log;
}

export function createScreens(parts: ScreensParts): Screens {
  const { store, approve, policy, counter, startWithSystem, onChange, restart, quit, log } = parts;
  let isLeft = false;

  /** Whether anybody has a PIN that would open the kiosk again. */
  const isAnswerable = (): boolean => {
    const { pin, staff } = store.get();
    return pin !== null || staff.some(({ role }) => role === 'supervisor');
  };
  const now = (): ScreensSettings => {
    const { screens } = store.get();
    return { ...screens, kiosk: screens.kiosk && !isLeft && isAnswerable() };
  };
  const enforce = (): void => {
    const screens = now();
    counter.change({ kiosk: screens.kiosk });
    onChange(screens);
  };
  const isPaying = (): boolean => isPaymentUnderWay(counter.state());

  const answerFor = async (pin: string | null, deed: string): Promise<Done<PinProblem>> => {
    const approved = pin === null ? err('wrong-pin' as const) : await approve(pin);
    if (!approved.ok) return err({ code: approved.error });
    log.note(`${deed} on the word of ${approved.value.person}`);
    return ok(undefined);
  };

  return {
    begin() {
      try {
        // What the settings say holds, also where they were brought by a file; what is off is left as it is.
        if (store.get().screens.startsWithSystem) startWithSystem(true);
      } catch (error) {
        log.fault('what starts with the system could not be written', error);
      }
      enforce();
    },

    async save(screens, pin) {
      if (!policy.allows({ ...store.get(), screens })) return err({ code: 'set-by-policy' });
      if (screens.kiosk && !isAnswerable()) return err({ code: 'no-pin' });
      if (loosensKiosk(store.get().screens, screens)) {
        const answered = await answerFor(pin, 'the kiosk was switched off');
        if (!answered.ok) return answered;
      }
      const standing = store.get().screens;
      try {
        if (screens.startsWithSystem !== standing.startsWithSystem) startWithSystem(screens.startsWithSystem);
      } catch (error) {
        log.fault('what starts with the system could not be written', error);
        return err({ code: 'not-started-with-system' });
      }
      try {
        store.save({ ...store.get(), screens });
      } catch (error) {
        log.fault('the settings could not be written', error);
        return err({ code: 'file-not-written' });
      }
      // Whoever switches it on wants it now.
      if (screens.kiosk && !standing.kiosk) isLeft = false;
      enforce();
      return ok(undefined);
    },

    async leaveKiosk(pin, to) {
      if (isPaying()) return err({ code: 'busy' });
      const answered = await answerFor(pin, `the kiosk was left (${to})`);
      if (!answered.ok) return answered;
      // Begun while the PIN was looked at.
      if (isPaying()) return err({ code: 'busy' });
      if (to === 'restart') restart();
      else if (to === 'quit') quit();
      else {
        isLeft = true;
        enforce();
      }
      return ok(undefined);
    },
  };
}
