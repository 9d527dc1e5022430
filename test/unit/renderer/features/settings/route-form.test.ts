import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deadlineBounds,
  readRouteDraft,
  routeDraftOf,
  routeFields,
  type RouteDraft,
} from '../../../../../renderer/features/settings/route-form.ts';
import { routeSettingsSchema } from '../../../../../shared/biller-profile.ts';
import { form } from './stored-biller.ts';

const { route } = form.defaults;
const pin = `${'A'.repeat(43)}=`;
const read = (part: Partial<RouteDraft>) => readRouteDraft({ ...routeDraftOf(route), ...part });
const faults = (part: Partial<RouteDraft>) => {
  const result = read(part);
  return result.ok ? [] : result.error;
};

describe('the route form', () => {
  it('gives back what it was made from', () => {
    expect(read({})).toEqual({ ok: true, value: route });
  });

  it('only gives what main accepts, whatever is typed', () => {
    const typed = fc.oneof(fc.string(), fc.constantFrom('', '5', ' 7 ', '-1', '1e2', '30.5', '/a', pin));
    const draft = fc.record({
      caFile: typed,
      pin: typed,
      proxy: typed,
      connectSeconds: typed,
      firstByteSeconds: typed,
      wholeSeconds: typed,
    });
    fc.assert(
      fc.property(draft, (each) => {
        const result = readRouteDraft(each);
        return result.ok
          ? routeSettingsSchema.safeParse(result.value).success
          : result.error.length > 0 && result.error.every((field) => routeFields.includes(field));
      }),
    );
  });

  it('says the same bounds as the contract', () => {
    for (const [field, { min, max }] of Object.entries(deadlineBounds)) {
      const shape = routeSettingsSchema.shape[field as keyof typeof deadlineBounds];
      expect([min - 1, min, max, max + 1].map((value) => shape.safeParse(value).success)).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });

  it('takes a pin as curl writes it', () => {
    expect(read({ pin: ` sha256//${pin} ` })).toMatchObject({ value: { pin } });
    expect(faults({ pin: pin.slice(1) })).toEqual(['pin']);
  });

  it.each(['/etc/ssl/ca.pem', 'C:\\ca.pem', 'D:/ca.pem', '\\\\server\\share\\ca.pem'])(
    'takes %s for a whole path',
    (caFile) => {
      expect(faults({ caFile })).toEqual([]);
    },
  );

  it('refuses a path that depends on where the program was started', () => {
    expect(faults({ caFile: 'ca.pem' })).toEqual(['caFile']);
  });

  it.each([
    'squid:3128',
    'https://squid:3128',
    'http://squid',
    'http://a:b@squid:3128',
    'http://squid:99999',
  ])('refuses the proxy %s', (proxy) => {
    expect(faults({ proxy })).toEqual(['proxy']);
  });

  it('wants an answer whole no sooner than it begins', () => {
    expect(faults({ firstByteSeconds: '30', wholeSeconds: '30' })).toEqual([]);
    expect(faults({ firstByteSeconds: '30', wholeSeconds: '29' })).toEqual(['wholeSeconds']);
  });
});
