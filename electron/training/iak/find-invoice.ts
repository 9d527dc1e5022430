import type { Kind } from './catalogue.ts';
import type { Ask, Found } from './invoice.ts';
import { bpjsCompany, bpjsHealth, bpjsSelfEmployed } from './invoices/bpjs.ts';
import { customDenomination, insurance, multifinance } from './invoices/finance.ts';
import { plnNontaglis, plnPostpaid } from './invoices/pln.ts';
import { internet, internetPlain, television, telkomvision } from './invoices/subscriptions.ts';
import { landTax, vehicleTax } from './invoices/tax.ts';
import { mobile, telkom } from './invoices/telephone.ts';
import { gas, waterByPeriod, waterUnified } from './invoices/water-and-gas.ts';

const finders: Readonly<Record<Kind, (ask: Ask) => Found>> = {
  'pln-postpaid': plnPostpaid,
  'pln-nontaglis': plnNontaglis,
  telkom,
  mobile,
  internet,
  'internet-plain': internetPlain,
  bpjs: bpjsHealth,
  'bpjs-tk-bpu': bpjsSelfEmployed,
  'bpjs-tk-pu': bpjsCompany,
  'pdam-by-period': waterByPeriod,
  'pdam-unified': waterUnified,
  gas,
  'tv-telkomvision': telkomvision,
  tv: television,
  finance: multifinance,
  insurance,
  pbb: landTax,
  esamsat: vehicleTax,
  'custom-denom': customDenomination,
};

/** What the customer of `ask` owes, or the code that says why nothing can be paid. */
export const findInvoice = (ask: Ask): Found => finders[ask.product.kind](ask);
