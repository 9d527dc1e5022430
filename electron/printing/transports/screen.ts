import { throwIfGivenUp } from './give-up.ts';
import type { Connection, Transport } from './transport.ts';

const openScreen = (): Connection => ({
  async write(bytes, signal, onTaken) {
    throwIfGivenUp(signal);
    onTaken(bytes.length);
  },
  async finish(signal) {
    throwIfGivenUp(signal);
    return 'printed';
  },
  lost: new Promise(() => undefined),
  close: () => Promise.resolve(),
});

/** The printer that is always there: the receipt stands on the screen, drawn from the job's stored bytes. */
export const screenTransport: Transport = {
  staysOpen: false,
  async open(signal) {
    throwIfGivenUp(signal);
    return openScreen();
  },
};
