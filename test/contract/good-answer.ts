import { put, type Fields, type FormCall, type Meaning, type Sale, type WireForm } from './wire-forms.ts';

/** The right answer to one call, and ways to make it say something else. */
export interface GoodAnswer {
  readonly form: WireForm;
  readonly call: FormCall;
  readonly sale: Sale;
  readonly fields: Fields;
  /** As the biller writes it. */
  readonly body: string;
  /** The answer with other values; `undefined` leaves a field out. Meanings the form has no field for are let be. */
  saying(changes: Changes): string;
  /** The answer with a value that is written exactly so, quotes and all. */
  writing(meaning: Meaning, token: string): string;
  /** The answer with fields beside its own, on its own level. */
  adding(more: Fields): string;
}

export type Changes = Readonly<Partial<Record<Meaning, unknown>>>;

export function goodAnswer(form: WireForm, call: FormCall, sale: Sale): GoodAnswer {
  const fields = form.fields(call, sale);
  const saying = (changes: Changes): string =>
    form.write(
      Object.entries(changes).reduce<Fields>((changed, [meaning, value]) => {
        const path = form.path(meaning as Meaning);
        return path === undefined ? changed : (put(changed, path, value) as Fields);
      }, fields),
    );
  return {
    form,
    call,
    sale,
    fields,
    body: form.write(fields),
    saying,
    writing: (meaning, token) =>
      saying({ [meaning]: placeholder }).replace(
        form.syntax === 'json' ? `"${placeholder}"` : placeholder,
        () => token,
      ),
    adding: (more) => form.write({ ...fields, ...more }),
  };
}

const placeholder = '@@@@';
