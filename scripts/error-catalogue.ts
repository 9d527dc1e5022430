// `npx tsx scripts/error-catalogue.ts`: writes docs/errors.md anew from the billers' tables and the message catalogue.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import type { BillerDefinition, CodeEntry, HttpRule } from '../electron/billers/biller.ts';
import { billerDefinitions } from '../electron/billers/registry.ts';
import { saleProblemCodes } from '../shared/contract/sale-problem.ts';
import { messagesFor } from '../shared/i18n/messages.ts';
import { neighbouringCodes } from './neighbouring-codes.ts';
import { unknownReasons } from '../shared/payment/outcome.ts';

export const catalogueFile = path.resolve(import.meta.dirname, '../docs/errors.md');

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(...head), row(...head.map(() => '---')), ...rows].join('\n');

/** What an answer to a payment means for the customer's money, in words of the cashier's. */
const money: Readonly<Record<CodeEntry['atPayment'] | 'by-code', string>> = {
  paid: 'The bill is paid, if number and totals agree; else nobody knows.',
  rejected: 'Nothing was taken. The customer gets the money back.',
  unknown: 'The bill may have been paid. Nobody pays again until it is settled.',
  'by-code': 'As the code says.',
};

const atStatus: Readonly<Record<NonNullable<CodeEntry['atStatus']>, string>> = {
  'by-status': 'its `status` decides',
  open: 'says nothing of the payment',
};

function codesOf({ form, codes, httpRules }: BillerDefinition): string {
  const hasStatus = codes.some((code) => code.atStatus !== undefined);
  const head = ['Code', 'Documented as', 'Inquiry', 'Payment', ...(hasStatus ? ['Status check'] : [])];
  const rows = codes.map((entry) =>
    row(
      `\`${entry.code}\``,
      entry.meaning,
      entry.atInquiry,
      entry.atPayment,
      ...(hasStatus ? [entry.atStatus === undefined ? '–' : atStatus[entry.atStatus]] : []),
      `**${entry.words.id.reason}.** ${entry.words.id.next}`,
      `${entry.words.en.reason}. ${entry.words.en.next}`,
      money[entry.atPayment],
    ),
  );
  const readers = ['The cashier reads (Indonesian)', 'English', 'After a payment, the money'];
  return [
    `## ${form.name}`,
    '',
    finalsOf(form),
    '',
    table([...head, ...readers], rows),
    '',
    `Before any code is looked at, the HTTP status:`,
    '',
    table(
      ['HTTP', 'Inquiry', 'Payment', 'Because'],
      httpRules.map((rule: HttpRule) => row(rule.status, rule.atInquiry, rule.atPayment, rule.meaning)),
    ),
  ].join('\n');
}

const finalsOf = ({ name, finalAnswers, defaults }: BillerDefinition['form']): string =>
  finalAnswers.editable
    ? `${name} publishes no list. The column "Payment" is what a fresh counter starts with; the owner may take codes out (Setelan, ${name}) and add texts from the list of payments that are not certain. Never final, whoever lists them: ${finalAnswers.never.map((code) => `\`${code}\``).join(', ')}. Free text and every code that is not here leave a payment unknown. Shipped as final: ${defaults.finalAnswers.map((code) => `\`${code}\``).join(', ')}.`
    : `${name} documents these codes, and the table is not editable. A code that is not here leaves a payment unknown.`;

const ownProblems = (): string => {
  const [id, en] = [messagesFor('id'), messagesFor('en')];
  return table(
    ['Code', 'The cashier reads (Indonesian)', 'The money', 'What to do', 'English'],
    saleProblemCodes.map((code) => {
      const [words, english] = [id.problems[code], en.problems[code]];
      const inEnglish = `${english.what} ${english.money} ${english.next}`;
      return row(`\`${code}\``, words.what, words.money, words.next, inEnglish);
    }),
  );
};

const reasons = (): string => {
  const [id, en] = [messagesFor('id').unknownReasons, messagesFor('en').unknownReasons];
  return table(
    ['Reason', 'The cashier reads (Indonesian)', 'English'],
    unknownReasons.map((reason) => row(`\`${reason}\``, id[reason], en[reason])),
  );
};

/** The page as it is committed. */
export async function errorCatalogue(): Promise<string> {
  const page = [
    '# What can go wrong, and what it means for the money',
    '',
    'Made from the tables in `electron/billers/` and `shared/i18n/` by `npm run docs`; do not edit it by hand.',
    '',
    'A payment has one of three outcomes. **paid**: the biller says so and number, product and totals agree. **rejected**: an answer that says for certain that nothing was or will be paid. **unknown**: everything else; the customer’s place is held, and nothing is sent again.',
    '',
    ...billerDefinitions.flatMap((definition) => [codesOf(definition), '']),
    ...neighbouringCodes.flatMap(({ title, where, codes }) => [
      `## ${title}`,
      '',
      where,
      '',
      table(
        ['Code', 'Meaning there'],
        codes.map(([code, meaning]) => row(`\`${code}\``, meaning)),
      ),
      '',
    ]),
    '## What stands in the way of a sale',
    '',
    'Found by Loket itself. None of these ever means that money moved.',
    '',
    ownProblems(),
    '',
    '## Why an outcome is not known',
    '',
    reasons(),
    '',
  ].join('\n');
  const options = await prettier.resolveConfig(catalogueFile);
  return prettier.format(page, { ...options, filepath: catalogueFile });
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) {
  fs.writeFileSync(catalogueFile, await errorCatalogue());
}
