import { describe, expect, it } from 'vitest';
import { iakClient } from './clients.ts';
import { expectNoFault, untouched } from './expectations.ts';
import { iakSources } from './iak-replies.ts';

const sources = iakSources('json', iakClient);

describe('a mutated answer of IAK’s in JSON', { timeout: 600_000 }, () => {
  it.each(sources)('starts from one that is taken for what it is: $label', (source) => {
    const [call, , what] = source.label.split(', ');
    const kinds: Readonly<Record<string, string>> = {
      'payment paid': 'paid',
      'payment refused': 'rejected',
      'payment refused whole': 'rejected',
      'checkstatus paid': 'status paid',
      'checkstatus failed': 'status rejected',
      'checkstatus missing': 'status not-received',
      'checkstatus pending': 'status open',
      'checkstatus echo': 'status open',
      'inquiry undefined': 'found',
    };
    expect(source.examine(untouched(source))).toEqual({ kind: kinds[`${call} ${what}`], fault: undefined });
  });

  it('is never read for more than it says', () => {
    expectNoFault('IAK in JSON', sources, 0.34);
  });
});
