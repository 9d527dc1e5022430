import path from 'node:path';
import { app } from 'electron';
import { isUntouched } from '../app/is-untouched.ts';
import { provision, type Provisioned } from '../app/provision.ts';
import { billerDefinitions } from '../billers/registry.ts';
import { openAppliedMemory } from '../settings/applied-memory.ts';
import { openProvisionFile } from '../settings/provision-file.ts';
import { besideProgram, provisionName } from '../settings/provision-places.ts';
import type { ProvisionFile } from '../settings/settings.ts';
import { appImageOf } from '../updates/installed-by.ts';
import { filesOnSticks } from './files-on-sticks.ts';
import type { Foundation } from './foundation.ts';
import { surroundings } from './surroundings.ts';

/** `--provision=FILE`: a file to set this counter up by, wherever it is. */
const provisionSwitch = app.commandLine.getSwitchValue('provision');
const provisionPath = provisionSwitch === '' ? undefined : path.resolve(provisionSwitch);

/** A provisioning file as this counter knows it. */
export const provisionFileAt = (
  { dataFolder, log }: Pick<Foundation, 'dataFolder' | 'log'>,
  file: string,
): ProvisionFile =>
  openProvisionFile(file, {
    isNamed: file === provisionPath,
    memory: openAppliedMemory(path.join(dataFolder, 'provisions-applied.json')),
    onFault: (error) => log.fault('the provisioning file could not be written', error),
  });

/** Sets the counter up by the file that was brought, where there is one. */
export function provisionCounter(foundation: Foundation): Promise<Provisioned> {
  const { dataFolder, files, store, vault, clock, log, ownerPin } = foundation;
  const places = [
    ...(provisionPath === undefined ? [] : [provisionPath]),
    path.join(dataFolder, provisionName),
    // What runs from its sources lies beside the runtime of somebody else.
    ...(app.isPackaged ? [programsOwn()] : []),
  ];
  const fileAt = (file: string): ProvisionFile => provisionFileAt(foundation, file);
  return provision({
    places: places.map(fileAt),
    onSticks: async () => (await filesOnSticks()).map(fileAt),
    isUntouched: () => isUntouched(store.get(), files.born()),
    store,
    vault,
    billers: billerDefinitions,
    ownerPin,
    clock,
    openAccounts: (biller) => files.openAccounts(biller),
    isLost: () => !store.existed && files.born().includes('live'),
    log,
  });
}

const programsOwn = (): string =>
  besideProgram({
    platform: process.platform,
    program: app.getPath('exe'),
    portableFolder: process.env['PORTABLE_EXECUTABLE_DIR'],
    appImage: appImageOf(surroundings()),
  });
