import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemaOf, schemaFiles } from '../../../scripts/provision-schema.ts';
import { policySchema } from '../../../shared/policy.ts';
import { provisionSchema } from '../../../shared/provision.ts';
import { shopSettingsSchema } from '../../../shared/settings.ts';

const example = (name: string): unknown =>
  JSON.parse(fs.readFileSync(path.resolve(import.meta.dirname, '../../../docs', name), 'utf8'));

describe('the schemas of provision.json and policy.json', () => {
  it.each(schemaFiles)(
    'in docs/ are those of the code: $title (npx tsx scripts/provision-schema.ts writes them anew)',
    async (each) => {
      expect(fs.readFileSync(each.file, 'utf8')).toBe(await jsonSchemaOf(each));
    },
  );

  it('take the examples in docs/; that of a provisioning file shows every field', () => {
    const provision = example('provision.example.json');
    const parsed = provisionSchema.parse(provision);
    expect(parsed).toEqual(provision);
    const shown = new Set(Object.keys(parsed));
    const fields = Object.keys(provisionSchema.shape).filter((field) => field !== 'applied');
    expect(fields.filter((field) => !shown.has(field))).toEqual([]);
    const policy = example('policy.example.json');
    expect(policySchema.parse(policy)).toEqual(policy);
  });

  it('want no more than a version', () => {
    expect(provisionSchema.parse({ version: 1 })).toEqual({ version: 1 });
    expect(policySchema.parse({ version: 1 })).toEqual({ version: 1 });
  });

  it('have every setting of the shop', () => {
    const settable = new Set(Object.keys(policySchema.shape));
    expect(Object.keys(shopSettingsSchema.shape).filter((field) => !settable.has(field))).toEqual([]);
  });

  it('of a policy has all that a provisioning file has but secrets, PINs and people', () => {
    const missing = Object.keys(provisionSchema.shape).filter((field) => !(field in policySchema.shape));
    expect(missing.toSorted()).toEqual(['applied', 'pin', 'staff']);
    for (const [content, where] of [
      [{ version: 1, pin: '1234' }, 'pin'],
      [{ version: 1, staff: [] }, 'staff'],
      [{ version: 1, billers: { iak: { secrets: { apiKey: 'x' } } } }, 'secrets'],
    ] as const) {
      const parsed = policySchema.safeParse(content);
      expect(parsed.error?.issues[0]).toMatchObject({ code: 'unrecognized_keys', keys: [where] });
    }
  });
});
