import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { depositChange } from './deposit-change.ts';

type Finding = EvidenceView['looks'][number]['finding'];

/** What a fresh inquiry found. */
export function findingWords(finding: Finding, m: Messages): string {
  const words = m.evidence.findings;
  switch (finding.kind) {
    case 'same-bill':
      return words.sameBill(formatRupiah(finding.total));
    case 'other-bill':
      return words.otherBill(formatRupiah(finding.total));
    case 'amounts':
      return words.amounts;
    case 'refused':
      return words.refused(finding.text === '' ? finding.code : finding.text);
  }
}

/** How the deposit moved, what explains it, and what is left: sentences, or what is not known. */
export function depositWords(deposit: EvidenceView['deposit'], m: Messages): readonly string[] {
  const words = m.evidence;
  const change = depositChange(deposit);
  if (change === null) {
    if (deposit.before !== null) return [words.noAfter];
    return [deposit.after === null ? words.noDeposit : words.noBefore];
  }
  const { others } = deposit;
  const { fell, rest } = change;
  return [
    fell === 0 ? words.same : fell > 0 ? words.fell(formatRupiah(fell)) : words.rose(formatRupiah(-fell)),
    others.count === 0 ? words.noOthers : words.others(others.count, formatRupiah(others.total)),
    ...(others.count === 0 ? [] : [restWords(rest, m)]),
  ];
}

function restWords(rest: number, m: Messages): string {
  if (rest === 0) return m.evidence.restNone;
  return rest > 0 ? m.evidence.rest(formatRupiah(rest)) : m.evidence.restGained(formatRupiah(-rest));
}
