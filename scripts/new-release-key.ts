// `npm run release:key -- --out FILE`: makes a key that releases are signed by. FILE holds the private half and goes nowhere
// else; FILE.pub the public one, which a build is given as LOKET_RELEASE_KEYS. LOKET_RELEASE_PASSPHRASE locks FILE.
import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { out: { type: 'string' } } });
if (values.out === undefined) throw new Error('say where the key goes: --out FILE');
const out = path.resolve(values.out);
if (!path.relative(path.resolve(import.meta.dirname, '..'), out).startsWith('..'))
  throw new Error('that is in the repository: keep the key elsewhere');
const passphrase = process.env['LOKET_RELEASE_PASSPHRASE'];
const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const locked = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
// Never over a key that is there.
fs.writeFileSync(out, privateKey.export({ type: 'pkcs8', format: 'pem', ...locked }), {
  flag: 'wx',
  mode: 0o600,
});
fs.writeFileSync(`${out}.pub`, publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' });
console.log(`${out}: keep it offline, and a copy of it elsewhere\n${out}.pub: LOKET_RELEASE_KEYS of a build`);
