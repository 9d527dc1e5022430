import { connectSocket, type NetworkAddress } from './network/connect-socket.ts';
import { socketConnection, type NetworkDeadlines } from './network/socket-connection.ts';
import type { Transport } from './transport.ts';

const networkDeadlines: NetworkDeadlines = { connect: 5_000, settle: 250, close: 5_000 };

/**
 * A printer that listens on a TCP port, mostly 9100. Nobody confirms anything there: the best answer is `sent`, also
 * where a printer without paper has taken a short receipt into its buffer. A printer that hangs up before it was told
 * that this is all, or resets the connection at any time, has `broken-off`: nobody knows what of the job it has kept.
 *
 * A connection that is closed without having been finished is reset, so that this PC does not go on sending what it
 * has taken of a job that was given up.
 */
export const networkTransport = (
  address: NetworkAddress,
  deadlines: NetworkDeadlines = networkDeadlines,
): Transport => ({
  staysOpen: false,
  open: async (signal) =>
    socketConnection(await connectSocket(address, deadlines.connect, signal), deadlines),
});
