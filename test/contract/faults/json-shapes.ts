import { bills, json, says, unreadable, type Fault } from './fault.ts';
import { twice } from './twice.ts';

/** JSON that has another shape. */
export const jsonShapes: readonly Fault[] = [
  ...['null', 'true', '0', '"SWT:0000"', '"00"', '[]', '{}', '[[]]'].map((body) =>
    says(`sends ${body}`, () => body, unreadable, { forms: json }),
  ),
  says(
    'hides the total where objects come from',
    (good) => good.saying({ total: undefined }).replace('{', '{"__proto__":{"price":302500,"total":302500},'),
    unreadable,
    { ...bills, forms: json },
  ),
  says('wraps its answer in a list', ({ body }) => `[${body}]`, unreadable, { forms: json }),
  says('wraps its answer in a string', ({ body }) => JSON.stringify(body), unreadable, { forms: json }),
  says('wraps its answer in a call', ({ body }) => `callback(${body})`, unreadable, { forms: json }),
  says('uses single quotes', ({ body }) => body.replaceAll('"', "'"), unreadable, { forms: json }),
  says('sends half of it', ({ body }) => body.slice(0, body.length / 2), unreadable),
  says(
    'nests deeply',
    (good) =>
      good.adding({ deep: '####' }).replace('"####"', () => '['.repeat(100_000) + ']'.repeat(100_000)),
    unreadable,
    { forms: json },
  ),
  says(
    'nests objects deeply',
    (good) =>
      good
        .adding({ deep: '####' })
        .replace('"####"', () => '{"a":'.repeat(100_000) + '1' + '}'.repeat(100_000)),
    unreadable,
    { forms: json },
  ),
  ...(['code', 'customer', 'amount', 'total', 'details'] as const).map((meaning) =>
    says(`has the ${meaning} twice`, (good) => twice(good, meaning), unreadable, { ...bills, forms: json }),
  ),
];
