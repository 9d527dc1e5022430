import { printerProfiles, type PrinterProfile } from '../../../../shared/printing/printer-profile.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { SelectField } from '../../../ui/form.tsx';
import type { KnownModel } from './guess-model.ts';
import { TriedWords } from './tried-words.tsx';
import { mayHaveMoved, type Tried } from './use-printer-tests.ts';

interface PageStepProps {
  readonly base: PrinterProfile;
  readonly tried: Tried;
  readonly onModel: (model: KnownModel) => void;
  readonly onPrint: () => void;
}

const models = Object.keys(printerProfiles) as readonly KnownModel[];

/** Prints the page that tells what the printer can do. */
export function PageStep({ base, tried, onModel, onPrint }: PageStepProps) {
  const words = useMessages().settings.printing;
  const page = words.setup.page;
  const isCustom = base.model === 'custom';
  return (
    <>
      <p>{page.what}</p>
      <SelectField<PrinterProfile['model']>
        label={page.model}
        choices={words.models}
        order={isCustom ? ['custom', ...models] : models}
        value={base.model}
        note={page.modelNote}
        onChoose={(model) => model !== 'custom' && onModel(model)}
      />
      <div className="setup-try" data-first>
        <button
          type="button"
          className={mayHaveMoved(tried) ? 'button' : 'button button-main'}
          aria-disabled={tried.step === 'running'}
          onClick={onPrint}
        >
          {tried.step === 'not-yet' || tried.step === 'running' ? page.print : page.again}
        </button>
        <TriedWords tried={tried} running={page.printing} ended={words.setup.tried} />
      </div>
      {!mayHaveMoved(tried) && <p className="small">{page.skipNote}</p>}
    </>
  );
}
