import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { z } from '../../shared/zod.ts';

const source = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe is asked for: WCAG 2.2 up to AA, what everybody takes for good practice, and names that hold what stands there. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const resultsSchema = z.object({
  violations: z.array(
    z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string(), failureSummary: z.string() })) }),
  ),
});

/** What axe finds wrong on the screen as it stands: a line each, empty where it finds nothing. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  // By the debugger, past the page's own policy, which lets no such script in.
  await page.evaluate(source);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)}, rules: { 'label-content-name-mismatch': { enabled: true } } })`,
  );
  return resultsSchema
    .parse(found)
    .violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
    );
}
