import { call, type Route } from '../../electron/billers/wire.ts';

/**
 * One POST by the wire to the address given, in a process of its own so that its environment can be set;
 * `trust` is JSON of a route's `ca` and `pin`.
 */
const [, , address = '', trust = '{}'] = process.argv;
const result = await call(
  { address: new URL(address), contentType: 'application/json', body: '{"hello":1}' },
  {
    deadlines: { connect: 10_000, firstByte: 10_000, whole: 10_000 },
    ...(JSON.parse(trust) as Pick<Route, 'ca' | 'pin'>),
  },
);
process.stdout.write(
  result.ok
    ? `${result.value.status} ${new TextDecoder().decode(result.value.body)}`
    : Object.values(result.error).join(' '),
);
