import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRequests } from '../../../electron/ipc/answer-requests.ts';
import { registerLook, registerRequests } from '../../../electron/ipc/registry.ts';
import { lookChannel } from '../../../shared/contract/look.ts';
import { requestChannel, requestNames, type RequestName } from '../../../shared/contract/channels.ts';
import { requests, type RequestHandlers } from '../../../shared/contract/contract.ts';
import { defaultPrinting } from '../../../shared/printing/printing-settings.ts';
import { defaultNumberRules } from '../../../shared/products.ts';
import { usualScreens } from '../../../shared/screens.ts';

type Channel = (event: IpcMainInvokeEvent, ...input: unknown[]) => Promise<unknown>;

const ours = { sender: { id: 1 } } as unknown as IpcMainInvokeEvent;
const foreign = { sender: { id: 2 } } as unknown as IpcMainInvokeEvent;

/** The registry on a fake `ipcMain`, with handlers that note what reached them. */
function register(
  answer: (name: RequestName, input: unknown) => unknown = () => ({ ok: true }),
  checkOutput = false,
  standing: Promise<void> = Promise.resolve(),
) {
  const channels = new Map<string, Channel>();
  const reached: { name: RequestName; input: unknown }[] = [];
  const bugs: { name: RequestName; error: unknown }[] = [];
  const ipcMain = {
    handle(channel: string, listener: Channel): void {
      if (channels.has(channel)) throw new Error(`twice: ${channel}`);
      channels.set(channel, listener);
    },
  } as unknown as IpcMain;
  const handlers = Object.fromEntries(
    requestNames.map((name) => [
      name,
      (input: unknown) => {
        reached.push({ name, input });
        return answer(name, input);
      },
    ]),
  ) as unknown as RequestHandlers;
  const answering = answerRequests(handlers, {
    isTrusted: (event) => event === ours,
    onBug: (name, error) => bugs.push({ name, error }),
    checkOutput,
  });
  registerRequests(
    ipcMain,
    standing.then(() => answering),
  );
  const send = (name: RequestName, event: IpcMainInvokeEvent, ...input: unknown[]): Promise<unknown> => {
    const channel = channels.get(requestChannel(name));
    if (channel === undefined) throw new Error(`no such channel: ${name}`);
    return channel(event, ...input);
  };
  return { channels, reached, bugs, send };
}

const id = '0123456789abcdef0123456789abcdef';
const shop = {
  language: 'id',
  theme: 'dark',
  shop: { name: 'Loket', address: '' },
  slip: { logo: null, footer: 'Terima kasih', qr: '' },
  numberRules: defaultNumberRules,
  pictureFolder: '',
  backupFolder: '',
  day: { zone: 'WITA', cutMinutes: 120 },
  fees: { 'pln-postpaid': 1000 },
  rounding: { step: 500, to: 'up' },
  keepsTill: true,
  lockAfterMinutes: 5,
  lowDeposit: 500_000,
  sounds: false,
  lotAsksAtOnce: 2,
  basketRecap: false,
  keys: { history: 'Ctrl+W' },
};
const count = { '100000': 3, '500': 7 };
const profile = {
  baseUrl: 'https://host.example/trx',
  options: { format: 'xml' },
  services: [{ product: 'pdam', code: 'PDAM', name: 'PDAM Kota', asks: ['months'] }],
  finalAnswers: ['0014'],
  route: { caFile: '', pin: '', proxy: '', connectSeconds: 10, firstByteSeconds: 30, wholeSeconds: 30 },
};
const secrets = { username: 'n', password: 'p', apiKey: 'k' };

/** One good input of each request; `undefined` where it takes none. */
const good: Record<RequestName, Record<string, unknown> | undefined> = {
  counterState: undefined,
  catalogue: undefined,
  inquire: { product: 'pln-postpaid', number: '530000000001' },
  abandonInquiry: undefined,
  chooseDenomination: { offer: id, denomination: 20_000 },
  tender: { quote: id, cash: 350_000 },
  insist: { quote: id, pin: '1234' },
  confirmAgain: { quote: id, doubts: ['gap:1'], pin: '1234' },
  pay: { quote: id },
  leaveSale: { to: 'number' },
  whereWasI: undefined,
  recentPayments: undefined,
  openPayments: undefined,
  payment: { payment: id },
  checkPayment: { payment: id },
  takeForFinal: { payment: id, pin: '1234' },
  evidence: { payment: id },
  lookAgain: { payment: id },
  resolveByHand: {
    payment: id,
    verdict: { kind: 'paid', reference: 'VSI1', token: '01234567890123456789' },
    reason: 'biller-said',
    evidence: 'Bu Ani, 14.05',
    pin: '1234',
  },
  printInterim: { payment: id },
  gaps: undefined,
  closeGap: { gap: 1, note: 'dicocokkan', pin: '1234' },
  reprint: { payment: id },
  paper: { job: id },
  copyText: { payment: id },
  savePicture: { payment: id },
  savePdf: { payment: id },
  waitingPapers: undefined,
  answerPaper: { job: id, answer: 'came-out' },
  printOpenPayments: undefined,
  settings: undefined,
  saveShopSettings: shop,
  savePrinting: defaultPrinting,
  findPrinters: undefined,
  testPrinter: { setup: defaultPrinting.printers[0], part: 'page' },
  diagnostics: undefined,
  saveDiagnostics: undefined,
  saveBiller: { biller: 'iak', profile, secrets },
  preferBiller: { biller: 'iak' },
  testConnection: { biller: 'iak' },
  priceList: { biller: 'iak' },
  setPin: { current: '1234', next: '5678' },
  switchLedger: { to: 'training' },
  backups: undefined,
  previewBackup: { name: 'loket-live-20180601-020000.db' },
  backUpNow: undefined,
  restoreBackup: { name: 'loket-live-20180601-020000.db', pin: '1234' },
  archives: undefined,
  makeArchive: { kind: 'move', passphrase: 'kunci warung', pin: '1234' },
  chooseArchive: undefined,
  previewArchive: { passphrase: 'kunci warung' },
  restoreArchive: { id: '0123456789abcdef', pin: null },
  reopenCounter: { pin: '1234' },
  updates: undefined,
  saveUpdateSource: { source: { kind: 'folder', path: '/media/stick' } },
  chooseUpdateFolder: undefined,
  checkUpdate: undefined,
  fetchUpdate: { version: '1.3.0' },
  installUpdate: { version: '1.3.0', pin: '1234' },
  putBackVersion: { version: '1.1.0', pin: '1234' },
  staff: undefined,
  signIn: { id: '0123abcd', pin: '1234' },
  lock: undefined,
  changeStaff: {
    change: { kind: 'edit', id: '0123abcd', name: 'Bu Sri', role: 'supervisor', pin: null },
    approval: '1234',
  },
  shift: undefined,
  openShift: { float: 200_000 },
  moveCash: { kind: 'out', amount: 50_000, reason: 'beli galon' },
  refund: { payment: id },
  closeShift: { count },
  printX: undefined,
  zReports: { before: null },
  printZ: { number: 3 },
  searchHistory: {
    query: { text: 'budi', from: '2026-11-01', until: null, cashier: 'Sri', state: 'paid', product: null },
    behind: null,
  },
  trail: { payment: id },
  cashiers: undefined,
  findCustomers: { text: '5300', product: 'pln-postpaid' },
  saveCustomer: {
    product: 'pdam',
    service: 'PDAM',
    number: '10202001',
    name: 'SITI',
    label: 'Bu Siti depan',
  },
  forgetCustomer: { product: 'pdam', service: 'PDAM', number: '10202001' },
  addToBasket: { quote: id },
  takeFromBasket: { quote: id },
  leaveOutOfBasket: { quote: id, isOut: true },
  tenderBasket: { cash: 500_000 },
  reviewBasket: undefined,
  payBasket: undefined,
  stopBasket: undefined,
  answerBasket: { goOn: true },
  clearBasket: undefined,
  printBasketRecap: undefined,
  partOf: { payment: id },
  groups: undefined,
  group: { group: 1 },
  saveGroup: {
    number: 1,
    group: {
      name: 'RT 03',
      collector: 'Pak Joko',
      members: [
        {
          product: 'pdam',
          service: 'PDAM',
          number: '10202001',
          extras: { months: 2 },
          denomination: 50_000,
          note: 'No. 4',
        },
      ],
    },
  },
  removeGroup: { group: 1 },
  importGroup: { into: { kind: 'new', name: 'RT 03', collector: 'Pak Joko' } },
  exportGroup: { group: 1, format: 'csv' },
  exportLot: { lot: 1, format: 'xlsx' },
  openLot: { groups: [1, 2] },
  lot: { lot: 1 },
  lots: { before: null },
  inquireLot: { lot: 1 },
  chooseInLot: { lot: 1, lines: [1, 2], isIn: false },
  payLot: { lot: 1 },
  stopLot: { lot: 1 },
  answerLot: { lot: 1, goOn: false },
  closeLot: { lot: 1 },
  printLotRecap: { lot: 1 },
  lotRecap: { lot: 1 },
  report: {
    by: 'day',
    from: '2026-11-01',
    until: '2026-11-30',
    product: 'pdam',
    cashier: 'Rina',
    biller: 'iak',
  },
  deposits: { from: '2026-11-01', until: '2026-11-30' },
  saveReport: { of: { kind: 'deposits', days: { from: '2026-11-01', until: '2026-11-30' } }, format: 'xlsx' },
  openStatement: undefined,
  reconcile: {
    biller: 'teleanjar',
    map: { day: 0, reference: 1, number: 2, amount: 3, status: 4, token: 5 },
    from: '2026-11-01',
    until: '2026-11-30',
  },
  a4Document: { document: id },
  finishIntroduction: undefined,
  saveScreens: { screens: usualScreens, pin: null },
  leaveKiosk: { pin: '1234', to: 'window' },
  offeredProvision: undefined,
  takeProvision: { file: '/media/sari/STIK/provision.json', pin: '1234' },
  unlockVault: { passphrase: 'lima kata yang acak' },
  setPassphrase: { current: null, next: 'lima kata yang acak', pin: '1234' },
  leavePassphrase: { current: 'lima kata yang acak', pin: '1234' },
  forgetSecrets: { pin: '1234' },
  retryKeyStore: undefined,
};

/** The one place of an input that may be `null`. */
const nullableOf: Partial<Record<RequestName, readonly string[]>> = {
  saveBiller: ['secrets'],
  saveScreens: ['pin'],
  setPin: ['current'],
  setPassphrase: ['current', 'pin'],
  leavePassphrase: ['pin'],
  forgetSecrets: ['pin'],
  confirmAgain: ['pin'],
  saveShopSettings: ['slip.logo'],
  testPrinter: ['setup.profile.drawer'],
  changeStaff: ['change.pin'],
  zReports: ['before'],
  makeArchive: ['pin'],
  restoreArchive: ['pin'],
  saveGroup: ['number', 'group.members.0.service', 'group.members.0.denomination'],
  lots: ['before'],
  searchHistory: ['behind', 'query.from', 'query.until', 'query.cashier', 'query.state', 'query.product'],
  findCustomers: ['product'],
  report: ['product', 'cashier', 'biller'],
  reconcile: ['map.day', 'map.reference', 'map.number', 'map.amount', 'map.status', 'map.token'],
};

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, to: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [to];
  return [to, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...to, key]))];
}

function withValueAt(value: unknown, [key, ...rest]: readonly string[], next: unknown): unknown {
  if (key === undefined) return next;
  const record = value as Record<string, unknown>;
  return { ...record, [key]: withValueAt(record[key], rest, next) };
}

const valueAt = (value: unknown, place: readonly string[]): unknown =>
  place.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)[key], value);

/** An empty list is a list, and an empty record of options or secrets a record: main judges what is in them. */
const isOfKind = (stands: unknown, value: unknown): boolean =>
  (Array.isArray(stands) && Array.isArray(value)) ||
  (typeof stands === 'boolean' && typeof value === 'boolean') ||
  ([profile.options, secrets, shop.fees, shop.keys, count].includes(stands as never) && isRecord(value));
const isRecord = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const takesInput = requestNames.filter((name) => good[name] !== undefined);
const takesNothing = requestNames.filter((name) => good[name] === undefined);

describe('the registry', () => {
  it('has a channel for every request of the contract and no other', () => {
    const { channels } = register();
    expect([...channels.keys()].toSorted()).toEqual(requestNames.map(requestChannel).toSorted());
  });

  it('keeps what is asked before the program stands, and has it answered then, or refused', async () => {
    let stand = (): void => undefined;
    const standing = new Promise<void>((resolve) => {
      stand = resolve;
    });
    const { send, reached } = register(() => ({ ok: true, value: 'the answer' }), false, standing);
    const asked = Promise.allSettled([
      send('catalogue', ours),
      send('catalogue', foreign),
      send('pay', ours, { evil: true }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(reached).toEqual([]);
    stand();
    expect(await asked).toEqual([
      { status: 'fulfilled', value: { ok: true, value: 'the answer' } },
      { status: 'rejected', reason: new Error('refused') },
      { status: 'rejected', reason: new Error('internal') },
    ]);
    expect(reached).toEqual([{ name: 'catalogue', input: undefined }]);
  });

  it('says of the first request that it was asked, though nobody answers yet', () => {
    const channels = new Map<string, Channel>();
    const ipcMain = { handle: (channel: string, listener: Channel) => void channels.set(channel, listener) };
    let asked = 0;
    registerRequests(ipcMain as unknown as IpcMain, new Promise(() => undefined), () => {
      asked += 1;
    });
    expect(asked).toBe(0);
    void channels.get(requestChannel('catalogue'))?.(ours);
    expect(asked).toBe(1);
  });

  it.each(requestNames)(
    'hands good input of %s to its own handler, once, and gives back its answer',
    async (name) => {
      const { send, reached, bugs } = register(() => ({ ok: true, value: 'the answer' }));
      expect(await send(name, ours, good[name])).toEqual({ ok: true, value: 'the answer' });
      expect(reached).toEqual([{ name, input: good[name] }]);
      expect(bugs).toEqual([]);
    },
  );

  it.each(requestNames)(
    'refuses %s from any other sender before its handler or a schema runs',
    async (name) => {
      const { send, reached, bugs } = register();
      await expect(send(name, foreign, good[name])).rejects.toThrow(/^refused$/);
      await expect(send(name, foreign, { evil: true })).rejects.toThrow(/^refused$/);
      expect(reached).toEqual([]);
      expect(bugs).toEqual([]);
    },
  );

  it.each(requestNames)('refuses a second argument of %s', async (name) => {
    const { send, reached } = register();
    await expect(send(name, ours, good[name], undefined)).rejects.toThrow(/^refused$/);
    await expect(send(name, ours, good[name], good[name])).rejects.toThrow(/^refused$/);
    expect(reached).toEqual([]);
  });

  it.each(takesNothing)('refuses any input of %s, which takes none', async (name) => {
    const { send, reached } = register();
    for (const input of [null, {}, '', 0, false, []]) {
      await expect(send(name, ours, input)).rejects.toThrow(/^internal$/);
    }
    expect(reached).toEqual([]);
  });

  it.each(takesInput)('refuses %s with a key too many, at every depth', async (name) => {
    const { send, reached } = register();
    const objects = placesIn(good[name]).filter((place) => {
      const at = place.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], good[name]);
      return typeof at === 'object' && at !== null;
    });
    expect(objects.length).toBeGreaterThan(0);
    for (const place of objects) {
      for (const extra of ['extra', 'constructor', 'total', '0']) {
        const input = withValueAt(good[name], [...place, extra], 1);
        await expect(send(name, ours, input), `${place.join('.')}.${extra}`).rejects.toThrow(/^internal$/);
      }
    }
    expect(reached).toEqual([]);
  });

  it.each(takesInput)('refuses %s with a key too few', async (name) => {
    const { send, reached } = register();
    for (const key of Object.keys(good[name] ?? {})) {
      const { [key]: _left, ...rest } = good[name] ?? {};
      await expect(send(name, ours, rest), key).rejects.toThrow(/^internal$/);
    }
    expect(reached).toEqual([]);
  });

  it.each(takesInput)('refuses %s with a value of a wrong kind anywhere', async (name) => {
    const { send, reached } = register();
    const nullable = nullableOf[name] ?? [];
    const wrong = [
      null,
      undefined,
      true,
      1.5,
      -1,
      Number.NaN,
      2n,
      [],
      {},
      () => 1,
      'x'.repeat(5000),
      new Date(0),
    ];
    for (const place of placesIn(good[name])) {
      for (const value of wrong) {
        if (nullable.includes(place.join('.')) && value === null) continue;
        if (isOfKind(valueAt(good[name], place), value)) continue;
        const input = withValueAt(good[name], place, value);
        await expect(send(name, ours, input), place.join('.')).rejects.toThrow(/^internal$/);
      }
    }
    expect(reached).toEqual([]);
  });

  it('lets nothing through that is not of the contract, whatever it is', async () => {
    const { send, reached } = register();
    const mutated = fc.constantFrom(...takesInput).chain((name) =>
      fc.record({
        name: fc.constant(name),
        input: fc.oneof(
          fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }),
          fc
            .tuple(fc.constantFrom(...placesIn(good[name])), fc.anything())
            .map(([place, value]) => withValueAt(good[name], place, value)),
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(mutated, async ({ name, input }) => {
        reached.length = 0;
        const isGood = requests[name].input.safeParse(input).success;
        await send(name, ours, input).then(
          () => expect(isGood).toBe(true),
          (error: unknown) => expect(error).toEqual(new Error('internal')),
        );
        expect(reached).toHaveLength(isGood ? 1 : 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('hands on what the schema made of the input, not the object that came', async () => {
    const { send, reached } = register();
    const input = JSON.parse(`{"quote":"${id}"}`) as unknown;
    await send('pay', ours, input);
    expect(reached[0]?.input).not.toBe(input);
    const polluted = JSON.parse(`{"quote":"${id}","__proto__":{"evil":true}}`) as unknown;
    await send('pay', ours, polluted).catch(() => undefined);
    for (const each of reached) expect(each.input).toEqual({ quote: id });
    for (const each of reached) expect((each.input as { evil?: boolean }).evil).toBeUndefined();
  });
});

describe('a bug of ours', () => {
  const secretive = new Error('SQLITE_FULL at /home/siti/live/ledger.db, key k4n4ri');

  it.each([
    [
      'throws',
      () => {
        throw secretive;
      },
    ],
    ['rejects', () => Promise.reject(secretive)],
  ])('in a handler that %s reaches the window as "internal" and no more', async (_how, answer) => {
    const { send, bugs } = register(answer);
    const error: unknown = await send('pay', ours, good.pay).catch((caught: unknown) => caught);
    if (!(error instanceof Error)) throw new Error('it did not reject');
    expect(error.message).toBe('internal');
    expect(error.cause).toBeUndefined();
    expect(error.stack).not.toContain('k4n4ri');
    expect(bugs).toEqual([{ name: 'pay', error: secretive }]);
  });

  it('in the form of an input that was refused is told without the input, which may hold a secret', async () => {
    const { send, bugs } = register();
    const canary = 'k4n4ri-rahasia';
    const spoilt = [
      { biller: 'iak', profile, secrets: { ...secrets, password: canary.repeat(20) } },
      { biller: 'iak', profile, secrets: { ...secrets, apiKey: [canary] } },
      { biller: canary.repeat(9), profile, secrets: { ...secrets, password: canary } },
      { biller: 'iak', profile, secrets: { ...secrets, password: canary }, more: canary },
      { biller: 'iak', profile, secrets: { ...secrets, [canary.repeat(9)]: canary } },
      canary,
    ];
    for (const input of spoilt) await send('saveBiller', ours, input).catch(() => undefined);
    expect(bugs).toHaveLength(spoilt.length);
    for (const { error } of bugs) {
      const told = error instanceof Error ? `${error.message} ${error.stack}` : String(error);
      expect(told).not.toContain('k4n4ri');
      expect(JSON.stringify(error)).not.toContain('k4n4ri');
    }
  });

  it('in an answer is loud where answers are checked: a wrong value, an unknown error', async () => {
    const value = register(() => ({ ok: true, value: { change: -1 } }), true);
    await expect(value.send('tender', ours, good.tender)).rejects.toThrow(/^internal$/);
    const problem = register(() => ({ ok: false, error: { code: 'quote-gone', stack: 'x' } }), true);
    await expect(problem.send('tender', ours, good.tender)).rejects.toThrow(/^internal$/);
    const fine = register(() => ({ ok: false, error: { code: 'quote-gone' } }), true);
    expect(await fine.send('tender', ours, good.tender)).toEqual({
      ok: false,
      error: { code: 'quote-gone' },
    });
  });
});

describe('the channel of the look', () => {
  const look = { counter: {}, catalogue: [] };
  const lookOnly = (): Channel => {
    const channels = new Map<string, Channel>();
    const ipcMain = { handle: (channel: string, listener: Channel) => void channels.set(channel, listener) };
    registerLook(
      ipcMain as unknown as IpcMain,
      (event) => event === ours,
      () => look,
    );
    return async (event, ...input) => channels.get(lookChannel)?.(event, ...input);
  };

  it('is answered before anything else stands', async () => {
    expect(await lookOnly()(ours)).toBe(look);
  });

  it('refuses a foreign sender, and whatever is sent along', async () => {
    await expect(lookOnly()(foreign)).rejects.toThrow('refused');
    await expect(lookOnly()(ours, { evil: true })).rejects.toThrow('refused');
  });
});
