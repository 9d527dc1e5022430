import { useRef } from 'react';
import { paperInView } from '../../store/counter-view.ts';
import { useCommands, useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { PlaceDialog } from '../../ui/place.tsx';
import { PaperDetail } from './paper-detail.tsx';
import { PaperList } from './paper-list.tsx';
import { ownerWords } from './paper-words.ts';
import { PrinterStates } from './printer-states.tsx';
import './printers-dialog.css';

/** How the printers are, and the papers that a person must see to, oldest first. */
export function PrintersDialog() {
  const m = useMessages();
  const commands = useCommands();
  const { papersWaiting } = useCounterState();
  const papers = useView((view) => view.papers);
  const paper = useView(paperInView);
  const body = useRef<HTMLDivElement>(null);
  return (
    <PlaceDialog title={m.papers.label} size="large" focusFirst={body}>
      <div ref={body} className="printers" tabIndex={-1}>
        <div className="printers-head">
          <PrinterStates />
          <Button onPress={() => commands.open('printer-settings')}>{m.papers.setUp}</Button>
        </div>
        <h3 className="printers-title">{m.papers.list}</h3>
        <Answered />
        {papers === null || papers.length === 0 ? (
          <p data-testid="no-papers">
            {papers === null && papersWaiting > 0 ? m.papers.loading : m.papers.empty}
          </p>
        ) : (
          <div className="printers-halves">
            <PaperList papers={papers} />
            {paper !== null && <PaperDetail key={paper.job} paper={paper} />}
          </div>
        )}
      </div>
    </PlaceDialog>
  );
}

/** What was just said of a paper, which is not in the list any more. */
function Answered() {
  const m = useMessages();
  const answered = useView((view) => view.paperAnswered);
  return (
    <output className="paper-answered" data-testid="paper-answered">
      {answered === null ? '' : m.papers.answered[answered.answer](ownerWords(answered.paper, m))}
    </output>
  );
}
