import { bills, onlyXml, says, unreadable, type Fault } from './fault.ts';
import { redirectTarget } from './statuses.ts';
import { twice } from './twice.ts';

/** XML that has another shape, or wants more than to be read. */
export const xmlShapes: readonly Fault[] = [
  says('has another root', ({ body }) => body.replaceAll('mp>', 'response>'), unreadable, onlyXml),
  says('has its root in capitals', ({ body }) => body.replaceAll('mp>', 'MP>'), unreadable, onlyXml),
  says('has two roots', ({ body }) => body + body.replace(/^<\?.*\?>\n/, ''), unreadable, onlyXml),
  says('puts words around its root', ({ body }) => `${body}OK`, unreadable, onlyXml),
  says('does not close its root', ({ body }) => body.replace('</mp>', ''), unreadable, onlyXml),
  says(
    'crosses its elements',
    ({ body }) => body.replace(/<\/(\w+)><\/mp>$/, '</mp></$1>'),
    unreadable,
    onlyXml,
  ),
  says('has a document type', ({ body }) => withType(body, '<!DOCTYPE mp>'), unreadable, onlyXml),
  says(
    'has a document type in small letters',
    ({ body }) => withType(body, '<!doctype mp>'),
    unreadable,
    onlyXml,
  ),
  says(
    'declares an entity',
    (good) => withType(good.writing('name', '&n;'), '<!DOCTYPE mp [<!ENTITY n "BUDI">]>'),
    unreadable,
    { ...onlyXml, ...bills },
  ),
  says(
    'brings a bomb of entities',
    (good) => withType(good.writing('name', '&j;'), entityBomb()),
    unreadable,
    { ...onlyXml, ...bills },
  ),
  says(
    'wants a file',
    (good) =>
      withType(good.writing('name', '&f;'), '<!DOCTYPE mp [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
    unreadable,
    { ...onlyXml, ...bills },
  ),
  says(
    'wants a page',
    (good) =>
      withType(
        good.writing('name', '&f;'),
        `<!DOCTYPE mp [<!ENTITY f SYSTEM "${redirectTarget.origin}/x">]>`,
      ),
    unreadable,
    { ...onlyXml, ...bills },
  ),
  says('uses an entity nobody declared', (good) => good.writing('name', 'BUDI&nbsp;SANTOSO'), unreadable, {
    ...onlyXml,
    ...bills,
  }),
  says('has a bare ampersand', (good) => good.writing('name', 'BUDI & SITI'), unreadable, {
    ...onlyXml,
    ...bills,
  }),
  says(
    'gives an instruction',
    ({ body }) => body.replace('<mp>', '<mp><?php echo 1 ?>'),
    unreadable,
    onlyXml,
  ),
  says(
    'includes another document',
    ({ body }) => body.replace('<mp>', '<mp xmlns:xi="http://www.w3.org/2001/XInclude"><?xi x?>'),
    unreadable,
    onlyXml,
  ),
  says(
    'nests deeply',
    ({ body }) => body.replace('</mp>', () => `${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</mp>`),
    unreadable,
    onlyXml,
  ),
  ...(['code', 'customer', 'amount', 'total', 'inquiry'] as const).map((meaning) =>
    says(`has the ${meaning} twice`, (good) => twice(good, meaning), unreadable, { ...onlyXml, ...bills }),
  ),
  says('puts an element into the total', (good) => good.writing('total', '<a>302500</a>'), unreadable, {
    ...onlyXml,
    ...bills,
  }),
  says('puts words beside an element', ({ body }) => body.replace('</mp>', 'x</mp>'), unreadable, onlyXml),
];

function withType(body: string, type: string): string {
  return body.replace('<mp>', () => `${type}<mp>`);
}

function entityBomb(): string {
  const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const entities = letters.map((letter, index) => {
    const inner = index === 0 ? 'lol' : `&${letters[index - 1] ?? ''};`.repeat(10);
    return `<!ENTITY ${letter} "${inner}">`;
  });
  return `<!DOCTYPE mp [${entities.join('')}]>`;
}
