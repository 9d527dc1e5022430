// `npm run release:check`: makes the list of parts and the checksums of what lies in release/, and goes through the checklist of
// docs/releasing.md. It changes nothing else, and signs nothing.
import fs from 'node:fs';
import path from 'node:path';
import { bundledPackages } from './dist/bundled.mjs';
import { readDistConfig } from './dist/config.mjs';
import { packedFiles, packedPackages } from './dist/contents.mjs';
import { checklist, installersOf } from './release/checklist.mjs';
import { checksumsFile, checksumsOf } from './release/checksums.mjs';
import { readElectronSupport } from './release/electron-support.mjs';
import { gitLines } from './release/git.mjs';
import { bomOfProgram, readNpmBom } from './release/sbom.mjs';
import { isSignedProgram, signatureFault } from './release/signatures.mjs';
import { readBuilt, testedCommit } from './release/stamps.mjs';
import { runEntry } from './setup/entry.mjs';
import { ownVersion } from './setup/own-runtime.mjs';
import { say } from './setup/progress.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { SetupError } from './setup/setup-error.mjs';

const release = path.join(projectRoot, 'release');

await runEntry(async () => {
  const { version, homepage } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const built = readBuilt(projectRoot);
  if (built === undefined) throw new SetupError('There is nothing in release/: run `npm run dist` first.');
  const installers = installersOf(version).filter((name) => fs.existsSync(path.join(release, name)));
  const bom = `loket-${version}-sbom.cdx.json`;
  await writeBom(path.join(release, bom), Object.values(built.electron)[0] ?? ownVersion(projectRoot));
  const sums = path.join(release, checksumsFile);
  fs.writeFileSync(sums, await checksumsOf(release, [...installers, bom]));
  say(`made release/${bom} and release/${checksumsFile}`);

  const { linux } = await readDistConfig();
  const [commit = ''] = await gitLines(projectRoot, ['rev-parse', 'HEAD']);
  const items = checklist({
    version,
    commit,
    uncommitted: await gitLines(projectRoot, ['status', '--porcelain']),
    tags: await gitLines(projectRoot, ['tag', '--list']),
    changelog: fs.readFileSync(path.join(projectRoot, 'CHANGELOG.md'), 'utf8'),
    homepage: String(homepage),
    maintainer: String(linux?.maintainer),
    ownElectron: ownVersion(projectRoot),
    support: readElectronSupport(projectRoot),
    today: new Date().toISOString().slice(0, 10),
    testedCommit: testedCommit(projectRoot),
    built,
    files: fs.readdirSync(release),
    unsignedPrograms: installersOf(version).filter((name) => name.endsWith('.exe') && !isSigned(name)),
    checksumsFault: await signatureFault(sums),
  });
  for (const { what, fault } of items) say(fault === undefined ? `yes  ${what}` : `NO   ${what}: ${fault}`);
  const open = items.filter(({ fault }) => fault !== undefined).length;
  say(open === 0 ? `${version} may be released` : `${open} of ${items.length} are open`);
  return open === 0 ? 0 : 1;
});

/** @param {string} name */
function isSigned(name) {
  const file = path.join(release, name);
  return fs.existsSync(file) && isSignedProgram(file);
}

/**
 * @param {string} file
 * @param {string} electron
 */
async function writeBom(file, electron) {
  const folders = ['linux-unpacked', 'win-unpacked'].map((name) => path.join(release, name));
  const packed = packedPackages(folders.filter((each) => fs.existsSync(each)).flatMap(packedFiles));
  const bundled = new Set(bundledPackages(projectRoot).map(({ name, version }) => `${name}@${version}`));
  const [timestamp = ''] = await gitLines(projectRoot, ['log', '-1', '--format=%cI']);
  const bom = bomOfProgram(
    await readNpmBom(projectRoot),
    (name, version) => packed.has(name) || bundled.has(`${name}@${version}`),
    { electron, timestamp },
  );
  fs.writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
}
