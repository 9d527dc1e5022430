import type { PrinterProfile } from '../../../../shared/printing/printer-profile.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { cutterWays, drawerWays, profileOf, withCutter, withDrawer, type SetupDraft } from './setup-draft.ts';
import { answerTrial, isFirstTry, nextTry, thereIsNone, tried } from './trial.ts';
import { TrialField } from './trial-field.tsx';
import type { PrinterTries } from './use-printer-tests.ts';

interface CutterStepProps {
  readonly draft: SetupDraft;
  readonly tries: PrinterTries;
  readonly onChange: (turn: (draft: SetupDraft) => SetupDraft) => void;
  /** Tries a part with such a profile; answers whether anything may have moved. */
  readonly onTry: (profile: PrinterProfile, part: 'cut' | 'drawer') => Promise<boolean>;
}

const mostFeedLines = 12;

/** What moves: the cutter and the drawer, each found out by trying; and how far the paper is fed before. */
export function CutterStep({ draft, tries, onChange, onTry }: CutterStepProps) {
  const words = useMessages().settings.printing.setup.cutter;
  const profile = profileOf(draft);

  const tryCutter = async (): Promise<void> => {
    const hasMoved = await onTry(withCutter(profile, nextTry(draft.cutter, cutterWays)), 'cut');
    if (hasMoved) onChange((before) => ({ ...before, cutter: tried(before.cutter, cutterWays) }));
  };
  const tryDrawer = async (): Promise<void> => {
    const hasMoved = await onTry(withDrawer(profile, nextTry(draft.drawer, drawerWays)), 'drawer');
    if (hasMoved) onChange((before) => ({ ...before, drawer: tried(before.drawer, drawerWays) }));
  };

  return (
    <>
      <div data-first>
        <TrialField
          testId="cutter"
          label={words.cutter}
          trial={draft.cutter}
          tried={tries.of('cut')}
          words={{ first: words.cut, other: words.cutOther, again: words.cutAgain, question: words.hasCut }}
          settled={words.cutters[profile.cutter]}
          isFirstWay={isFirstTry(draft.cutter, cutterWays)}
          isBusy={tries.isRunning}
          onTry={() => void tryCutter()}
          onAnswer={(hasMoved) =>
            onChange((before) => ({ ...before, cutter: answerTrial(before.cutter, hasMoved) }))
          }
          onNone={() => onChange((before) => ({ ...before, cutter: thereIsNone }))}
        >
          {draft.cutter.step === 'tried' && <p className="small">{words.barsNote}</p>}
        </TrialField>
      </div>
      <FeedLines
        lines={profile.feedLines}
        onChange={(feedLines) => onChange((before) => ({ ...before, feedLines }))}
      />
      <TrialField
        testId="drawer"
        label={words.drawer}
        trial={draft.drawer}
        tried={tries.of('drawer')}
        words={{
          first: words.open,
          other: words.openOther,
          again: words.openAgain,
          question: words.hasOpened,
        }}
        settled={words.drawers[profile.drawer?.pin ?? 'none']}
        isFirstWay={isFirstTry(draft.drawer, drawerWays)}
        isBusy={tries.isRunning}
        onTry={() => void tryDrawer()}
        onAnswer={(hasMoved) =>
          onChange((before) => ({ ...before, drawer: answerTrial(before.drawer, hasMoved) }))
        }
        onNone={() => onChange((before) => ({ ...before, drawer: thereIsNone }))}
      />
    </>
  );
}

interface FeedLinesProps {
  readonly lines: number;
  readonly onChange: (lines: number) => void;
}

/** Fewer or more empty lines at the end, by touch. */
function FeedLines({ lines, onChange }: FeedLinesProps) {
  const words = useMessages().settings.printing.setup.cutter;
  return (
    <fieldset className="form-field">
      <legend>{words.feed}</legend>
      <div className="setup-try">
        <button
          type="button"
          className="button"
          aria-label={words.fewer}
          disabled={lines === 0}
          onClick={() => onChange(lines - 1)}
        >
          −
        </button>
        <output className="setup-feed" data-testid="feed-lines">
          {lines}
        </output>
        <button
          type="button"
          className="button"
          aria-label={words.more}
          disabled={lines === mostFeedLines}
          onClick={() => onChange(lines + 1)}
        >
          +
        </button>
        <p className="small">{words.feedNote}</p>
      </div>
    </fieldset>
  );
}
