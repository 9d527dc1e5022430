import { createConnectBillers, type ConnectBillers } from '../app/connect-billers.ts';
import { createSellers, type Sellers } from '../app/sellers.ts';
import type { Biller } from '../billers/biller.ts';
import { readCaFile } from '../billers/ca-file.ts';
import { billerDefinitions } from '../billers/registry.ts';
import type { Foundation } from './foundation.ts';
import type { Book } from './open-book.ts';

/** Long enough that a cashier in training sees the waiting that the real line brings. */
const trainingLatencyMs = 400;

/** The billers that this ledger is sold with, and the way to one as it is set up now. */
export interface SellersJoined {
  readonly connect: ConnectBillers;
  readonly billers: readonly Biller[];
  readonly sellers: Sellers;
}

export async function joinSellers(
  { store, vault, log }: Foundation,
  { kind }: Pick<Book, 'kind'>,
): Promise<SellersJoined> {
  const connect = createConnectBillers({
    definitions: billerDefinitions,
    settings: () => store.get(),
    hasCredentials: (id) => vault.hasCredentials(id),
    credentials: (id) => vault.credentials(id),
    readCa: (file) => readCaFile(file, (error) => log.fault('the CA file cannot be read', error)),
    async train(id) {
      // Only where somebody trains are its billers read from the disk.
      const { trainingBillers } = await import('../training/training-billers.ts');
      return trainingBillers[id]?.({ latencyMs: trainingLatencyMs });
    },
  });
  const billers = await connect.forLedger(kind);
  return { connect, billers, sellers: createSellers(billers, store.get().preferredBiller) };
}
