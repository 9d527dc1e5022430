import { describe, expect, it } from 'vitest';
import { teleanjarClient } from './clients.ts';
import { expectNoFault, untouched } from './expectations.ts';
import { teleanjarSources } from './teleanjar-replies.ts';

const sources = teleanjarSources(teleanjarClient);

describe('a mutated answer of Teleanjar’s', { timeout: 600_000 }, () => {
  it.each(sources.filter(({ label }) => !/refused|pending/.test(label)))(
    'starts from one that is believed: $label',
    (source) => {
      expect(source.examine(untouched(source))).toEqual({
        kind: { pay: 'paid', cek: 'status paid', inq: 'found' }[source.label.slice(0, 3)],
        fault: undefined,
      });
    },
  );

  it('is never read for more than it says', () => {
    expectNoFault('Teleanjar', sources, 0.4);
  });
});
