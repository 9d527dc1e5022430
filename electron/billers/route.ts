import type { BillerProfile } from '../../shared/biller-profile.ts';
import type { Route } from './wire.ts';

/** How long a payment's socket is still read after its deadline, in milliseconds: a late answer settles it. */
export const defaultLateMs = 600_000;

/** The wire's route for a profile; `ca` is the PEM of its `caFile`, read elsewhere. */
export function routeOf({ route }: BillerProfile, ca: string | undefined): Route {
  const { pin, proxy, connectSeconds, firstByteSeconds, wholeSeconds } = route;
  return {
    deadlines: {
      connect: connectSeconds * 1000,
      firstByte: firstByteSeconds * 1000,
      whole: wholeSeconds * 1000,
    },
    ...(ca === undefined ? {} : { ca }),
    ...(pin === '' ? {} : { pin }),
    ...(proxy === '' ? {} : { proxy }),
  };
}

/** Milliseconds until a call is given up for good, connecting included. */
export const givenUpAfter = ({ route }: BillerProfile): number =>
  (route.connectSeconds + route.wholeSeconds) * 1000;
