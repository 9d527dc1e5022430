import type { FormCall, WireForm } from '../wire-forms.ts';
import { codes } from './codes.ts';
import { connection } from './connection.ts';
import { contents } from './contents.ts';
import { encodings } from './encodings.ts';
import type { Fault } from './fault.ts';
import { framing } from './framing.ts';
import { identities } from './identities.ts';
import { jsonShapes } from './json-shapes.ts';
import { redirects, statuses } from './statuses.ts';
import { sums } from './sums.ts';
import { xmlShapes } from './xml-shapes.ts';

export const faults: readonly Fault[] = [
  ...connection,
  ...framing,
  ...statuses,
  ...redirects,
  ...encodings,
  ...jsonShapes,
  ...xmlShapes,
  ...sums,
  ...identities,
  ...contents,
  ...codes,
];

/** The calls of a form in which a fault can happen. */
export const callsOf = ({ forms, calls }: Fault, form: WireForm): readonly FormCall[] =>
  forms === undefined || forms.includes(form.id)
    ? form.calls.filter((call) => calls === undefined || calls.includes(call))
    : [];
