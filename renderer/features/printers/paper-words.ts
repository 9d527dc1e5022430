import type { PaperAnswer, WaitingPaper } from '../../../shared/contract/printing.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { printsByItself } from '../../../shared/payment/print-job.ts';
import { groupNumber } from '../../../shared/products.ts';
import { keysOfPlace } from '../keys/key-map.ts';

/** Whose paper it is, in a few words. */
export const ownerWords = ({ kind, payment }: WaitingPaper, m: Messages): string =>
  payment === null ? m.papers.kinds[kind] : payment.customerName;

/** What paper it is: `Struk · Token · CETAK ULANG ke-1`. */
export const kindWords = ({ kind, copy, payment }: WaitingPaper, m: Messages): string =>
  [
    m.papers.kinds[kind],
    ...(payment === null ? [] : [m.products[payment.product].short]),
    ...(copy > 0 ? [m.papers.copy(copy)] : []),
  ].join(' · ');

/** What is wrong, what mends it, and what happens then; or what went wrong that day, and what the cashier is asked. */
export function troubleWords({ state, problem, kind }: WaitingPaper, m: Messages): readonly string[] {
  if (state === 'uncertain') return [m.papers.happened(problem), m.papers.look, m.papers.question[kind]];
  const { what, mend } = m.printerProblems[problem];
  return [what, mend, printsByItself(problem) ? m.papers.byItself : m.papers.askNow];
}

/** The facts by which one knows whose paper it is. `asked`: when, in words. */
export function paperFacts(
  paper: WaitingPaper,
  asked: string,
  m: Messages,
): readonly { readonly label: string; readonly value: string }[] {
  const { facts } = m.papers;
  const { payment, printer } = paper;
  const whose =
    payment === null
      ? []
      : [
          { label: m.products[payment.product].name, value: payment.customerName },
          { label: facts.number, value: groupNumber(payment.customerNumber) },
          { label: facts.total, value: formatRupiah(payment.total) },
        ];
  return [
    ...whose,
    { label: facts.paper, value: kindWords(paper, m) },
    { label: facts.asked, value: asked },
    ...(printer === '' ? [] : [{ label: facts.printer, value: printer }]),
  ];
}

const { printers: keys } = keysOfPlace;

/** The key of each answer, as it is written on its cap. */
export const answerKeys: Readonly<Record<PaperAnswer, string>> = {
  print: keys.print.combo,
  'came-out': keys['came-out'].combo,
  'did-not-come-out': keys.print.combo,
  leave: keys.leave.combo,
};
