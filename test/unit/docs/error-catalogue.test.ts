import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billerDefinitions } from '../../../electron/billers/registry.ts';
import { catalogueFile, errorCatalogue } from '../../../scripts/error-catalogue.ts';

describe('docs/errors.md', () => {
  it('is what the tables say today (npm run docs)', async () => {
    expect(fs.readFileSync(catalogueFile, 'utf8')).toBe(await errorCatalogue());
  });

  it.each(billerDefinitions)('has every code of $form.name, with words for the cashier', ({ codes }) => {
    const page = fs.readFileSync(catalogueFile, 'utf8');
    for (const { code, words } of codes) {
      expect(page).toMatch(new RegExp(`^\\| \`${code}\` +\\|`, 'm'));
      expect(page).toContain(words.id.next);
    }
  });
});
