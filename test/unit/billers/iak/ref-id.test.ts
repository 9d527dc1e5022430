import { describe, expect, it } from 'vitest';
import { newRefId } from '../../../../electron/billers/iak/ref-id.ts';

describe('our own id', () => {
  it('is letters and digits only and begins with a letter', () => {
    expect(newRefId()).toMatch(/^[a-z][0-9a-z]{20}$/);
  });

  it('takes each of 20 characters from 32, so that it is one of 2^100', () => {
    const seen = Array.from({ length: 20 }, () => new Set<string>());
    for (let made = 0; made < 2000; made += 1) {
      for (const [place, character] of Array.from(newRefId().slice(1)).entries()) seen[place]?.add(character);
    }
    // A character missing at a place after 2000 draws of 32 has a chance of 10^-25.
    expect(seen.map((characters) => characters.size)).toEqual(Array.from({ length: 20 }, () => 32));
  });

  it('does not come again', () => {
    expect(new Set(Array.from({ length: 20_000 }, newRefId)).size).toBe(20_000);
  });
});
