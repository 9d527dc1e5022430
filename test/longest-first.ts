import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take far longer than their size tells; whichever comes last keeps everybody waiting. */
const longest: readonly string[] = [
  'electron/tour.test.ts',
  'electron/day.test.ts',
  'electron/lots.test.ts',
  'electron/kiosk.test.ts',
  'crash/lots/lot-kills.test.ts',
  'crash/mutants/mutants.test.ts',
  'crash/kill/kill-loop.test.ts',
  'crash/model/payment-model.test.ts',
];

/** Vitest's order, by former runs or by size, but for the files that are known to be long: of each group they are first. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((file) => moduleId.endsWith(`/test/${file}`));
      return at < 0 ? longest.length : at;
    };
    const group = ({ project }: TestSpecification): number => project.config.sequence.groupOrder;
    return sorted.toSorted((a, b) => group(a) - group(b) || rank(a) - rank(b));
  }
}
