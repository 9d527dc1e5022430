import { useMessages } from '../../../store/use-counter.ts';
import { ChoiceField, TextField } from '../../../ui/form.tsx';
import { profileOf, type SetupDraft } from './setup-draft.ts';

type Roles = SetupDraft['roles'];

interface NameStepProps {
  readonly draft: SetupDraft;
  /** The roles that it has and cannot lay down here: another printer must take them. */
  readonly keeps: Roles;
  /** Whether the width of its paper is chosen: no test page has told it. */
  readonly asksWidth: boolean;
  readonly way: string;
  readonly fault: boolean;
  readonly onName: (name: string) => void;
  readonly onRoles: (roles: Roles) => void;
  readonly onWidth: (model: '58mm' | '80mm') => void;
}

/** What the printer is called and what it is for; and all of it in short before it is saved. */
export function NameStep({ draft, keeps, asksWidth, way, fault, onName, onRoles, onWidth }: NameStepProps) {
  const printing = useMessages().settings.printing;
  const words = printing.setup.name;
  const { cutters, drawers } = printing.setup.cutter;
  const profile = profileOf(draft);
  return (
    <>
      <div data-first>
        <TextField
          label={words.name}
          value={draft.name}
          note={words.nameNote}
          fault={fault ? words.nameMissing : undefined}
          maxLength={40}
          onType={onName}
        />
      </div>
      {asksWidth && (
        <ChoiceField
          label={words.paper}
          choices={words.papers}
          value={profile.columns.A < 40 ? '58mm' : '80mm'}
          onChoose={onWidth}
        />
      )}
      <fieldset className="form-field">
        <legend>{words.roles}</legend>
        <div className="form-choices-row">
          {(['receipts', 'reports'] as const).map((role) => (
            <label key={role} className="form-choice">
              <input
                type="checkbox"
                checked={draft.roles[role]}
                disabled={keeps[role]}
                onChange={(event) => onRoles({ ...draft.roles, [role]: event.currentTarget.checked })}
              />
              {words[role]}
            </label>
          ))}
        </div>
        {(keeps.receipts || keeps.reports) && <p className="small">{words.keepsRole}</p>}
      </fieldset>
      <section aria-label={words.summary} data-testid="setup-summary">
        <h3 className="settings-part">{words.summary}</h3>
        <p>{way}</p>
        <p>{words.facts(profile.columns.A, printing.models[profile.model])}</p>
        {!asksWidth && (
          <p>
            {cutters[profile.cutter]} {drawers[profile.drawer?.pin ?? 'none']}
          </p>
        )}
      </section>
    </>
  );
}
