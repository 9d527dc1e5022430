import http from 'node:http';
import * as fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { billerDefinitions } from '../../electron/billers/registry.ts';
import { mostCounterFee } from '../../shared/fees.ts';
import { rupiah } from '../../shared/money.ts';
import type { Quote } from '../../shared/payment/quote.ts';
import { quote as quoteOf, start } from '../unit/ledger/documents.ts';

const secrets = {
  teleanjar: { uuid: 'PARTNER01', username: 'demo', password: 'secret', apiKey: 'KEY123' },
  iak: { username: '08123456789', apiKey: 'abc123' },
} as const;

/** A server that understands nothing, and keeps every byte it was sent. */
async function listener() {
  let heard: string[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      heard.push(`${request.method} ${request.url} ${JSON.stringify(request.rawHeaders)}\n${body}`);
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    baseUrl: `http://127.0.0.1:${address.port}/trx`,
    /** What has come since the last look. */
    take: (): readonly string[] => {
      const taken = heard;
      heard = [];
      return taken;
    },
  };
}

const soldBy = (biller: keyof typeof secrets): Partial<Quote> => ({
  biller,
  extras: {},
  ...(biller === 'iak'
    ? { service: { code: 'PLNPOSTPAID', name: 'PLN' }, inquiryId: '9902165', ourReference: 'REF1' }
    : {}),
});

describe.each(['teleanjar', 'iak'] as const)('what %s hears', (id) => {
  const definition = billerDefinitions.find(({ form }) => form.id === id);
  if (definition === undefined) throw new Error(`there is no biller ${id}`);

  it('of a payment, and of every question about it, is the same to the byte with the shop’s own fee and without', async () => {
    const { baseUrl, take } = await listener();
    const { defaults } = definition.form;
    const biller = definition.connect({
      profile: { ...defaults, baseUrl },
      credentials: () => secrets[id],
      lateMs: 0,
    });
    const said = async (quote: Quote): Promise<readonly string[]> => {
      const line = await biller.openPayment(quote, start);
      if (!line.ok) throw new Error(line.error.code);
      await line.value.send().byDeadline;
      await biller.status?.ask({ quote, sentAt: start }, start);
      return [line.value.request, ...take()];
    };
    const plain = await said(quoteOf(1, soldBy(id)));
    expect(plain.length).toBeGreaterThan(1);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: mostCounterFee }),
        fc.integer({ min: -999, max: 999 }),
        async (counterFee, rounding) => {
          const charged = { ...soldBy(id), counterFee: rupiah(counterFee), rounding };
          expect(await said(quoteOf(1, charged))).toEqual(plain);
        },
      ),
      { numRuns: 30 },
    );
  });
});
