import { newQuoteId } from '../../../../electron/app/new-id.ts';
import type { RawReply } from '../../../../electron/billers/biller.ts';
import { rupiah } from '../../../../shared/money.ts';
import type { Bill, Quote } from '../../../../shared/payment/quote.ts';
import { instant } from '../../../../shared/time.ts';

/** The answer to a payment of three months as IAK's page "Telkom PSTN / Speedy, Payment" prints it. */
export const telkomJson = `{
  "data": {
    "tr_id": 9732432,
    "code": "TELKOMPSTN",
    "datetime": "20180803172000",
    "hp": "6391601201",
    "tr_name": "JAORAH",
    "period": "201405,201407",
    "nominal": 129610,
    "admin": 7500,
    "response_code": "00",
    "message": "PAYMENT SUCCESS",
    "price": 137110,
    "selling_price": 133510,
    "balance": 997161249,
    "noref": "1609626",
    "ref_id": "091283746520",
    "desc": {
      "kode_area": "0751",
      "divre": "01",
      "datel": "0006",
      "jumlah_tagihan": 3,
      "tagihan": {
        "detail": [
          { "periode": "MEI 2014", "nilai_tagihan": "49870", "admin": "2500", "total": 52370 },
          { "periode": "JUN 2014", "nilai_tagihan": "44870", "admin": "2500", "total": 47370 },
          { "periode": "JUL2014", "nilai_tagihan": "34870", "admin": "2500", "total": 37370 }
        ]
      }
    }
  },
  "meta": []
}`;

export const telkomXml = `<?xml version="1.0"?>
<mp>
  <tr_id>9732432</tr_id>
  <code>TELKOMPSTN</code>
  <datetime>20170725162507</datetime>
  <hp>6391601201</hp>
  <tr_name>JAORAH</tr_name>
  <period>201405,201407</period>
  <nominal>129610</nominal>
  <admin>7500</admin>
  <response_code>00</response_code>
  <message>PAYMENT SUCCESS</message>
  <price>137110</price>
  <selling_price>135910</selling_price>
  <balance>997161249</balance>
  <no_ref>1609626</no_ref>
  <ref_id>091283746520</ref_id>
  <desc>
    <kode_area>0751</kode_area>
    <divre>01</divre>
    <datel>0006</datel>
    <jumlah_tagihan>3</jumlah_tagihan>
    <tagihan>
      <detail>
        <periode>MEI 2014</periode>
        <nilai_tagihan>49870</nilai_tagihan>
        <admin>2500</admin>
        <total>52370</total>
      </detail>
      <detail>
        <periode>JUN 2014</periode>
        <nilai_tagihan>44870</nilai_tagihan>
        <admin>2500</admin>
        <total>47370</total>
      </detail>
      <detail>
        <periode>JUL 2014</periode>
        <nilai_tagihan>34870</nilai_tagihan>
        <admin>2500</admin>
        <total>37370</total>
      </detail>
    </tagihan>
  </desc>
</mp>`;

/** The fields of the sample's `data`, to be changed. */
export const telkomData: Readonly<Record<string, unknown>> = JSON.parse(telkomJson).data;

const bill = (period: string, amount: number): Bill => ({
  period,
  amount: rupiah(amount),
  adminFee: rupiah(2500),
  total: rupiah(amount + 2500),
});

/** The quote that the sample answers. */
export const telkomQuote: Quote = {
  id: newQuoteId(),
  product: 'telkom-pstn',
  biller: 'iak',
  service: { code: 'TELKOMPSTN', name: 'Telkom' },
  customerNumber: '6391601201',
  customer: { identity: '6391601201', name: 'JAORAH', details: [] },
  inquiryId: '9732432',
  ourReference: '091283746520',
  bills: [bill('MEI 2014', 49_870), bill('JUN 2014', 44_870), bill('JUL2014', 34_870)],
  total: rupiah(137_110),
  quotedAt: instant(0),
  expiresAt: instant(1),
};

export const replyOf = (text: string, more: Partial<RawReply> = {}): RawReply => ({
  status: 200,
  date: null,
  body: new TextEncoder().encode(text),
  complete: true,
  ...more,
});

/** An answer in JSON as IAK wraps it. */
export const jsonReply = (data: unknown, more: Partial<RawReply> = {}): RawReply =>
  replyOf(JSON.stringify({ data, meta: [] }), more);

/** The same fields in IAK's XML, a list as siblings of one name. */
export const xmlReply = (fields: Readonly<Record<string, unknown>>, more: Partial<RawReply> = {}): RawReply =>
  replyOf(`<?xml version="1.0"?>\n<mp>${elements(fields)}</mp>`, more);

const elements = (fields: Readonly<Record<string, unknown>>): string =>
  Object.entries(fields)
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const))
    .map(([name, value]) => `<${name}>${content(value)}</${name}>`)
    .join('');

const content = (value: unknown): string =>
  typeof value === 'object' && value !== null
    ? elements(value as Readonly<Record<string, unknown>>)
    : String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
