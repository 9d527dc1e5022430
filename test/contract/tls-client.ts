import { openConnection, postOn } from '../../electron/billers/wire.ts';

/** One POST by the wire to the address given, in a process of its own so that its authorities can be set. */
const address = new URL(process.argv[2] ?? '');
const connection = await openConnection(address, 5000);
if (connection.ok) {
  const reply = await postOn(connection.value, address, '{"hello":1}');
  process.stdout.write(`${reply?.status} ${new TextDecoder().decode(reply?.body)}`);
} else {
  process.stdout.write(connection.error);
}
