import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { provisionJsonSchema, schemaFile } from '../../../scripts/provision-schema.ts';
import { provisionSchema } from '../../../shared/provision.ts';

const example: unknown = JSON.parse(
  fs.readFileSync(path.resolve(import.meta.dirname, '../../../docs/provision.example.json'), 'utf8'),
);

describe('the schema of provision.json', () => {
  it('in docs/ is the one of the code (npx tsx scripts/provision-schema.ts writes it anew)', async () => {
    expect(fs.readFileSync(schemaFile, 'utf8')).toBe(await provisionJsonSchema());
  });

  it('takes the example in docs/, which shows every field', () => {
    const parsed = provisionSchema.parse(example);
    expect(parsed).toEqual(example);
    const shown = new Set(Object.keys(parsed));
    const fields = Object.keys(provisionSchema.shape).filter((field) => field !== 'applied');
    expect(fields.filter((field) => !shown.has(field))).toEqual([]);
  });

  it('wants no more than a version', () => {
    expect(provisionSchema.parse({ version: 1 })).toEqual({ version: 1 });
  });
});
