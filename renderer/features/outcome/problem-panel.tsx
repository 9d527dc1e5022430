import type { SaleProblem } from '../../../shared/contract/sale-problem.ts';
import { useCommands, useLanguage, useMessages } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { BillerWords } from './biller-words.tsx';
import { adviceFor } from './refusal-words.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './problem-panel.css';

interface ProblemPanelProps {
  readonly problem: SaleProblem;
  /** In one strip, beside a bill that still stands. */
  readonly isCompact?: boolean;
}

type ProblemKind = 'problem' | 'not-sent' | 'unknown';

/** A payment that is still open makes this problem one about money. */
const kindOf = (problem: SaleProblem): ProblemKind => {
  if (problem.code === 'not-sent') return 'not-sent';
  return problem.code === 'payment-open' ? 'unknown' : 'problem';
};

const icons: Readonly<Record<ProblemKind, IconName>> = {
  problem: 'warning',
  'not-sent': 'not-sent',
  unknown: 'unknown',
};

/** What stands in the way: what happened, what it means for the money, what to do next. Never a code alone. */
export function ProblemPanel({ problem, isCompact = false }: ProblemPanelProps) {
  const m = useMessages();
  const insistKey = useKeyOf('insist');
  const shiftKey = useKeyOf('shift');
  const commands = useCommands();
  const kind = kindOf(problem);
  const { what, money, next } = adviceFor(problem, useLanguage(), m);
  return (
    <div
      className={`problem problem-${kind} ${isCompact ? 'problem-compact' : ''}`}
      role="alert"
      data-testid="outcome"
      data-kind={kind}
      data-code={problem.code}
    >
      <span className="problem-icon">
        <Icon name={icons[kind]} size={isCompact ? 24 : 40} />
      </span>
      <div className="problem-words">
        <p className="problem-what">{what}</p>
        <p>
          {money} <strong>{next}</strong>
        </p>
        <BillerWords m={m} code={problem.billerCode} text={problem.billerText} />
      </div>
      {problem.code === 'cut-off' && (
        <Button keyCap={insistKey} onPress={() => commands.open('insist')}>
          {m.cutOff.insist}
        </Button>
      )}
      {problem.code === 'no-shift' && (
        <Button look="main" keyCap={shiftKey} onPress={() => commands.open('shift')}>
          {m.shift.goOpen}
        </Button>
      )}
    </div>
  );
}
