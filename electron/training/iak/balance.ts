import { isSigned, type Desk } from './desk.ts';
import { whole, type Answer } from './reply.ts';
import type { RequestFields } from './request.ts';

/**
 * Answers `api/check-balance` of the prepaid API (version 2), which shares the deposit. Its codes are the prepaid
 * ones: whoever signs wrongly is told 204, not 100.
 */
export const checkBalance = (desk: Desk, fields: RequestFields): Answer =>
  whole({
    wrapper: 'prepaid',
    fields: isSigned(desk, fields, 'bl')
      ? { balance: desk.books.deposit(), message: 'SUCCESS', rc: '00' }
      : { balance: 0, message: 'WRONG AUTHENTICATION', rc: '204' },
  });
