import { certain, json, payment, says, type Deviation } from './deviation.ts';

/** What is left out, or filled with something else, and decides nothing. */
export const optional: readonly Deviation[] = [
  says('leaves the name out', (good) => good.saying({ name: undefined })),
  says('has no name', (good) => good.saying({ name: '' })),
  says('has a number for a name', (good) => good.saying({ name: 7 })),
  says('has a name of other letters', (good) => good.saying({ name: 'Ñi Kétut Śari 寿司 😀' })),
  says('has a name with quotes and ampersands', (good) =>
    good.saying({ name: `HJ. NUR'AINI "IBU" & ANAK <3` }),
  ),
  says('has a name of 5000 letters', (good) => good.saying({ name: 'A'.repeat(5000) })),
  says('has lines in the name', (good) => good.saying({ name: 'BUDI\n\tSANTOSO' })),
  says('leaves the period out', (good) => good.saying({ period: undefined })),
  says('has a number for a period', (good) => good.saying({ period: 201_805 }), json),
  says('leaves the deposit out', (good) => good.saying({ deposit: undefined })),
  says('has words for the deposit', (good) => good.saying({ deposit: 'n/a' })),
  says('has a deposit in a string', (good) => good.saying({ deposit: '997161249' }), json),
  says('has a deposit below nothing', (good) => good.saying({ deposit: -5 })),
  says('leaves the reference out', (good) => good.saying({ reference: undefined }), payment),
  says('has no reference', (good) => good.saying({ reference: '' }), payment),
  says(
    'has a reference of 500 letters',
    (good) => good.saying({ reference: `${good.sale.serial}${'X'.repeat(500)}` }),
    certain,
  ),
  says('leaves the time out', (good) => good.saying({ time: undefined }), payment),
  says('has words for a time', (good) => good.saying({ time: 'tadi siang' }), payment),
  says('lived in 1970 when it was paid', (good) => good.saying({ time: '1970-01-01 00:00:00' }), payment),
  says('lives in 2099 when it is paid', (good) => good.saying({ time: '2099-12-31 23:59:59' }), payment),
  says('has a time of 500 letters', (good) => good.saying({ time: 'x'.repeat(500) }), payment),
  says(
    'writes its sums in strings',
    (good) => good.saying({ amount: '300000', admin: '2500', total: '302500' }),
    json,
  ),
  says('writes one sum in a string', (good) => good.saying({ total: '302500' }), json),
  says('writes its sums with two decimals', (good) =>
    good.saying({ amount: '300000.00', admin: '2500.00', total: '302500.00' }),
  ),
  says('writes its total with a decimal', (good) => good.writing('total', '302500.0')),
  says('writes its fee with decimals', (good) => good.writing('admin', '2500.00')),
  says('writes its total with an exponent', (good) => good.writing('total', '3.025e5'), json),
];
