// `npm run release:sign -- --key FILE [--folder release] [--minimum 0.1.0]`: writes loket-update.json of the files in the
// folder, and its signature. The key is a file outside of this repository; LOKET_RELEASE_PASSPHRASE opens one that is locked.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from '../shared/zod.ts';
import { makeManifest, readPrivateKey, writeSigned } from './release/make-manifest.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    key: { type: 'string' },
    folder: { type: 'string', default: 'release' },
    minimum: { type: 'string' },
  },
});
if (values.key === undefined) throw new Error('say which key signs: --key FILE');
const key = path.resolve(values.key);
if (!path.relative(root, fs.realpathSync(key)).startsWith('..'))
  throw new Error('the key lies in the repository: keep it elsewhere');

const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')));
const folder = path.resolve(root, values.folder);
const manifest = makeManifest({
  folder,
  version,
  minimum: values.minimum ?? '0.0.0',
  released: new Date(),
});
writeSigned(folder, manifest, readPrivateKey(key, process.env['LOKET_RELEASE_PASSPHRASE']));
console.log(`${folder}: Loket ${version}, ledger schema ${manifest.ledgerSchema}`);
for (const file of manifest.files) console.log(`  ${file.package} ${file.arch}: ${file.name}`);
