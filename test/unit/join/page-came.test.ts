import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pageCame } from '../../../electron/join/page-came.ts';

/** A page on its way: its files are served at these times, in ms; answers when it had come. */
async function cameAt(files: readonly (readonly [ms: number, file: string])[]): Promise<number | undefined> {
  const { onServed, hasCome } = pageCame();
  const began = Date.now();
  let came: number | undefined;
  void hasCome.then(() => {
    came = Date.now() - began;
  });
  for (const [ms, file] of files) {
    await vi.advanceTimersByTimeAsync(ms - (Date.now() - began));
    onServed(file);
  }
  await vi.advanceTimersByTimeAsync(2000);
  return came;
}

describe('the page that is on its way', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('has come when it asks for no file any more', async () => {
    const files = [
      [40, 'index.html'],
      [60, 'index-1a.js'],
      [62, 'base-2b.css'],
      [64, 'jakarta.woff2'],
    ] as const;
    expect(await cameAt(files)).toBe(72);
  });

  it('has not come with its markup alone, however long it reads that', async () => {
    expect(
      await cameAt([
        [40, 'index.html'],
        [300, 'index-1a.js'],
      ]),
    ).toBe(308);
  });

  it('is not waited for longer than a second', async () => {
    expect(await cameAt([])).toBe(1000);
    expect(await cameAt([[40, 'index.html']])).toBe(1000);
  });
});
