import { createContext, useContext, useId, type ReactNode } from 'react';
import { isLocked, type PolicyView } from '../../../shared/policy-view.ts';
import { useMessages } from '../../store/use-counter.ts';
import { LockNote } from '../../ui/form.tsx';

/** The policy of this computer, for all pages of the settings. */
export const PolicyContext = createContext<PolicyView | null>(null);

/** Why a field cannot be changed, by its name in a policy; `undefined` where it can. Main refuses it anyway. */
export function useLocks(): (field: string) => string | undefined {
  const policy = useContext(PolicyContext);
  const m = useMessages();
  return (field) =>
    policy !== null && isLocked(policy.locked, field) ? m.settings.lockedBy(policy.file) : undefined;
}

interface LockedPartProps {
  /** The part's name in a policy. */
  readonly field: string;
  readonly children: ReactNode;
}

/** A part of a page with keys and fields of its own: where a policy sets it, all of them are out of use, and it says why. */
export function LockedPart({ field, children }: LockedPartProps) {
  const id = useId();
  const lock = useLocks()(field);
  if (lock === undefined) return children;
  return (
    <>
      <LockNote id={id} lock={lock} />
      <fieldset className="form-locked" disabled aria-describedby={id}>
        {children}
      </fieldset>
    </>
  );
}
