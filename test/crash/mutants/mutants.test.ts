import { expect, it } from 'vitest';
import { summarize } from '../size.ts';
import { hunt } from './hunt.ts';
import { plantedFaults, type PlantedFault } from './planted-faults.ts';

/** The small tests alone; `npm run test:mutants` runs all that should see a fault. */
const quickTests = ({ caughtBy }: PlantedFault): readonly string[] =>
  caughtBy.filter((file) => file.startsWith('test/unit/'));

it('the tests see the faults they are there for, and are green without them', async () => {
  const began = performance.now();
  const quick = plantedFaults.filter(({ isQuick }) => isQuick);
  const { redBefore, found } = await hunt(quick, quickTests);
  const survivors = found.filter(({ isCaught }) => !isCaught).map(({ fault }) => fault.name);
  summarize({
    test: 'mutants',
    mutants: found.length,
    survived: survivors.length,
    seconds: Math.round((performance.now() - began) / 1000),
  });
  expect(redBefore).toEqual([]);
  expect(survivors).toEqual([]);
  expect(found.length).toBeGreaterThanOrEqual(5);
});
