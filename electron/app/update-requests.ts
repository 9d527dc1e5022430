import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { err, ok } from '../../shared/result.ts';
import type { Updates } from './updates.ts';

/** The requests about other versions of the program; `chooseFolder` lets somebody at the counter say which is meant. */
export function createUpdateRequests(
  updates: Updates,
  chooseFolder: () => Promise<string | null>,
): Pick<
  RequestHandlers,
  | 'updates'
  | 'saveUpdateSource'
  | 'chooseUpdateFolder'
  | 'checkUpdate'
  | 'fetchUpdate'
  | 'installUpdate'
  | 'putBackVersion'
> {
  return {
    updates: () => ok(updates.view()),
    saveUpdateSource: ({ source }) => updates.setSource(source),
    async chooseUpdateFolder() {
      const path = await chooseFolder();
      return path === null ? err({ code: 'cancelled' }) : ok({ path });
    },
    checkUpdate: () => updates.check(),
    fetchUpdate: ({ version }) => updates.fetch(version),
    installUpdate: ({ version, pin }) => updates.install(version, pin),
    putBackVersion: ({ version, pin }) => updates.putBack(version, pin),
  };
}
