import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/**
 * One runner for everything; a project for each kind of test, so that each can be asked for by name. Programs that are
 * killed and disks that fail come after the quick tests; the real program is tested last, beside nothing but itself:
 * beside two busy workers it would be slow at nothing of its own.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          maxWorkers: '100%',
          testTimeout: 20_000,
          // A worker's files share its process, but no module: see there.
          isolate: false,
          setupFiles: ['test/unit/fresh-modules.ts'],
        },
      },
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          maxWorkers: '100%',
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'crash',
          include: ['test/crash/**/*.test.ts'],
          maxWorkers: '100%',
          // A thousand kills are one test.
          testTimeout: 3_600_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'devices',
          include: ['test/devices/**/*.test.ts'],
          maxWorkers: '100%',
          // A serial printer's test has hung once beside three busy programs, and its cause is not known (KNOWN-ISSUES).
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'electron',
          include: ['test/electron/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // It waits more than it works. No more than two: each is half a dozen processes.
          maxWorkers: 2,
          setupFiles: ['test/electron/own-display.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          testTimeout: 60_000,
          // Installing unpacks a quarter of a gigabyte.
          hookTimeout: 120_000,
          // There is one system to install into.
          maxWorkers: 1,
          setupFiles: ['test/electron/own-display.ts'],
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
