import { routeSettingsSchema, type RouteSettings } from '../../../shared/biller-profile.ts';
import { err, ok, type Result } from '../../../shared/result.ts';

/** How a biller is reached, as it is typed: the deadlines are digits. */
export type RouteDraft = { readonly [Field in keyof RouteSettings]: string };
export type RouteField = keyof RouteDraft;

/** The deadlines in the order they run out, with the bounds that the contract sets, in seconds. */
export const deadlineBounds = {
  connectSeconds: { min: 2, max: 60 },
  firstByteSeconds: { min: 5, max: 120 },
  wholeSeconds: { min: 5, max: 180 },
} as const satisfies Partial<Record<RouteField, { readonly min: number; readonly max: number }>>;
export type DeadlineField = keyof typeof deadlineBounds;

export const routeDraftOf = (route: RouteSettings): RouteDraft => ({
  ...route,
  connectSeconds: String(route.connectSeconds),
  firstByteSeconds: String(route.firstByteSeconds),
  wholeSeconds: String(route.wholeSeconds),
});

const seconds = (typed: string): number => (/^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN);

/** curl and browsers write a pin with the name of its hash before it. */
const barePin = (typed: string): string => typed.trim().replace(/^sha256\/{1,2}/, '');

/** A file's whole path, on any system: a name alone would be sought wherever the program was started. */
const isWholePath = (path: string): boolean => /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path);

/** The route that was typed, or the fields that keep it from being saved. */
export function readRouteDraft(draft: RouteDraft): Result<RouteSettings, readonly RouteField[]> {
  const route: RouteSettings = {
    caFile: draft.caFile.trim(),
    pin: barePin(draft.pin),
    proxy: draft.proxy.trim(),
    connectSeconds: seconds(draft.connectSeconds),
    firstByteSeconds: seconds(draft.firstByteSeconds),
    wholeSeconds: seconds(draft.wholeSeconds),
  };
  const { shape } = routeSettingsSchema;
  const fits: Readonly<Record<RouteField, boolean>> = {
    caFile:
      shape.caFile.safeParse(route.caFile).success && (route.caFile === '' || isWholePath(route.caFile)),
    pin: shape.pin.safeParse(route.pin).success,
    proxy: shape.proxy.safeParse(route.proxy).success && (route.proxy === '' || URL.canParse(route.proxy)),
    connectSeconds: shape.connectSeconds.safeParse(route.connectSeconds).success,
    firstByteSeconds: shape.firstByteSeconds.safeParse(route.firstByteSeconds).success,
    // An answer cannot be whole before it begins.
    wholeSeconds:
      shape.wholeSeconds.safeParse(route.wholeSeconds).success &&
      !(route.wholeSeconds < route.firstByteSeconds),
  };
  const faults = routeFields.filter((field) => !fits[field]);
  return faults.length === 0 ? ok(route) : err(faults);
}

export const routeFields = [
  'caFile',
  'pin',
  'proxy',
  'connectSeconds',
  'firstByteSeconds',
  'wholeSeconds',
] as const satisfies readonly RouteField[];
