import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startIakServer, type IakServer } from '../../../../electron/training/iak-server.ts';
import { catalogue, findProduct } from '../../../../electron/training/iak/catalogue.ts';
import { practiceOf } from '../../../../electron/training/iak/practice-numbers.ts';
import { deal, formats, isSaid, morning, type Said } from './reseller.ts';

/** The comment that cashiers and tests are promised the same by. */
const list = readFileSync(
  new URL('../../../../electron/training/iak/practice-numbers.ts', import.meta.url),
  'utf8',
);
const rows = list
  .split('\n')
  .filter((line) => line.startsWith(' * | '))
  .map((line) =>
    line
      .slice(5)
      .split('|')
      .map((cell) => cell.trim()),
  );

interface Customer {
  readonly code: string;
  readonly one: readonly string[];
  readonly several: readonly string[];
}

const customers: readonly Customer[] = rows
  .filter(([code = '']) => findProduct(code) !== undefined)
  .map(([code = '', one = '', several = '', newOne = '', newSeveral = '']) => ({
    code,
    one: [one, newOne],
    several: [several, newSeveral].filter((hp) => hp !== '-'),
  }));

interface Ending {
  readonly digits: string;
  readonly inquiry: string;
  readonly payment: string;
  /** The statuses of questions one after the other; none where nothing was found. */
  readonly statuses: readonly string[];
  readonly words: string;
}

const endings: readonly Ending[] = rows
  .filter(([digits = '']) => /^\d{2}(?:\d{2})?$|^\dNNN$/.test(digits))
  .map(([digits = '', inquiry = '', payment = '', statuses = '', words = '']) => ({
    digits: digits.replace('NNN', '000'),
    inquiry,
    payment,
    statuses: statuses === '-' ? [] : statuses.split(' '),
    words,
  }));

const lateMs = 30;
let server: IakServer;
beforeEach(async () => {
  server = await startIakServer({ now: () => morning, seed: 'practice', lateMs });
});
afterEach(() => server.close());

/** How many bills an answer shows, for the products that bill by the month. */
function billsIn(answer: Said): number {
  const { desc } = answer;
  if (!isSaid(desc)) return 0;
  const quantity = desc['lembar_tagihan'] ?? desc['jumlah_tagihan'] ?? desc['bill_quantity'];
  return Number(quantity);
}

async function check(code: string, hp: string, format: 'json' | 'xml', ending: Ending): Promise<void> {
  const business = deal(server, { code, hp, format });
  const before = server.books.deposit();
  const inquiry = await business.inquire();
  expect(inquiry['response_code'], `${hp} inquiry`).toBe(ending.inquiry);
  if (ending.statuses.length === 0) {
    expect(inquiry['tr_id']).toBeUndefined();
    return;
  }
  expect((await business.status())['status'], `${hp} before payment`).toEqual(format === 'json' ? 0 : '0');
  const answered = ending.payment !== '-';
  if (answered) {
    const payment = await business.pay(inquiry['tr_id']);
    expect(payment['response_code'], `${hp} payment`).toBe(ending.payment);
  } else if (ending.words.includes('502')) {
    expect((await business.payRaw(inquiry['tr_id'])).status).toBe(502);
  } else {
    await expect(business.payRaw(inquiry['tr_id'])).rejects.toThrow(/socket hang up|ECONNRESET|aborted/);
  }
  const price = Number(inquiry['selling_price']);
  const isCharged = ['1', '3'].includes(ending.statuses[0] ?? '');
  expect(before - server.books.deposit(), `${hp} charged`).toBe(isCharged ? price : 0);
  for (const status of ending.statuses) {
    expect(String((await business.status())['status']), `${hp} status`).toBe(status);
  }
  const finallyPaid = ending.statuses.at(-1) === '1';
  expect(before - server.books.deposit(), `${hp} at last`).toBe(finallyPaid ? price : 0);
}

it('the list names every product that is sold, and each ending there is', () => {
  expect(customers.map(({ code }) => code).toSorted()).toEqual(
    catalogue
      .filter(({ active }) => active)
      .map(({ code }) => code)
      .toSorted(),
  );
  expect(endings.map(({ digits }) => digits)).toEqual(
    '01 02 03 04 05 06 07 08 0000 0999 1000 1005 1039 1042 1103 1201'
      .split(' ')
      .concat('5000 5001 5002 5003 5004 5005 5006 6000 7000'.split(' ')),
  );
});

describe.each(formats)('in %s', (format) => {
  describe.each(customers)('$code', ({ code, one, several }) => {
    const stem = (one[0] ?? '').slice(0, -2);

    it.each(one)('%s finds one bill and pays it', async (hp) => {
      const business = deal(server, { code, hp, format });
      const inquiry = await business.inquire();
      expect(inquiry['response_code']).toBe('00');
      expect([0, 1]).toContain(billsIn(inquiry) || 0);
      expect((await business.pay(inquiry['tr_id']))['response_code']).toBe('00');
      expect(server.books.charged()).toBe(Number(inquiry['selling_price']));
    });

    it.runIf(several.length > 0).each(several)('%s finds several bills and pays them', async (hp) => {
      const business = deal(server, { code, hp, format });
      const inquiry = await business.inquire();
      expect(inquiry['response_code']).toBe('00');
      expect(billsIn(inquiry)).toBeGreaterThan(1);
      expect((await business.pay(inquiry['tr_id']))['response_code']).toBe('00');
    });

    it.each(endings.filter(({ digits }) => digits.length === 2))('$digits: $words', async (ending) => {
      await check(code, stem + ending.digits, format, ending);
    });
  });

  describe.each(['PLNPOSTPAID', 'BPJS', 'PGAS', 'SHOPEEPAY'])('%s', (code) => {
    const prefix = (customers.find((each) => each.code === code)?.one[1] ?? '').slice(0, -4);

    it.each(endings.filter(({ digits }) => digits.length === 4))('$digits: $words', async (ending) => {
      await check(code, prefix + ending.digits, format, ending);
    });

    it.each(['09', '14', '15', '20', '34', '103', '106', '109', '777'])('RC %s at inquiry', async (rc) => {
      const hp = `${prefix}0${rc.padStart(3, '0')}`;
      await check(code, hp, format, { digits: '', inquiry: rc, payment: '-', statuses: [], words: '' });
    });

    it.each(['01', '13', '33', '37', '38', '91', '105', '110', '777'])(
      'RC %s at payment',
      async (payment) => {
        const hp = `${prefix}1${payment.padStart(3, '0')}`;
        const words = 'not charged';
        await check(code, hp, format, { digits: '', inquiry: '00', payment, statuses: ['2'], words });
      },
    );

    it.each(['6500', '7500'])('%s is one more pupil', async (digits) => {
      expect((await deal(server, { code, hp: prefix + digits, format }).inquire())['response_code']).toBe(
        '00',
      );
    });

    it.each(['2000', '3999', '4000', '5007', '8000', '9999'])('%s is nobody', async (digits) => {
      expect((await deal(server, { code, hp: prefix + digits, format }).inquire())['response_code']).toBe(
        '14',
      );
    });
  });

  it('the newer sandbox numbers of PLN do what its page says', async () => {
    const ask = (hp: string) => deal(server, { code: 'PLNPOSTPAID', hp, format });
    for (const [hp, code] of [
      ['530000000014', '14'],
      ['530000000103', '103'],
    ] as const) {
      expect((await ask(hp).inquire())['response_code']).toBe(code);
    }
    for (const [hp, code] of [
      ['530000001037', '37'],
      ['530000001039', '39'],
      ['530000001105', '105'],
    ] as const) {
      const business = ask(hp);
      const { tr_id: trId } = await business.inquire();
      expect((await business.pay(trId))['response_code']).toBe(code);
    }
  });

  it('the answer of 5004 names another customer, that of 5005 another price; a status tells the truth', async () => {
    const other = deal(server, { code: 'PGAS', hp: '0110015004', format });
    const { tr_id: otherId } = await other.inquire();
    expect(await other.pay(otherId)).toMatchObject({ hp: '99999999', tr_name: 'ORANG LAIN' });
    expect(await other.status()).toMatchObject({ hp: '0110015004', tr_name: 'NGATIMUN' });
    const wrong = deal(server, { code: 'PGAS', hp: '0110015005', format });
    const { tr_id: wrongId } = await wrong.inquire();
    expect(Number((await wrong.pay(wrongId))['price'])).toBe(325_502);
    expect(Number((await wrong.status())['price'])).toBe(324_502);
  });
});

it('an answer still late when the client leaves is forgotten, the payment is not', async () => {
  const slow = await startIakServer({ now: () => morning, lateMs: 3_600_000 });
  const business = deal(slow, { code: 'PGAS', hp: '0110015001' });
  const { tr_id: trId, selling_price: price } = await business.inquire();
  const cut = expect(business.pay(trId)).rejects.toThrow();
  await expect.poll(() => slow.books.charged(), { interval: 2 }).toBe(price);
  await slow.close();
  await cut;
  expect(slow.books.charged()).toBe(price);
});

it('the old scheme wins where both know a number', () => {
  const pln = { stem: '5300000000' };
  expect(practiceOf(pln, '530000000001')).toEqual({ kind: 'sale', bills: 'one' });
  expect(practiceOf(pln, '530000000009')).toEqual({ kind: 'refused-inquiry', code: '09' });
  const telkom = { stem: '63916012' };
  expect(practiceOf(telkom, '6391601201')).toEqual({ kind: 'sale', bills: 'one' });
  expect(practiceOf(telkom, '6391601209')).toEqual({ kind: 'payment-code', code: '209' });
});
