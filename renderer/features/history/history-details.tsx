import { useEffect, useRef, useState } from 'react';
import type { TrailEntry } from '../../../shared/contract/history.ts';
import type { PaymentView } from '../../../shared/contract/payment-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { formatRupiah } from '../../../shared/money.ts';
import { amountDue } from '../../../shared/payment/quote.ts';
import { countsAsPaid } from '../../../shared/payment/states.ts';
import { instant } from '../../../shared/time.ts';
import { reportBug } from '../../report-bug.ts';
import { billerNameOf } from '../../store/counter-view.ts';
import { canCheck, type HistoryNote, type OpenDetails } from '../../store/history.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useMessages, useMessagesOf, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { formatDayAndClock } from '../../ui/clock.ts';
import { Heard } from '../../ui/heard.tsx';
import { useNow } from '../../ui/use-now.ts';
import { historyKeys } from '../keys/key-map.ts';
import { BillerWords } from '../outcome/biller-words.tsx';
import { OutcomeFacts } from '../outcome/outcome-facts.tsx';
import { useSoldName } from '../outcome/sold-name.ts';
import { detailsFacts } from './details-facts.ts';
import { trailWords } from './trail-words.ts';
import { useHistory, useHistoryView } from './use-history.ts';
import './history-details.css';

/** The payment that was opened: all that is known of it, everything that happened to it, and what can be done. */
export function HistoryDetails({ onShow }: { readonly onShow: () => void }) {
  const m = useMessages();
  const history = useHistory();
  const { details, isLong } = useSteadyDetails();
  const frame = useRef<HTMLElement>(null);
  useEffect(() => frame.current?.focus(), []);
  const payment = details?.payment ?? null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it has the focus when it comes
    <section
      ref={frame}
      className="history-details"
      aria-label={m.history.details}
      tabIndex={-1}
      data-testid="history-details"
    >
      {payment === null ? (
        <>
          <output className="history-details-body">
            {details?.isMissing === true ? m.history.missing : isLong ? m.history.loadingDetails : ''}
          </output>
          <div className="history-keys">
            <Button look="quiet" keyCap="Esc" onPress={() => void history.back()}>
              {m.history.back}
            </Button>
          </div>
        </>
      ) : (
        <PaymentDetails payment={payment} trail={details?.trail ?? null} onShow={onShow} />
      )}
    </section>
  );
}

/** In milliseconds: what comes sooner comes without a word between. */
const patience = 150;

/** What is open; while the next payment's details are on their way, and not for long, those before them. */
function useSteadyDetails(): { readonly details: OpenDetails | null; readonly isLong: boolean } {
  const details = useHistoryView((view) => view.details);
  const [last, setLast] = useState<OpenDetails | null>(null);
  const [isLong, setLong] = useState(false);
  const isComing = details !== null && details.payment === null && !details.isMissing;
  if (!isComing && details !== last) setLast(details);
  useEffect(() => {
    if (!isComing) return;
    const wait = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(wait);
      setLong(false);
    };
  }, [isComing]);
  return { details: isComing && !isLong ? last : details, isLong };
}

interface PaymentDetailsProps {
  readonly payment: PaymentView;
  readonly trail: readonly TrailEntry[] | null;
  readonly onShow: () => void;
}

function PaymentDetails({ payment, trail, onShow }: PaymentDetailsProps) {
  const { quote, sentAt, state } = payment;
  const m = useMessagesOf(quote.biller);
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  const sold = useSoldName(quote);
  const biller = useView((view) => billerNameOf(view, quote.biller));
  const body = useRef<HTMLDivElement>(null);
  // Arrows scroll it, unless they walk in the list.
  useEffect(() => {
    if (!(document.activeElement instanceof HTMLInputElement)) body.current?.focus();
  }, []);
  const named = { sold, biller, sentAt: `${formatDayAndClock(sentAt, now, zone)} ${zone}` };
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys must reach it */}
      <div ref={body} className="history-details-body" tabIndex={0}>
        <p className="history-details-state" data-state={state} data-testid="history-state">
          <strong>{m.states[state]}</strong>
        </p>
        <OutcomeWords payment={payment} m={m} />
        <OutcomeFacts facts={detailsFacts(payment, named, m)} />
        <h3 className="history-details-title">{m.history.trail}</h3>
        <Trail trail={trail} m={m} />
      </div>
      <OwedPart payment={payment} />
      <DetailsKeys payment={payment} onShow={onShow} />
      <Said m={m} />
    </>
  );
}

interface WordsProps {
  readonly payment: PaymentView;
  readonly m: Messages;
}

/** Why it is as it is, where there is more to say than its state. */
function OutcomeWords({ payment: { outcome }, m }: WordsProps) {
  switch (outcome?.kind) {
    case 'rejected':
      return <BillerWords m={m} code={outcome.code} text={outcome.text} />;
    case 'unknown':
      return (
        <>
          <p>{m.unknownReasons[outcome.reason]}</p>
          <BillerWords m={m} code={outcome.code} text={outcome.text} />
        </>
      );
    case 'paid-by-hand':
    case 'rejected-by-hand':
      return <p>{m.outcome.decided(m.handReasons[outcome.reason], outcome.evidence)}</p>;
    case 'paid':
    case undefined:
      return null;
  }
}

function Trail({ trail, m }: { readonly trail: readonly TrailEntry[] | null; readonly m: Messages }) {
  const zone = useShopZone();
  const now = instant(useNow(60_000));
  if (trail === null) return <p className="small">{m.history.loadingDetails}</p>;
  return (
    <ol className="history-trail" aria-label={m.history.trail} data-testid="history-trail">
      {trail.map((entry, place) => {
        const { what, who, note } = trailWords(entry, m);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a trail only ever grows at its end
          <li key={place}>
            <span className="history-trail-time">{formatDayAndClock(entry.at, now, zone)}</span>
            <span>
              {what}
              {note !== '' && <span className="small history-trail-note">{note}</span>}
            </span>
            <span className="small history-trail-who">{who}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** Pressed twice: cash that has left the drawer does not come back by Esc. */
function OwedPart({ payment: { isOwed, quote } }: { readonly payment: PaymentView }) {
  const { history: words } = useMessages();
  const history = useHistory();
  const isSure = useHistoryView((view) => view.isRefunding);
  if (!isOwed) return null;
  const amount = formatRupiah(amountDue(quote));
  return (
    <div className="history-owed">
      <p>{words.owed(amount)}</p>
      <Button
        look={isSure ? 'main' : 'plain'}
        keyCap={historyKeys.refund.combo}
        onPress={() => void history.refund().catch(reportBug)}
      >
        {isSure ? words.refundSure(amount) : words.refund}
      </Button>
    </div>
  );
}

function DetailsKeys({ payment, onShow }: Pick<PaymentDetailsProps, 'payment' | 'onShow'>) {
  const m = useMessages();
  const history = useHistory();
  const isPaid = countsAsPaid(payment.state);
  const press = (work: () => Promise<void>) => (): void => void work().catch(reportBug);
  const { reprint, copy, picture, pdf, check, show } = historyKeys;
  return (
    <div className="history-keys">
      <Button keyCap={reprint.combo} disabled={!isPaid} onPress={press(history.reprint)}>
        {m.receipt.print}
      </Button>
      <Button keyCap={copy.combo} disabled={!isPaid} onPress={press(history.copyText)}>
        {m.receipt.copy}
      </Button>
      <Button keyCap={picture.combo} disabled={!isPaid} onPress={press(history.savePicture)}>
        <Heard>{m.receipt.save}</Heard> {m.receipt.picture}
      </Button>
      <Button keyCap={pdf.combo} disabled={!isPaid} onPress={press(history.savePdf)}>
        <Heard>{m.receipt.save}</Heard> {m.receipt.pdf}
      </Button>
      <Button keyCap={check.combo} disabled={!canCheck(payment)} onPress={press(history.check)}>
        {m.history.check}
      </Button>
      <Button keyCap={show.combo} onPress={onShow}>
        <Heard>{m.history.showPart}</Heard> {m.history.show}
      </Button>
      <Button look="quiet" keyCap="Esc" onPress={() => void history.back()}>
        {m.history.back}
      </Button>
    </div>
  );
}

/** What came of the last thing that was done. */
function Said({ m }: { readonly m: Messages }) {
  const note = useHistoryView((view) => view.note);
  const isTrouble = note?.kind.endsWith('-problem') === true;
  return (
    <p
      className={`history-said ${isTrouble ? 'form-fault' : ''}`}
      role={isTrouble ? 'alert' : 'status'}
      title={note?.kind === 'saved' ? note.path : undefined}
      data-testid="history-said"
    >
      {note === null ? '' : noteWords(note, m)}
    </p>
  );
}

function noteWords(note: HistoryNote, m: Messages): string {
  switch (note.kind) {
    case 'copied':
      return m.receipt.copied;
    case 'reprinted':
      return m.receipt.reprinted;
    case 'checked':
      return m.history.checked;
    case 'refunded':
      return m.history.refunded;
    case 'saved':
      return note.as === 'pdf' ? m.receipt.savedPdf(note.path) : m.receipt.saved(note.path);
    case 'receipt-problem':
      return m.receiptProblems[note.code];
    case 'check-problem':
      return `${m.checkProblems[note.code].what} ${m.checkProblems[note.code].next}`;
    case 'refund-problem':
      return m.shift.problems[note.code];
  }
}
