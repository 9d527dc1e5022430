import type { Result } from '../../../shared/result.ts';
import type { Instant } from '../../../shared/time.ts';
import type { ApiExchange } from '../biller.ts';
import type { CallFault } from '../wire.ts';
import type { Action } from './account.ts';
import type { Separator } from './request.ts';

/** A question that moves no money, asked once of the account as it is now. Never rejects. */
export type Ask = (
  action: Exclude<Action, 'payment'>,
  values: readonly string[],
  at: Instant,
  how?: {
    readonly abandoned?: AbortSignal;
    /** Another than the profile's, to try it out. */
    readonly separator?: Separator;
  },
) => Promise<Result<ApiExchange, CallFault | { readonly code: 'not-set-up' }>>;
