import { useId } from 'react';
import {
  baudRates,
  flowControls,
  type FoundPrinter,
  type PrinterConnection,
} from '../../../../shared/printing/printer-connection.ts';
import { useMessages } from '../../../store/use-counter.ts';
import { ChoiceField, SelectField, TextField } from '../../../ui/form.tsx';
import { handKinds, type ConnectionFault, type ConnectionForm, type HandKind } from './connection-form.ts';
import { connectionWords } from './connection-words.ts';
import { groupFound, keyOfFound } from './found-printers.ts';
import type { Chosen } from './setup-draft.ts';
import type { Search } from './use-found-printers.ts';

interface WhichStepProps {
  readonly search: Search;
  readonly found: readonly FoundPrinter[];
  readonly searchAgain: () => void;
  readonly chosen: Chosen | null;
  readonly form: ConnectionForm;
  readonly faults: readonly (ConnectionFault | 'none-chosen')[];
  readonly onChoose: (chosen: Chosen) => void;
  readonly onType: (part: Partial<ConnectionForm>) => void;
}

/** Windows gives a USB printer to its queue and to nobody else. */
const isWindows = navigator.userAgent.includes('Windows');

/** What unfolds below may be out of view. */
const showWhole = (part: HTMLElement | null): void => part?.scrollIntoView({ block: 'nearest' });

/** Which printer it is: one that was found, or a way that is typed. */
export function WhichStep(props: WhichStepProps) {
  const m = useMessages();
  const words = m.settings.printing.setup.which;
  const { search, searchAgain, found, chosen, onChoose } = props;
  const name = useId();
  // One that was set up before stands in the list although it is unplugged now.
  const listed = chosen?.from === 'found' ? [chosen.printer, ...found] : found;
  const isChosen = (printer: FoundPrinter): boolean =>
    chosen?.from === 'found' && keyOfFound(chosen.printer) === keyOfFound(printer);
  return (
    <>
      <section className="setup-part" aria-label={words.found}>
        <div className="setup-found-head">
          <h3 className="settings-part">{words.found}</h3>
          <button
            type="button"
            className="button"
            aria-disabled={search.step === 'searching'}
            onClick={searchAgain}
          >
            {words.again}
          </button>
          <SearchWords search={search} />
        </div>
        {isWindows && <p className="small">{words.windows}</p>}
        {groupFound(listed).map(({ group, printers }) => (
          <fieldset key={group} className="form-field">
            <legend>{words.groups[group]}</legend>
            <div className="setup-found">
              {printers.map((printer) => (
                <label key={keyOfFound(printer)} className="form-choice setup-found-printer">
                  <input
                    type="radio"
                    name={name}
                    checked={isChosen(printer)}
                    onChange={() => onChoose({ from: 'found', printer })}
                  />
                  <span className="setup-found-words">
                    {printer.name === '' ? connectionWords(printer.connection, m) : printer.name}
                    <span className="small">{detailOf(printer, connectionWords(printer.connection, m))}</span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        {chosen?.from === 'found' && chosen.printer.connection.kind === 'serial' && (
          <SerialFields {...props} />
        )}
      </section>
      <fieldset className="form-field">
        <legend className="settings-part">{words.byHand}</legend>
        <div className="form-choices-row">
          {handKinds.map((kind) => (
            <label key={kind} className="form-choice">
              <input
                type="radio"
                name={name}
                checked={chosen?.from === 'hand' && chosen.kind === kind}
                onChange={() => onChoose({ from: 'hand', kind })}
              />
              {words.hand[kind]}
            </label>
          ))}
        </div>
      </fieldset>
      {chosen?.from === 'hand' && (
        <div key={chosen.kind} ref={showWhole} className="setup-part">
          <HandFields kind={chosen.kind} {...props} />
        </div>
      )}
    </>
  );
}

/** How it is reached, and what it says of itself where that is something else than its name. */
const detailOf = ({ name, detail }: FoundPrinter, way: string): string =>
  [way, detail].filter((words) => words !== '' && words !== name).join(' · ');

function SearchWords({ search }: { readonly search: Search }) {
  const words = useMessages().settings.printing.setup.which;
  switch (search.step) {
    case 'searching':
      return <output className="small">{words.searching}</output>;
    case 'broken-off':
      return (
        <p role="alert" className="form-fault">
          {words.failed}
        </p>
      );
    case 'done':
      return (
        <output className={search.found.length === 0 ? '' : 'small'} data-testid="search-result">
          {search.found.length === 0 ? words.none : words.count(search.found.length)}
        </output>
      );
  }
}

type FieldsProps = Pick<WhichStepProps, 'form' | 'faults' | 'onType'>;

/** The fields of a way that is typed. */
function HandFields({ kind, ...props }: FieldsProps & { readonly kind: HandKind }) {
  const words = useMessages().settings.printing.setup.which;
  const { form, faults, onType } = props;
  switch (kind) {
    case 'screen':
      return null;
    case 'network':
      return (
        <div className="form-pair">
          <TextField
            label={words.host}
            value={form.host}
            note={words.hostNote}
            fault={faults.includes('host') ? words.hostWrong : undefined}
            maxLength={253}
            onType={(host) => onType({ host })}
          />
          <TextField
            label={words.port}
            value={form.port}
            fault={faults.includes('port') ? words.portWrong : undefined}
            maxLength={5}
            inputMode="numeric"
            onType={(port) => onType({ port })}
          />
        </div>
      );
    case 'file':
      return (
        <TextField
          label={words.path}
          value={form.path}
          note={words.pathWrong}
          fault={faults.includes('path') ? words.pathWrong : undefined}
          maxLength={1000}
          onType={(path) => onType({ path })}
        />
      );
    case 'serial':
      return (
        <>
          <TextField
            label={words.serialPath}
            value={form.serialPath}
            note={words.serialPathWrong}
            fault={faults.includes('serialPath') ? words.serialPathWrong : undefined}
            maxLength={200}
            onType={(serialPath) => onType({ serialPath })}
          />
          <SerialFields {...props} />
        </>
      );
    case 'picture':
      return (
        <div className="form-pair">
          <ChoiceField
            label={words.format}
            choices={words.formats}
            value={form.format}
            onChoose={(format) => onType({ format })}
          />
          <TextField
            label={words.folder}
            value={form.folder}
            note={words.folderNote}
            maxLength={1000}
            onType={(folder) => onType({ folder })}
          />
        </div>
      );
  }
}

type SerialKey = `${(typeof baudRates)[number]}`;
const baudChoices = Object.fromEntries(baudRates.map((rate) => [String(rate), String(rate)])) as Record<
  SerialKey,
  string
>;
type BaudRate = Extract<PrinterConnection, { kind: 'serial' }>['baudRate'];

/** How fast a serial port is, and who stops whom. */
function SerialFields({ form, onType }: FieldsProps) {
  const words = useMessages().settings.printing.setup.which;
  return (
    <div className="form-pair">
      <SelectField
        label={words.baudRate}
        choices={baudChoices}
        order={baudRates.map((rate): SerialKey => `${rate}`)}
        value={`${form.baudRate}`}
        note={words.baudNote}
        onChoose={(rate) => onType({ baudRate: Number(rate) as BaudRate })}
      />
      <SelectField
        label={words.flowControl}
        choices={words.flowControls}
        order={flowControls}
        value={form.flowControl}
        onChoose={(flowControl) => onType({ flowControl })}
      />
    </div>
  );
}
