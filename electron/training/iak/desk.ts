import type { Instant } from '../../../shared/time.ts';
import type { Account } from './account.ts';
import type { Books } from './books.ts';
import type { ReferenceNumbers } from './reference-numbers.ts';
import type { RequestFields } from './request.ts';
import { signatureOf } from './signature.ts';

/** All that a command is answered from. */
export interface Desk {
  readonly account: Account;
  readonly books: Books;
  readonly numbers: ReferenceNumbers;
  readonly now: () => Instant;
}

/** Whether the request is this account's: an unknown name cannot have signed anything. */
export const isSigned = ({ account }: Desk, fields: RequestFields, third: string): boolean =>
  fields.get('username') === account.username && fields.get('sign') === signatureOf(account, third);

/** Whether every one of `names` is there and not empty. */
export const hasAll = (fields: RequestFields, names: readonly string[]): boolean =>
  names.every((name) => (fields.get(name) ?? '') !== '');
