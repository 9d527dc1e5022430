// `npx tsx scripts/provision-schema.ts`: writes docs/provision.schema.json and docs/policy.schema.json anew from shared/.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { policySchema } from '../shared/policy.ts';
import { provisionSchema } from '../shared/provision.ts';
import { z } from '../shared/zod.ts';

const docs = path.resolve(import.meta.dirname, '../docs');

/** The files that are committed, and what each is the schema of. */
export const schemaFiles = [
  { file: path.join(docs, 'provision.schema.json'), title: 'Loket: provision.json', of: provisionSchema },
  { file: path.join(docs, 'policy.schema.json'), title: 'Loket: policy.json', of: policySchema },
] as const;

/** A JSON Schema as it is committed. */
export async function jsonSchemaOf({ file, title, of }: (typeof schemaFiles)[number]): Promise<string> {
  const schema = z.toJSONSchema(of, {
    target: 'draft-2020-12',
    io: 'input',
    // `readonly` is how our code treats a value; who writes the file may write everything in it.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  const options = await prettier.resolveConfig(file);
  return prettier.format(JSON.stringify({ title, ...schema }), { ...options, filepath: file });
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) {
  for (const each of schemaFiles) fs.writeFileSync(each.file, await jsonSchemaOf(each));
}
