import type { Transport } from './transport.ts';

/** The printer that is always there: the receipt stands on the screen, drawn from the job's stored bytes. */
export const screenTransport: Transport = { send: async () => ({ state: 'printed' }) };
