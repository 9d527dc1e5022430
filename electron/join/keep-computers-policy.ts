import { keepPolicy, type PolicyKept } from '../app/keep-policy.ts';
import type { Provisioned } from '../app/provision.ts';
import { billerDefinitions } from '../billers/registry.ts';
import { openPolicyFile, policyPath } from '../settings/policy-file.ts';
import type { Foundation } from './foundation.ts';

/** Puts in force what the administrator of this computer has set, after what a file has brought. */
export const keepComputersPolicy = (
  { files, store, vault, log }: Foundation,
  provisioned: Provisioned,
): PolicyKept =>
  keepPolicy({
    file: openPolicyFile(policyPath(process.platform), process.platform),
    store,
    vault,
    billers: billerDefinitions,
    openAccounts: (biller) => files.openAccounts(biller),
    isLost: () => !store.existed && provisioned.kind !== 'applied' && files.born().includes('live'),
    log,
  });
