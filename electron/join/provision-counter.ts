import path from 'node:path';
import { app } from 'electron';
import { provision, type Provisioned } from '../app/provision.ts';
import { billerDefinitions } from '../billers/registry.ts';
import { openProvisionFile } from '../settings/provision-file.ts';
import type { Foundation } from './foundation.ts';

/** `--provision=FILE`: a file to set this counter up by, on a stick for instance. */
const provisionSwitch = app.commandLine.getSwitchValue('provision');
const provisionPath = provisionSwitch === '' ? undefined : path.resolve(provisionSwitch);

/** Sets the counter up by the file that was brought, where there is one. */
export const provisionCounter = ({
  dataFolder,
  files,
  store,
  vault,
  clock,
  log,
  ownerPin,
}: Foundation): Promise<Provisioned> =>
  provision({
    file: openProvisionFile(provisionPath ?? path.join(dataFolder, 'provision.json'), {
      isNamed: provisionPath !== undefined,
      onFault: (error) => log.fault('the provisioning file could not be written', error),
    }),
    store,
    vault,
    billers: billerDefinitions,
    ownerPin,
    clock,
    openAccounts: (biller) => files.openAccounts(biller),
    wasLive: () => files.born().includes('live'),
    log,
  });
