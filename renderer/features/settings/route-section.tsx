import { useMessages } from '../../store/use-counter.ts';
import { TextField } from '../../ui/form.tsx';
import { deadlineBounds, type DeadlineField } from './route-form.ts';
import { useLocks } from './locks.tsx';
import type { BillerEditing } from './use-biller-drafts.ts';

const extras = ['caFile', 'pin', 'proxy'] as const;
const deadlines = Object.keys(deadlineBounds) as DeadlineField[];

/** How the biller's host is reached and recognised: for the technician. */
export function RouteSection({ editing }: { readonly editing: BillerEditing }) {
  const m = useMessages().settings.biller.route;
  const { stored, draft, change, faults } = editing;
  const lock = useLocks();
  const lockOf = (field: string): string | undefined =>
    lock(`billers.${stored.form.id}.profile.route.${field}`);
  const isFaulty = (field: (typeof extras)[number] | DeadlineField): boolean =>
    faults.some((fault) => fault.section === 'route' && fault.field === field);
  const secondsFault = (field: DeadlineField): string => {
    const { min, max } = deadlineBounds[field];
    return field === 'wholeSeconds' ? m.faults.wholeSeconds(min, max) : m.faults.seconds(min, max);
  };
  return (
    <>
      <p className="small">{m.note}</p>
      {extras.map((field) => (
        <TextField
          key={field}
          label={m.fields[field]}
          lock={lockOf(field)}
          value={draft.route[field]}
          note={m.notes[field]}
          fault={isFaulty(field) ? m.faults[field] : undefined}
          maxLength={1000}
          onType={(value) => change({ route: { ...draft.route, [field]: value } })}
        />
      ))}
      <fieldset className="biller-deadlines">
        <legend>{m.deadlines}</legend>
        <div className="biller-deadline-fields">
          {deadlines.map((field) => (
            <TextField
              key={field}
              label={m.fields[field]}
              lock={lockOf(field)}
              value={draft.route[field]}
              fault={isFaulty(field) ? secondsFault(field) : undefined}
              maxLength={3}
              inputMode="numeric"
              onType={(value) => change({ route: { ...draft.route, [field]: value } })}
            />
          ))}
        </div>
        <p className="small">{m.deadlinesNote}</p>
      </fieldset>
    </>
  );
}
