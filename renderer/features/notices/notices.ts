import type { CounterState } from '../../../shared/contract/counter-state.ts';
import type { Advice } from '../../../shared/i18n/advice.ts';
import { provisionFaultWords } from '../../../shared/i18n/provision-faults.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import type { Instant, Zone } from '../../../shared/time.ts';
import { spanWords } from '../../ui/span.ts';
import { whenWords } from '../../ui/when.ts';

/** Something that stops no sale and should be mended: a few words for the top bar, and all of it for who asks. */
export interface Notice {
  readonly about: 'vault' | 'clock' | 'backup' | 'policy' | 'first-steps';
  readonly short: string;
  readonly advice: Advice;
}

/** A backup older than this is spoken of. In milliseconds. */
const tooOld = 3 * 24 * 3_600_000;

export function clockNotice(
  { clock, billers }: Pick<CounterState, 'clock' | 'billers'>,
  m: Messages,
): Notice | null {
  const words = m.notices.clock;
  const { money, next } = words;
  switch (clock.kind) {
    case 'ok':
      return null;
    case 'went-back': {
      const span = spanWords(clock.byMs, m);
      const advice = { what: words.wentBack(span), money, next };
      return { about: 'clock', short: words.wentBackShort(span), advice };
    }
    case 'differs': {
      const span = spanWords(Math.abs(clock.aheadMs), m);
      const name = billers.find(({ id }) => id === clock.biller)?.name ?? clock.biller;
      // The biller's clock less this one: where it is ahead, this computer is behind.
      const what = (clock.aheadMs > 0 ? words.behind : words.ahead)(span, name);
      return { about: 'clock', short: words.differsShort(span), advice: { what, money, next } };
    }
  }
}

/** What is practised with may be lost: in training only a backup that fails is spoken of, not one that is old. */
export function backupNotice(
  { backup: { at, problem }, ledger }: Pick<CounterState, 'backup' | 'ledger'>,
  now: Instant,
  zone: Zone,
  m: Messages,
): Notice | null {
  const words = m.notices.backup;
  if (problem !== null)
    return { about: 'backup', short: words.failedShort, advice: m.backupProblems[problem] };
  if (ledger === 'training') return null;
  const { money, next } = words;
  if (at === null) {
    return { about: 'backup', short: words.neverShort, advice: { what: words.never, money, next } };
  }
  if (now - at <= tooOld) return null;
  const what = words.old(whenWords(at, now, zone, m));
  return { about: 'backup', short: words.oldShort(spanWords(now - at, m)), advice: { what, money, next } };
}

/** In training nothing is missing by it. */
function vaultNotice({ vault, ledger }: Pick<CounterState, 'vault' | 'ledger'>, m: Messages): Notice | null {
  if (vault === null || ledger === 'training') return null;
  return { about: 'vault', short: m.vault.short, advice: m.vault.troubleOf(vault) };
}

/** What a new counter was shown and has not gone through. */
function firstStepsNotice({ isIntroduced }: Pick<CounterState, 'isIntroduced'>, m: Messages): Notice | null {
  const { short, what, money, next } = m.firstSteps.notice;
  return isIntroduced ? null : { about: 'first-steps', short, advice: { what, money, next } };
}

/** What the administrator of this computer meant to set, and is not in force. */
export function policyNotice(
  { policyRefused, language }: Pick<CounterState, 'policyRefused' | 'language'>,
  m: Messages,
): Notice | null {
  if (policyRefused === null) return null;
  const { short, what, money, next } = m.notices.policy;
  const why = provisionFaultWords(policyRefused, language);
  return { about: 'policy', short, advice: { what: what(policyRefused.file, why), money, next } };
}

/** All of them; first what keeps everything from being sold, then the clock, which puts today's sales wrong. */
export const noticesOf = (state: CounterState, now: Instant, zone: Zone, m: Messages): readonly Notice[] =>
  [
    vaultNotice(state, m),
    clockNotice(state, m),
    backupNotice(state, now, zone, m),
    policyNotice(state, m),
    firstStepsNotice(state, m),
  ].filter((notice) => notice !== null);
