import type { WireForm } from '../wire-forms.ts';
import { framing } from './delivery.ts';
import type { DeviatingCall, Deviation } from './deviation.ts';
import { clocks, types } from './headers.ts';
import { ofXml } from './of-iak-xml.ts';
import { ofIak, ofIakJson } from './of-iak.ts';
import { ofTeleanjar } from './of-teleanjar.ts';
import { optional } from './optional-fields.ts';
import { writing } from './writing.ts';

export const deviations: readonly Deviation[] = [
  ...framing,
  ...types,
  ...clocks,
  ...writing,
  ...optional,
  ...ofTeleanjar,
  ...ofIak,
  ...ofIakJson,
  ...ofXml,
];

/** Whether a form's answer to a call may deviate so. */
export const deviatesAt = ({ forms, calls }: Deviation, form: WireForm, call: DeviatingCall): boolean =>
  (forms === undefined || forms.includes(form.id)) && (calls === undefined || calls.includes(call));
