/** One place in the program that is made worse. The text must stand there exactly once. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** A fault that would cost somebody money, and the tests that must see it. */
export interface PlantedFault {
  readonly name: string;
  readonly edits: readonly Edit[];
  /** Each of these files must go red. */
  readonly caughtBy: readonly string[];
  /** Small enough for a run of everything. */
  readonly isQuick?: true;
}

const model = 'test/crash/model/payment-model.test.ts';
const pay = 'test/unit/app/pay.test.ts';
const recovering = 'test/unit/app/recover.test.ts';
const ledger = 'test/unit/ledger/sqlite-ledger.test.ts';

/** The faults that this program is built against, planted one at a time. */
export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'the payment is written down after it was sent',
    edits: [
      {
        file: 'electron/app/pay.ts',
        find: `      const armed = arm(quote, cash, line.value, as.part);
`,
        put: `      const gone = sendOn(line.value);
      const armed = arm(quote, cash, line.value, as.part);
`,
      },
      {
        file: 'electron/app/pay.ts',
        find: 'await sendAndSettle(quote, line.value, as);',
        put: 'await sendAndSettle(quote, { ...line.value, send: () => gone! }, as);',
      },
    ],
    caughtBy: [pay, model],
    isQuick: true,
  },
  {
    name: 'a commit does not wait for the disk (synchronous NORMAL, and believed)',
    edits: [
      {
        file: 'electron/ledger/database.ts',
        find: "database.exec('PRAGMA synchronous = FULL');",
        put: "database.exec('PRAGMA synchronous = NORMAL');",
      },
      {
        file: 'electron/ledger/database.ts',
        find: 'const fullSynchronous = 2;',
        put: 'const fullSynchronous = 1;',
      },
    ],
    caughtBy: [
      'test/unit/ledger/database.test.ts',
      'test/crash/disk/sync-count.test.ts',
      'test/crash/disk/power-loss.test.ts',
    ],
  },
  {
    name: 'a payment whose connection broke is posted a second time',
    edits: [
      {
        file: 'electron/billers/wire/payment-line.ts',
        find: 'return exchange(post(line, message, route.maxReplyBytes), route.deadlines, lateMs);',
        put: `const first = post(line, message, route.maxReplyBytes);
      const reply = first.reply.then(async (came) => {
        if (came !== undefined) return came;
        const again = await connect(message.address, route);
        return again.ok ? post(again.value, message, route.maxReplyBytes).reply : undefined;
      });
      return exchange({ ...first, reply }, route.deadlines, lateMs);`,
      },
    ],
    caughtBy: ['test/crash/kill/keep-alive-reset.test.ts', 'test/contract/wire-faults.test.ts'],
  },
  {
    name: 'the file itself lets a customer have two open payments (no unique index)',
    edits: [
      {
        file: 'electron/ledger/schema.ts',
        find: `CREATE UNIQUE INDEX payment_one_open ON payment (product, customer) WHERE state IN ('sent', 'unknown') AND reopened = 0;`,
        put: `CREATE INDEX payment_one_open ON payment (product, customer) WHERE state IN ('sent', 'unknown') AND reopened = 0;`,
      },
    ],
    caughtBy: [ledger],
  },
  {
    name: 'the file itself lets an inquiry be paid twice (no unique index)',
    edits: [
      {
        file: 'electron/ledger/schema.ts',
        find: `CREATE UNIQUE INDEX payment_one_per_inquiry ON payment (biller, inquiry_id) WHERE state <> 'rejected';
  CREATE INDEX payment_open ON payment (sent_at) WHERE state IN ('sent', 'unknown');
  CREATE INDEX payment_by_hand`,
        put: `CREATE INDEX payment_open ON payment (sent_at) WHERE state IN ('sent', 'unknown');
  CREATE INDEX payment_by_hand`,
      },
    ],
    caughtBy: [ledger],
  },
  {
    name: 'no answer by the deadline is taken for a refusal',
    edits: [
      {
        file: 'electron/app/pay.ts',
        find: "const unanswered: PaymentOutcome = { kind: 'unknown', reason: 'no-answer' };",
        put: "const unanswered: PaymentOutcome = { kind: 'rejected', code: '', text: '' };",
      },
    ],
    caughtBy: [pay, model],
    isQuick: true,
  },
  {
    name: 'what was sent before a crash is left as it was',
    edits: [
      {
        file: 'electron/app/recover.ts',
        find: "else if (state === 'sent') settle.byOutcome(quote, interrupted, 'recovery');",
        put: 'else void [state, interrupted];',
      },
    ],
    caughtBy: [recovering, model],
    isQuick: true,
  },
  {
    name: 'what was sent before a crash is taken for not sent',
    edits: [
      {
        file: 'electron/app/recover.ts',
        find: "const interrupted: PaymentOutcome = { kind: 'unknown', reason: 'interrupted' };",
        put: "const interrupted: PaymentOutcome = { kind: 'rejected', code: '', text: '' };",
      },
    ],
    caughtBy: [recovering, model],
  },
  {
    name: 'the quotes of an earlier run can still be paid',
    edits: [{ file: 'electron/app/recover.ts', find: 'ledger.expireQuotes(clock.now());', put: '' }],
    caughtBy: [recovering, model],
  },
  {
    name: 'an answer is read before it is in the ledger',
    edits: [
      {
        file: 'electron/app/settle.ts',
        find: `      contained(quote, () => {
        orUnsaved(`,
        put: `      contained(quote, () => {
        read(quote, reply);
        orUnsaved(`,
      },
    ],
    caughtBy: [pay, model],
    isQuick: true,
  },
  {
    name: 'an answer that comes late is not listened to',
    edits: [
      {
        file: 'electron/app/pay.ts',
        find: "if (late !== undefined) settle.byReply(quote, late, 'counter');",
        put: "if (late === null) settle.byReply(quote, late, 'counter');",
      },
    ],
    caughtBy: [pay, model],
  },
  {
    name: 'nobody is asked a second time before a bill is paid again',
    edits: [
      {
        file: 'electron/app/pay.ts',
        find: 'if (!doubts.every((doubt) => confirmed.includes(doubtKey(doubt))))',
        put: 'if (doubts.length < 0 && confirmed.length < 0 && doubtKey)',
      },
      {
        file: 'electron/ledger/sqlite-ledger.ts',
        find: 'const isConfirmed = doubts.every((doubt) => confirmed.includes(doubtKey(doubt)));',
        put: 'const isConfirmed = doubts.length + confirmed.length >= 0;',
      },
    ],
    caughtBy: ['test/unit/ledger/doubts.test.ts', model],
    isQuick: true,
  },
  {
    name: 'a bill that is paid is paid again without the owner',
    edits: [
      {
        file: 'electron/app/confirm-again.ts',
        find: 'if (standing.some((doubt) => needsPin(doubt, quote.product))) {',
        put: 'if (standing.length < 0 && needsPin(standing[0]!, quote.product)) {',
      },
    ],
    caughtBy: [model],
  },
  {
    name: 'two decisions may rest on one reference while the PIN is worked out',
    edits: [
      {
        file: 'electron/app/resolve-by-hand.ts',
        find: 'if (!rejudged.ok) return rejudged;',
        put: 'void rejudged;',
      },
    ],
    caughtBy: [model],
  },
  {
    name: 'payments of the last day are looked up by the number that was typed',
    edits: [
      {
        file: 'electron/ledger/sqlite-ledger.ts',
        find: '.parse(sql.settledSince.all(product, customer.identity, at - lately));',
        put: '.parse(sql.settledSince.all(product, quote.customerNumber, at - lately));',
      },
    ],
    caughtBy: [model],
  },
  {
    name: 'a month that was paid long ago is forgotten',
    edits: [
      {
        file: 'electron/ledger/sqlite-ledger.ts',
        find: `      ...months,
`,
        put: '',
      },
    ],
    caughtBy: ['test/unit/ledger/doubts.test.ts', model],
  },
  {
    name: 'the chain of events is not followed at the start',
    edits: [
      {
        file: 'electron/ledger/database.ts',
        find: "if (verdict.kind === 'altered') return { code: 'altered', seq: verdict.seq };",
        put: "if (verdict.kind === 'altered') return undefined;",
      },
    ],
    caughtBy: ['test/unit/ledger/verify-at-start.test.ts'],
    isQuick: true,
  },
  {
    name: 'what is paid and its receipt are two commits',
    edits: [
      {
        file: 'electron/app/settle.ts',
        find: `const settled = ledger.settle(job === undefined ? settlement : { ...settlement, job });`,
        put: `const settled = ledger.settle(settlement);
    if (settled.ok && job !== undefined && countsAsPaid(settled.value)) ledger.printJobs.add(job);`,
      },
    ],
    caughtBy: [model],
  },
  {
    name: 'an answer that contradicts the owner changes nothing',
    edits: [
      {
        file: 'shared/payment/states.ts',
        find: `    'reply-paid': 'unknown',
    'status-paid': 'unknown',
`,
        put: '',
      },
    ],
    caughtBy: ['test/unit/shared/payment/states.test.ts'],
  },
  {
    name: '“failed” is believed while the payment’s own answer may still come',
    edits: [
      {
        file: 'electron/app/judge-status.ts',
        find: "facts.keyedBy === 'our-reference' && facts.lineClosedForMs !== undefined",
        put: "facts.keyedBy === 'our-reference'",
      },
    ],
    caughtBy: ['test/unit/app/judge-status.test.ts', 'test/unit/app/check-status.test.ts'],
  },
  {
    name: 'a status answer that may be about another payment is believed',
    edits: [
      {
        file: 'electron/app/judge-status.ts',
        find: 'if (facts.standsElsewhere || facts.others > 0 || confirmation.remarks.length > 0) return false;',
        put: 'if (confirmation.remarks.length > 0) return false;',
      },
    ],
    caughtBy: ['test/unit/app/judge-status.test.ts'],
  },
  {
    name: 'a counter that is busy pays all the same',
    edits: [
      {
        file: 'electron/app/pay.ts',
        find: "if (counter.state().exchange !== null) return err({ code: 'busy' });",
        put: '',
      },
    ],
    caughtBy: [pay],
  },
  {
    name: 'the program is replaced while a payment is not certain',
    edits: [
      {
        file: 'electron/app/update-moment.ts',
        find: 'if (open > 0 || isListening ||',
        put: 'if (open < 0 || isListening ||',
      },
    ],
    caughtBy: ['test/unit/app/updates.test.ts'],
  },
  {
    name: 'an update is taken whoever has signed it',
    edits: [
      {
        file: 'electron/updates/releases.ts',
        find: "if (!isSigned(bytes.value, signature.value, keys)) return err('bad-signature');",
        put: '',
      },
    ],
    caughtBy: ['test/unit/updates/releases.test.ts'],
  },
  {
    name: 'an older program is put back although it cannot read the ledger',
    edits: [
      {
        file: 'shared/update/decide.ts',
        find: "if (previous.ledgerSchema < running.ledgerSchema) return err('ledger-moved-on');",
        put: '',
      },
    ],
    caughtBy: ['test/unit/shared/update/decide.test.ts', 'test/unit/app/updates.test.ts'],
  },
];
