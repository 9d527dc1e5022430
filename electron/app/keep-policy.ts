import { isDeepStrictEqual } from 'node:util';
import { lockedPaths, type Policy } from '../../shared/policy.ts';
import type { PolicyView } from '../../shared/policy-view.ts';
import type { FaultInFile, ProvisionFault } from '../../shared/provision-fault.ts';
import type { PolicyFile, Settings } from '../settings/settings.ts';
import type { BillerToSetUp } from './change-settings.ts';
import { judgeProvision, type JudgeParts } from './judge-provision.ts';
import { mergedProfile, mergedSettings } from './merge-provision.ts';
import { profileOf } from './profile-of.ts';

/** The computer's policy in this run. */
export interface PolicyKept {
  /** `null` where there is none, or it was refused. */
  readonly view: PolicyView | null;
  /** A policy that was refused: the counter goes by its own settings, and says so. */
  readonly refused: FaultInFile | null;
  /** Whether settings are as the policy wants them. Whatever changes settings asks this before it stores them. */
  allows(next: Settings): boolean;
}

export const noPolicy: PolicyKept = { view: null, refused: null, allows: () => true };

export interface KeepPolicyParts extends JudgeParts {
  readonly file: PolicyFile;
}

/** Puts in force what the policy sets: at every start, whatever was set meanwhile. Never throws for what stands in it. */
export function keepPolicy(parts: KeepPolicyParts): PolicyKept {
  const { file, store, billers, log } = parts;
  const refuse = ({ code, where }: ProvisionFault): PolicyKept => {
    log.note(`the policy was refused: ${code}${where === '' ? '' : ` at ${where}`}`);
    return { ...noPolicy, refused: { code, where, file: file.path } };
  };
  const found = file.read();
  if (found.kind === 'none') return noPolicy;
  if (found.kind === 'refused') return refuse(found.fault);
  const { policy } = found;
  const judged = judgeProvision(policy, parts);
  if (!judged.ok) return refuse(judged.error);

  const standing = store.get();
  const next = byPolicy(standing, policy, billers);
  try {
    if (!isDeepStrictEqual(next, standing)) store.save(next);
  } catch (error) {
    log.fault('the settings could not be written', error);
    return refuse({ code: 'file-not-written', where: '' });
  }
  return {
    view: { file: file.path, locked: lockedPaths(policy) },
    refused: null,
    allows(settings) {
      const wanted = byPolicy(settings, policy, billers);
      // What a printer has shown of itself is set by nobody.
      return isDeepStrictEqual({ ...wanted, printerMemory: settings.printerMemory }, settings);
    },
  };
}

/** Settings with the policy's words over them. Those that it leaves as they are break none of its locks. */
function byPolicy(settings: Settings, policy: Policy, billers: readonly BillerToSetUp[]): Settings {
  const wanted = billers.flatMap(({ form }) => {
    const { profile } = policy.billers?.[form.id] ?? {};
    return profile === undefined
      ? []
      : [[form.id, mergedProfile(form, profileOf(form, settings), profile)] as const];
  });
  return {
    ...mergedSettings(settings, policy),
    billers: { ...settings.billers, ...Object.fromEntries(wanted) },
  };
}
