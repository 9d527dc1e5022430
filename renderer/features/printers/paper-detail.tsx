import { answersTo, type WaitingPaper } from '../../../shared/contract/printing.ts';
import { instant } from '../../../shared/time.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { formatDayAndClock } from '../../ui/clock.ts';
import { useNow } from '../../ui/use-now.ts';
import { OutcomeFacts } from '../outcome/outcome-facts.tsx';
import { answerKeys, ownerWords, paperFacts, troubleWords } from './paper-words.ts';

/** One paper: whose it is, what is the matter with it, and what a person may say. */
export function PaperDetail({ paper }: { readonly paper: WaitingPaper }) {
  const zone = useShopZone();
  const m = useMessages();
  const commands = useCommands();
  const now = instant(useNow(60_000));
  const answering = useView(({ paperAnswer }) => (paperAnswer?.job === paper.job ? paperAnswer : null));
  const answers = answersTo[paper.state];
  const [first, ...rest] = troubleWords(paper, m);
  return (
    <section className="paper-detail" aria-label={ownerWords(paper, m)} data-testid="paper">
      <p>
        {first} <strong>{rest.join(' ')}</strong>
      </p>
      {paper.kind === 'receipt' && <p className="small">{m.papers.paid}</p>}
      <OutcomeFacts facts={paperFacts(paper, `${formatDayAndClock(paper.at, now, zone)} ${zone}`, m)} />
      <p role="alert" className="form-fault">
        {answering !== null && answering.problem !== null ? m.papers.problems[answering.problem] : ''}
      </p>
      <div className="paper-answers">
        {answers.map((answer) => (
          <Button
            key={answer}
            keyCap={answerKeys[answer]}
            disabled={answering?.problem === null}
            onPress={() => commands.answerPaper([answer])}
          >
            {m.papers.answers[answer]}
          </Button>
        ))}
      </div>
      {answers.includes('did-not-come-out') && <p className="small">{m.papers.copyIsMarked}</p>}
      {answers.includes('leave') && <p className="small">{m.papers.leaveNote}</p>}
    </section>
  );
}
