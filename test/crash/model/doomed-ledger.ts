import type { Ledger } from '../../../electron/ledger/ledger.ts';

/** The program died inside a call of the ledger: nothing that it does from here on happened. */
export class Died extends Error {
  constructor() {
    super('the program is dead');
    this.name = 'Died';
  }
}

/** Everything that writes goes through here, so that a program can die before any commit and after it. */
export type AtWrite = <T>(name: string, commit: () => T) => T;

/** The ledger as the use cases get it: the real one, past whoever wants to stop the program at a commit. */
export function doomedLedger(ledger: Ledger, atWrite: AtWrite): Ledger {
  return {
    ...ledger,
    addQuote: (...args) => atWrite('addQuote', () => ledger.addQuote(...args)),
    expireQuotes: (at) => atWrite('expireQuotes', () => ledger.expireQuotes(at)),
    arm: (arming) => atWrite('arm', () => ledger.arm(arming)),
    recordReply: (payment, reply, at) => atWrite('recordReply', () => ledger.recordReply(payment, reply, at)),
    settle: (settlement) => atWrite('settle', () => ledger.settle(settlement)),
    recordStatus: (payment, exchange, at) =>
      atWrite('recordStatus', () => ledger.recordStatus(payment, exchange, at)),
    addLook: (payment, look) => atWrite('addLook', () => ledger.addLook(payment, look)),
  };
}
