/**
 * The wire to a biller: one fresh connection a call, no keep-alive, no redirect, no retry. Chromium's stack
 * (Electron's `net`, any renderer `fetch`) sends a POST again by itself when a reused connection closes early,
 * which would pay twice; Node's does not. This file is its whole outside; `wire/` is how it is made.
 */
export { isAllowedAddress, isLoopback } from './wire/address.ts';
export { call } from './wire/call.ts';
export { openLine, type Line } from './wire/payment-line.ts';
export type { CallFault, ConnectFault, Deadlines, Message, Route } from './wire/route.ts';
