import type { StoredPrintJob } from '../../../electron/ledger/ledger.ts';
import type { PrintJobStatus } from '../../../shared/payment/print-job.ts';
import type { PrintingSettings } from '../../../shared/printing/printing-settings.ts';
import type { LaidOutReceipt } from '../../../shared/receipt/layout.ts';
import { quoteId } from '../ledger/documents.ts';
import { saleBench } from './sale-bench.ts';

/** A status for every state there is; `failed` and `uncertain` for a printer that stalled. */
export const statusOf = (state: PrintJobStatus['state']): PrintJobStatus =>
  state === 'failed' || state === 'uncertain' ? { state, problem: 'stalled' } : { state, problem: null };

/** The words of a job: the bench encodes a receipt as the layout it was. */
export function wordsOf(bytes: Uint8Array | undefined): string {
  const { slips } = JSON.parse(new TextDecoder().decode(bytes)) as LaidOutReceipt;
  return slips
    .flatMap(({ lines }) => lines.map(({ spans }) => spans.map(({ text }) => text).join('')))
    .join('\n');
}

/** A counter at which the first quote was paid, and its receipt printed as told, with those printers. */
export async function paidBench(
  state?: PrintJobStatus['state'],
  printing?: PrintingSettings,
  prepare: (bench: ReturnType<typeof saleBench>) => void = () => undefined,
) {
  const bench = saleBench();
  if (printing !== undefined) bench.printing.settings = printing;
  prepare(bench);
  bench.putQuote(1);
  await bench.pay(quoteId(1));
  const latest = (): StoredPrintJob => {
    const job = bench.ledger.printJobs.latestOf(quoteId(1));
    if (job === undefined) throw new Error('nothing to print');
    return job;
  };
  const first = latest();
  const become = (job: StoredPrintJob, to: PrintJobStatus['state']): void =>
    bench.ledger.printJobs.setStatus(job.id, statusOf(to), bench.clock.now());
  if (state !== undefined) become(first, state);
  return { ...bench, first, latest, become };
}
