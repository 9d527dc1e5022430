// `npx tsx scripts/provision-schema.ts`: writes docs/provision.schema.json anew from shared/provision.ts.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as prettier from 'prettier';
import { provisionSchema } from '../shared/provision.ts';
import { z } from '../shared/zod.ts';

export const schemaFile = path.resolve(import.meta.dirname, '../docs/provision.schema.json');

/** The JSON Schema of `provision.json` as it is committed. */
export async function provisionJsonSchema(): Promise<string> {
  const schema = z.toJSONSchema(provisionSchema, {
    target: 'draft-2020-12',
    io: 'input',
    // `readonly` is how our code treats a value; who writes the file may write everything in it.
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  const titled = { title: 'Loket: provision.json', ...schema };
  const options = await prettier.resolveConfig(schemaFile);
  return prettier.format(JSON.stringify(titled), { ...options, filepath: schemaFile });
}

const started = process.argv[1];
if (started !== undefined && import.meta.url === pathToFileURL(started).href) {
  fs.writeFileSync(schemaFile, await provisionJsonSchema());
}
