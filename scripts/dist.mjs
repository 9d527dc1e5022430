// `npm run dist`: builds what this machine can build of the installers, and says what it left out and why.
import fs from 'node:fs';
import path from 'node:path';
import { builderEnvironment } from './dist/electron-builder.mjs';
import { pack, unpackedFolder } from './dist/pack.mjs';
import { planPackings, remarks } from './dist/plan.mjs';
import { reachFault, toolsUrl } from './dist/reach.mjs';
import { contentsReport } from './dist/report.mjs';
import { rememberBuilt } from './release/stamps.mjs';
import { buildApp } from './setup/build.mjs';
import { electronDownloadUrl } from './setup/download-check.mjs';
import { runEntry } from './setup/entry.mjs';
import { commandExists, commandPath } from './setup/find-command.mjs';
import { installPackages } from './setup/install.mjs';
import { ownVersion } from './setup/own-runtime.mjs';
import { duration, say } from './setup/progress.mjs';
import { projectRoot } from './setup/project-root.mjs';
import { provideRuntime } from './setup/runtime.mjs';
import { withLock } from './setup/set-up-lock.mjs';
import { providePackagingTools } from './setup/system-packages.mjs';

const output = 'release';

await runEntry(async () => {
  const began = Date.now();
  const runtime = await withLock(path.join(projectRoot, 'out/.set-up-lock'), async (hold) => {
    await installPackages(projectRoot, hold);
    const provided = await provideRuntime(projectRoot, { recheck: true });
    await providePackagingTools();
    await buildApp(projectRoot);
    return provided;
  });

  const own = ownVersion(projectRoot);
  const [withoutTools, withoutWindows] = await Promise.all([
    reachFault(toolsUrl(process.env)),
    reachFault(electronDownloadUrl(own, process.env, 'win32', 'x64')),
  ]);
  const machine = {
    platform: process.platform,
    arch: process.arch,
    hasDpkg: commandExists('dpkg-deb'),
    runtimeVersion: runtime.version,
    ownVersion: own,
    withoutTools,
    withoutWindows,
  };
  const plan = planPackings(machine);
  await withLock(path.join(projectRoot, 'out/.dist-lock'), () => packAll(plan, runtime.executable));
  for (const file of artifacts()) say(`made ${output}/${file}`);
  for (const remark of remarks(plan, machine)) say(remark);
  say(`done in ${duration(Date.now() - began)}`);
  return plan.packings.length === 0 ? 1 : 0;
});

/**
 * @param {import('./dist/plan.mjs').Plan} plan
 * @param {string} executable of the Electron at hand
 */
async function packAll(plan, executable) {
  fs.rmSync(path.join(projectRoot, output), { recursive: true, force: true });
  const env = builderEnvironment(process.env, { archiver: commandPath('7za') });
  for (const packing of plan.packings) {
    const { system, runtime, electronVersion, targets } = packing;
    say(`packing for ${system} with Electron ${electronVersion}: ${targets.join(', ')} …`);
    const electronDist = runtime === 'at-hand' ? path.dirname(executable) : undefined;
    await pack(packing, { output, electronDist, env });
    process.stdout.write(`${contentsReport(path.join(projectRoot, unpackedFolder(packing, output)))}\n`);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8'));
  const electron = Object.fromEntries(
    plan.packings.map(({ system, electronVersion }) => [system, electronVersion]),
  );
  if (plan.packings.length > 0) {
    const takesUpdates = fs.existsSync(path.join(projectRoot, 'out/main/release-keys.json'));
    await rememberBuilt(projectRoot, { version, electron, takesUpdates });
  }
}

function artifacts() {
  return fs
    .readdirSync(path.join(projectRoot, output), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.startsWith('loket'))
    .map(({ name }) => name);
}
