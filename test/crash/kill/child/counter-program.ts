import readline from 'node:readline';
import { rupiah } from '../../../../shared/money.ts';
import { doubtKey } from '../../../../shared/payment/doubt.ts';
import { offerIdSchema, quoteIdSchema } from '../../../../shared/primitives.ts';
import { instant } from '../../../../shared/time.ts';
import type { Answer, Command } from '../protocol.ts';
import { compose, type CounterProgram } from './compose.ts';
import { createKillSwitch } from './kill-switch.ts';
import { answer } from './speak.ts';

/**
 * A counter without a window: does what it is told by its standard input, as a cashier would tell it, and says what it
 * has done.
 *
 *     node counter-program CLOCK-AHEAD-MS
 */
const aheadMs = Number(process.argv[2]);
const clock = { now: () => instant(Date.now() + aheadMs), monotonicMs: () => performance.now() };
const kill = createKillSwitch();
let program: CounterProgram | undefined;

async function obey(command: Command): Promise<Answer> {
  if (command.do === 'open') {
    kill.set(command.dieAt);
    program = await compose(command, clock, kill);
    const open = program.ledger.openPayments().map(({ quote }) => quote.id);
    return { kind: 'opened', open };
  }
  if (program === undefined) throw new Error('not opened');
  const { sale, pay, confirmAgain, checker, ledger } = program;
  switch (command.do) {
    case 'inquire': {
      const { product, number, denomination } = command;
      const found = await sale.inquire({ product, number });
      if (!found.ok) return { kind: 'refused', code: found.error.code };
      const quote =
        found.value.kind === 'quote'
          ? found.value.quote
          : chosen(sale.choose(offerIdSchema.parse(found.value.offer.id), rupiah(denomination)));
      return { kind: 'quoted', quote: quote.id, total: quote.total, identity: quote.customer.identity };
    }
    case 'pay': {
      const id = quoteIdSchema.parse(command.quote);
      const tendered = sale.tender(id, rupiah(command.cash));
      if (!tendered.ok) return { kind: 'refused', code: tendered.error.code };
      kill.set(command.dieAt);
      const [done, ...others] = await pressed(command.presses, () => pay(id));
      if (others.some((other) => other.ok)) throw new Error('one quote was paid twice');
      if (!done.ok) return { kind: 'refused', code: done.error.code };
      return { kind: 'done', payment: id, state: ledger.payment(id)?.state ?? 'lost' };
    }
    case 'confirm': {
      const id = quoteIdSchema.parse(command.quote);
      const confirmed = await confirmAgain(id, ledger.doubts(id, clock.now()).map(doubtKey), null);
      return confirmed.ok ? { kind: 'confirmed' } : { kind: 'refused', code: confirmed.error.code };
    }
    case 'check': {
      const checked = await checker.checkNow(quoteIdSchema.parse(command.payment));
      return { kind: 'checked', code: checked.ok ? 'asked' : checked.error.code };
    }
  }
}

async function pressed<T>(times: 1 | 2, press: () => Promise<T>): Promise<[T, ...T[]]> {
  const first = press();
  return times === 1 ? [await first] : Promise.all([first, press()]);
}

function chosen<T>(
  choice: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: object },
): T {
  if (!choice.ok) throw new Error(JSON.stringify(choice.error));
  return choice.value;
}

const lines = readline.createInterface({ input: process.stdin });
lines.on('line', (line) => {
  obey(JSON.parse(line) as Command).then(answer, (bug: unknown) => {
    process.stderr.write(`${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}\n`);
    process.exit(70);
  });
});
// The test that started it is gone.
lines.on('close', () => process.exit(0));
