import type { ReceiptNote } from '../../store/counter-view.ts';
import type { Messages } from '../../../shared/i18n/messages.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Heard } from '../../ui/heard.tsx';
import { useKeyOf } from '../keys/use-key-of.ts';
import './receipt-keys.css';

/** What can be done with the receipt that is shown, and what came of it. */
export function ReceiptKeys({ isPaid }: { readonly isPaid: boolean }) {
  const m = useMessages();
  const reprint = useKeyOf('reprint');
  const copy = useKeyOf('copy');
  const picture = useKeyOf('picture');
  const pdf = useKeyOf('pdf');
  const commands = useCommands();
  const note = useView((view) => view.note);
  return (
    <div className="receipt-keys">
      <div className="receipt-keys-row">
        <Button keyCap={reprint} disabled={!isPaid} onPress={commands.reprint}>
          {m.receipt.print}
        </Button>
        <Button keyCap={copy} disabled={!isPaid} onPress={commands.copyText}>
          {m.receipt.copy}
        </Button>
        <Button keyCap={picture} disabled={!isPaid} onPress={commands.savePicture}>
          <Heard>{m.receipt.save}</Heard> {m.receipt.picture}
        </Button>
        <Button keyCap={pdf} disabled={!isPaid} onPress={commands.savePdf}>
          <Heard>{m.receipt.save}</Heard> {m.receipt.pdf}
        </Button>
      </div>
      <p
        className="receipt-note small"
        role={note?.kind === 'problem' ? 'alert' : 'status'}
        data-testid="receipt-note"
        title={note?.kind === 'saved' ? note.path : undefined}
      >
        {note === null ? '' : noteWords(note, m)}
      </p>
    </div>
  );
}

function noteWords(note: ReceiptNote, m: Messages): string {
  switch (note.kind) {
    case 'copied':
      return m.receipt.copied;
    case 'reprinted':
      return m.receipt.reprinted;
    case 'saved':
      return note.as === 'pdf' ? m.receipt.savedPdf(note.path) : m.receipt.saved(note.path);
    case 'came-out':
      return m.receipt.cameOut;
    case 'problem':
      return m.receiptProblems[note.code];
  }
}
