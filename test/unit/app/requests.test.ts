import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { describe, expect, it } from 'vitest';
import { createChangeSettings } from '../../../electron/app/change-settings.ts';
import { createHeldPapers } from '../../../electron/app/held-papers.ts';
import { createApprove } from '../../../electron/app/approve.ts';
import { noPolicy } from '../../../electron/app/keep-policy.ts';
import { createOwnerPin } from '../../../electron/app/owner-pin.ts';
import { createPinGuesses } from '../../../electron/app/pin-guesses.ts';
import type { Backups } from '../../../electron/app/backups.ts';
import { createCloseGap } from '../../../electron/app/close-gap.ts';
import { createConfirmAgain } from '../../../electron/app/confirm-again.ts';
import { createDiagnostics } from '../../../electron/app/diagnostics.ts';
import { createEvidence } from '../../../electron/app/evidence.ts';
import { createPrinterMemory } from '../../../electron/app/printer-memory.ts';
import { createPaymentViews } from '../../../electron/app/payment-views.ts';
import { createRequestHandlers } from '../../../electron/app/requests.ts';
import { createResolveByHand } from '../../../electron/app/resolve-by-hand.ts';
import { createShareReceipt } from '../../../electron/app/share-receipt.ts';
import { createTakeForFinal } from '../../../electron/app/take-for-final.ts';
import { createTryBiller } from '../../../electron/app/try-biller.ts';
import { answerRequests } from '../../../electron/ipc/answer-requests.ts';
import { registerRequests } from '../../../electron/ipc/registry.ts';
import type { Settings } from '../../../electron/settings/settings.ts';
import { defaultSettings } from '../../../electron/settings/settings-file.ts';
import { requestChannel, requestNames, type RequestName } from '../../../shared/contract/channels.ts';
import type { RequestHandlers, RequestResult } from '../../../shared/contract/contract.ts';
import { newQuoteId } from '../../../electron/app/new-id.ts';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';
import { printerProfiles } from '../../../shared/printing/printer-profile.ts';
import { untriedPrinter } from '../../../shared/printing/printing-settings.ts';
import { err, ok } from '../../../shared/result.ts';
import { quoteId, reply } from '../ledger/documents.ts';
import { fakeDisk } from './billers-to-set-up.ts';
import { denominationsFound } from './fake-biller.ts';
import { saleBench } from './sale-bench.ts';
import { till, twoPrinters } from './two-printers.ts';

const noBackups: Backups = {
  list: () => ({ folder: '', entries: [] }),
  preview: () => Promise.resolve(err({ code: 'backup-not-found' })),
  make: () => Promise.resolve(err({ code: 'no-room' })),
  makeDaily: () => Promise.resolve(),
  restore: () => Promise.resolve(err({ code: 'backup-not-found' })),
};

/** More printers than the contract lets through. */
const attached = Array.from({ length: 120 }, (_, n): FoundPrinter => ({
  connection: { kind: 'serial', path: `/dev/ttyUSB${n}`, baudRate: 9600, flowControl: 'none' },
  name: `ttyUSB${n}`,
  detail: '',
}));

/** The requests of the staff, the shift and the history have tests of their own. */
const notAskedHere = Object.fromEntries(
  requestNames.map((name) => [name, () => Promise.reject(new Error(`not asked in this test: ${name}`))]),
) as unknown as RequestHandlers;

/** The whole way of a request, from its channel to the ledger and back, every answer checked by the contract. */
function channels() {
  const bench = saleBench();
  let settings = defaultSettings;
  const store = { existed: true, get: () => settings, save: (next: Settings) => void (settings = next) };
  const guesses = createPinGuesses({ store, clock: bench.clock, log: bench.log });
  const pin = createOwnerPin({ store, guesses, log: bench.log });
  const approve = createApprove(store, guesses);
  const change = createChangeSettings({
    store,
    vault: fakeDisk({ hasKeyStore: false }).vault,
    billers: [],
    ledger: bench.ledger.kind,
    counter: bench.counter,
    ownerPin: pin,
    policy: noPolicy,
    dataFolder: '/data',
    openAccounts: () => [],
    isListening: () => false,
    restart: () => undefined,
    onPrintersChanged: () => undefined,
    log: bench.log,
  });
  const finals = createTakeForFinal({
    ...bench,
    approve,
    withAnswer: () => err({ code: 'no-such-text' }),
    reader: () => undefined,
    add: () => ok(undefined),
    reconnect: () => bench.fake.biller,
  });
  const tryBiller = createTryBiller({
    stored: (id) => (id === 'teleanjar' ? bench.fake.biller : undefined),
    clock: bench.clock,
  });
  const share = createShareReceipt({
    ledger: bench.ledger,
    receipts: bench.receipts,
    putOnClipboard: () => Promise.resolve(),
    drawPaper: () => Promise.reject(new Error('no window')),
    folder: () => '/nowhere',
    log: bench.log,
  });
  const held = createHeldPapers();
  const handlers = {
    ...notAskedHere,
    ...createRequestHandlers({
      ...bench,
      views: createPaymentViews({ ...bench, finals }),
      approve,
      finals,
      tryBiller,
      held,
      share,
      settings: change,
      confirmAgain: createConfirmAgain({ ...bench, approve }),
      evidence: createEvidence({ ...bench, redact: (text) => text }),
      resolve: createResolveByHand({ ...bench, approve }),
      closeGap: createCloseGap({ ...bench, approve }),
      backups: noBackups,
      diagnostics: createDiagnostics({
        version: '1.2.3',
        printing: () => store.get().printing,
        counter: bench.counter,
        memory: createPrinterMemory(store, bench.log),
        dropped: bench.dropped,
      }),
      saveDiagnostics: () => Promise.resolve(err({ code: 'file-not-written' })),
      findPrinters: () => Promise.resolve(attached),
      testPrinter: ({ part }) =>
        Promise.resolve(
          part === 'page'
            ? { state: 'printed', problem: null, memory: { answers: 'yes', confirms: 'yes' } }
            : { state: 'failed', problem: 'unplugged', memory: untriedPrinter },
        ),
    }),
  };
  const registered = new Map<string, (event: IpcMainInvokeEvent, input?: unknown) => Promise<unknown>>();
  const bugs: unknown[] = [];
  const answer = answerRequests(handlers, {
    isTrusted: () => true,
    onBug: (_name, error) => bugs.push(error),
    checkOutput: true,
  });
  registerRequests(
    { handle: (channel: string, listener: never) => registered.set(channel, listener) } as unknown as IpcMain,
    Promise.resolve(answer),
  );
  const request = async <Name extends RequestName>(
    name: Name,
    input?: unknown,
  ): Promise<RequestResult<Name>> =>
    (await registered.get(requestChannel(name))?.({} as IpcMainInvokeEvent, input)) as RequestResult<Name>;
  return { ...bench, held, request, bugs };
}

describe('the requests of the window', () => {
  it('make a whole sale: the number, the bill, the cash, the payment, the receipt', async () => {
    const { request, bugs, counter } = channels();
    const found = await request('inquire', { product: 'pln-postpaid', number: '530000000001' });
    if (!found.ok || found.value.kind !== 'quote') throw new Error('no quote');
    const { id } = found.value.quote;
    expect(await request('tender', { quote: id, cash: 350_000 })).toEqual(ok({ change: 46_500 }));
    const paid = await request('pay', { quote: id });
    expect(paid).toMatchObject({ ok: true, value: { state: 'paid', change: 46_500, print: { copy: 0 } } });
    expect(await request('payment', { payment: id })).toEqual(paid);
    expect(await request('recentPayments')).toMatchObject({ ok: true, value: [{ id, state: 'paid' }] });
    const job = paid.ok ? paid.value.print?.job : undefined;
    expect(await request('paper', { job })).toMatchObject({
      ok: true,
      value: { paper: printerProfiles['58mm'] },
    });
    expect(await request('reprint', { payment: id })).toMatchObject({ ok: true, value: { print: { job } } });
    expect(await request('copyText', { payment: id })).toEqual(ok(undefined));
    expect(await request('counterState')).toEqual(ok(counter.state()));
    expect(bugs).toEqual([]);
  });

  it('make a sale of a token by way of its offer', async () => {
    const { request, fake, bugs } = channels();
    fake.answer = () => Promise.resolve(ok(denominationsFound));
    const found = await request('inquire', { product: 'pln-prepaid', number: '12345678901' });
    if (!found.ok || found.value.kind !== 'offer') throw new Error('no offer');
    const offer = found.value.offer.id;
    const chosen = await request('chooseDenomination', { offer, denomination: 50_000 });
    expect(chosen).toMatchObject({ ok: true, value: { total: 52_500 } });
    expect(bugs).toEqual([]);
  });

  it('answer an outcome that is not known as an answer, not as a problem', async () => {
    const { request, fake, putQuote, bugs } = channels();
    fake.byDeadline = () => Promise.resolve(reply('<html>'));
    putQuote(1);
    expect(await request('pay', { quote: quoteId(1) })).toMatchObject({
      ok: true,
      value: { state: 'unknown' },
    });
    expect(bugs).toEqual([]);
  });

  it('show a paper that is being drawn, and only for as long as it is', async () => {
    const { request, held } = channels();
    const paper = { bytes: new Uint8Array([1, 2, 3]), paper: printerProfiles['80mm'] };
    const seen = await held.during(paper, async (job) => ({ job, shown: await request('paper', { job }) }));
    expect(seen.shown).toEqual(ok(paper));
    expect(await request('paper', { job: seen.job })).toEqual(err({ code: 'payment-not-found' }));
    const failed = held.during(paper, () => Promise.reject(new Error('not drawn')));
    await expect(failed).rejects.toThrow('not drawn');
  });

  it('see to papers that wait, of a payment and of none', async () => {
    const { request, fake, putQuote, ledger, clock, bugs } = channels();
    const fail = () => {
      for (const job of ledger.printJobs.inState('queued'))
        ledger.printJobs.setStatus(job.id, { state: 'uncertain', problem: 'stalled' }, clock.now());
    };
    putQuote(1);
    await request('pay', { quote: quoteId(1) });
    fake.byDeadline = () => Promise.resolve(reply('<html>'));
    putQuote(2);
    await request('pay', { quote: quoteId(2) });
    expect(await request('printInterim', { payment: quoteId(2) })).toMatchObject({
      ok: true,
      value: { interim: { copy: 0 } },
    });
    expect(await request('printOpenPayments')).toEqual(ok(undefined));
    fail();
    const waiting = await request('waitingPapers');
    if (!waiting.ok) throw new Error('no papers');
    expect(waiting.value.map(({ kind, state }) => [kind, state])).toEqual(
      ['receipt', 'interim', 'open-payments'].map((kind) => [kind, 'uncertain']),
    );
    for (const { job } of waiting.value)
      expect(await request('answerPaper', { job, answer: 'came-out' })).toEqual(ok(undefined));
    expect(await request('waitingPapers')).toEqual(ok([]));
    expect(bugs).toEqual([]);
  });

  it('set up printers, try and find them, and tell a technician how they are', async () => {
    const { request, bugs } = channels();
    expect(await request('savePrinting', twoPrinters())).toMatchObject({
      ok: true,
      value: { printing: twoPrinters() },
    });
    const found = await request('findPrinters');
    expect(found).toEqual(ok(attached.slice(0, 100)));
    expect(await request('testPrinter', { setup: till, part: 'page' })).toMatchObject({
      ok: true,
      value: { state: 'printed' },
    });
    expect(await request('testPrinter', { setup: till, part: 'drawer' })).toMatchObject({
      ok: true,
      value: { problem: 'unplugged' },
    });
    expect(await request('diagnostics')).toMatchObject({
      ok: true,
      value: { version: '1.2.3', printers: [{ kind: 'usb' }, { kind: 'network' }], dropped: [] },
    });
    expect(bugs).toEqual([]);
  });

  it('answer every expected trouble by a code of the contract', async () => {
    const { request, bugs } = channels();
    const quote = newQuoteId();
    const codes = [
      await request('inquire', { product: 'pln-postpaid', number: '1' }),
      await request('chooseDenomination', { offer: quote, denomination: 1 }),
      await request('tender', { quote, cash: 1 }),
      await request('pay', { quote }),
      await request('payment', { payment: quote }),
      await request('reprint', { payment: quote }),
      await request('paper', { job: quote }),
      await request('copyText', { payment: quote }),
      await request('savePicture', { payment: quote }),
      await request('savePdf', { payment: quote }),
      await request('answerPaper', { job: quote, answer: 'print' }),
      await request('printOpenPayments'),
      await request('switchLedger', { to: 'live' }),
      await request('inquire', { product: 'bpjs', number: '88012345600' }),
      await request('insist', { quote, pin: '1234' }),
      await request('checkPayment', { payment: quote }),
      await request('takeForFinal', { payment: quote, pin: '1234' }),
      await request('priceList', { biller: 'nobody' }),
    ].map((result) => (result.ok ? 'ok' : result.error.code));
    expect(codes).toEqual([
      'number-refused',
      'offer-gone',
      'quote-gone',
      'quote-gone',
      'payment-not-found',
      'payment-not-found',
      'payment-not-found',
      'payment-not-found',
      'payment-not-found',
      'payment-not-found',
      'no-such-paper',
      'nothing-to-print',
      'no-such-biller',
      'extras-missing',
      'quote-gone',
      'payment-not-found',
      'payment-not-found',
      'not-set-up',
    ]);
    expect(bugs).toEqual([]);
  });
});
