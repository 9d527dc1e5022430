import type { EvidenceView } from '../../../shared/contract/evidence.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/use-now.ts';
import { whenWords } from '../../ui/when.ts';
import { depositWords, findingWords } from './evidence-words.ts';
import { keysOfPlace } from '../keys/key-map.ts';
import './evidence-section.css';

/** What this counter itself knows around an uncertain payment. It shows, and decides nothing. */
export function EvidenceSection({ payment }: { readonly payment: PaymentView }) {
  const m = useMessagesOf(payment.quote.biller);
  const evidence = useView((view) =>
    view.evidence?.payment === payment.quote.id ? view.evidence.evidence : null,
  );
  return (
    <section className="evidence" aria-label={m.evidence.label} data-testid="evidence">
      <div className="evidence-head">
        <h3 className="evidence-title">{m.evidence.label}</h3>
        <LookKey payment={payment} canLook={evidence?.canLook ?? false} />
      </div>
      <p className="small">{m.evidence.decidesNothing}</p>
      {evidence === null ? (
        <p>{m.evidence.loading}</p>
      ) : (
        <>
          <Looks payment={payment} evidence={evidence} />
          <Deposit payment={payment} deposit={evidence.deposit} />
          <Reply payment={payment} reply={evidence.reply} />
        </>
      )}
    </section>
  );
}

/** The words of this payment's biller, and how a moment is told now. */
function useTelling(payment: PaymentView) {
  const zone = useShopZone();
  const m = useMessagesOf(payment.quote.biller);
  const now = instant(useNow(60_000));
  return { m, when: (at: PaymentView['sentAt']) => whenWords(at, now, zone, m) };
}

interface LooksProps {
  readonly payment: PaymentView;
  readonly evidence: EvidenceView;
}

/** What asking for the number anew has shown. */
function Looks({ payment, evidence: { looks, canLook } }: LooksProps) {
  const { m, when } = useTelling(payment);
  const look = useView((view) => (view.look?.payment === payment.quote.id ? view.look : null));
  const isLooking = look !== null && look.problem === null;
  const problem = look?.problem ?? null;
  return (
    <div className="evidence-looks">
      {looks.length === 0 && <p>{m.evidence.neverLooked}</p>}
      <ul>
        {looks.map(({ at, finding }) => (
          <li key={at}>{m.evidence.looked(when(at), findingWords(finding, m))}</li>
        ))}
      </ul>
      <output>{isLooking && m.evidence.looking}</output>
      {!canLook && <p>{m.evidence.cannotLook}</p>}
      {problem !== null && (
        <p role="alert">
          {m.lookProblems[problem].what} {m.lookProblems[problem].money}{' '}
          <strong>{m.lookProblems[problem].next}</strong>
        </p>
      )}
    </div>
  );
}

/** Asks for the number now. */
function LookKey({ payment, canLook }: { readonly payment: PaymentView; readonly canLook: boolean }) {
  const m = useMessagesOf(payment.quote.biller);
  const commands = useCommands();
  const isLooking = useView(({ look }) => look?.payment === payment.quote.id && look.problem === null);
  return (
    <Button
      keyCap={keysOfPlace.unresolved.look.combo}
      disabled={!canLook || isLooking}
      onPress={commands.look}
    >
      {m.unresolved.look}
    </Button>
  );
}

interface DepositProps {
  readonly payment: PaymentView;
  readonly deposit: EvidenceView['deposit'];
}

/** The deposit before and after, and what explains the difference. */
function Deposit({ payment, deposit }: DepositProps) {
  const { m, when } = useTelling(payment);
  const { before, after } = deposit;
  const told = [
    { label: m.evidence.before, value: before },
    { label: m.evidence.after, value: after },
  ].flatMap(({ label, value }) =>
    value === null ? [] : [`${label} ${m.evidence.at(formatRupiah(value.amount), when(value.at))}`],
  );
  return (
    <p className="evidence-deposit">
      {told.length > 0 && `${m.evidence.deposit} ${told.join(' → ')}. `}
      <strong>{depositWords(deposit, m).join(' ')}</strong>
    </p>
  );
}

interface ReplyProps {
  readonly payment: PaymentView;
  readonly reply: EvidenceView['reply'];
}

/** The answer as it came, for whoever can read it. */
function Reply({ payment, reply }: ReplyProps) {
  const { m, when } = useTelling(payment);
  if (reply === null) return <p>{m.evidence.noReply}</p>;
  return (
    <details className="evidence-reply">
      <summary>{m.evidence.reply(reply.status, when(reply.at))}</summary>
      <pre>{reply.text}</pre>
      {!reply.isWhole && <p className="small">{m.evidence.replyCut}</p>}
    </details>
  );
}
