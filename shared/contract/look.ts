import type { StaffMember } from '../staff/staff.ts';
import type { Catalogue } from './catalogue.ts';
import type { CounterState } from './counter-state.ts';

/**
 * How the counter looked when something was last set here, before anything is sold: the window draws it while main is still being
 * read. Nothing in it is decided by, and main's own state takes its place.
 */
export interface Look {
  readonly counter: CounterState;
  readonly catalogue: Catalogue;
  /** Who may sign in, where `counter` says that people do. */
  readonly people: readonly StaffMember[];
}

/** The IPC channel on which the window asks for it; it is answered before there is anybody who answers requests. */
export const lookChannel = 'loket:look';
