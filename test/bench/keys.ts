import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright';
import { askFor, openCounter, waitForBill, type CounterApp } from '../electron/counter-driver.ts';
import { percentile, pressCosts, type TraceEvent } from './keys/press-costs.ts';

/**
 * What a key press costs in the window: script, style and layout by Chromium's trace, on a processor that is slowed
 * down four times. Paint is left out: it is the screen's, and done beside. What counts as a press's, `pressCosts` says.
 * The first presses, for which nothing is compiled yet, count like all others.
 */
const { values } = parseArgs({
  options: {
    presses: { type: 'string', default: '240' },
    slowdown: { type: 'string', default: '4' },
    /** Between two presses, in ms: as fast as hands are. */
    gap: { type: 'string', default: '100' },
  },
});
const presses = Number(values.presses);
const gap = Number(values.gap);
/** One frame of a screen that draws 60 a second, in ms. */
const budget = 16;
const categories = ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline'];

interface Row {
  readonly field: string;
  readonly costs: readonly number[];
}

const counter = await openCounter({ shop: {} });
try {
  const { page } = counter;
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: Number(values.slowdown) });
  const number = await measure(session, 'number', () => typeOver(page, '530000000001'));
  await askFor(page, 'pln-postpaid', '530000000001');
  await waitForBill(page);
  const cash = await measure(session, 'cash', () => typeOver(page, '350000'));
  await openBareField(counter);
  const bare = await measure(session, 'a bare field', () => typeOver(page, '530000000001'));
  report([number, cash], bare);
} finally {
  await counter.close();
}

/** A page without a script, and a field that nobody listens to: what the browser's own editing takes. */
async function openBareField({ app, page }: CounterApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.loadURL('app://loket/crashed.html'),
  );
  await page.waitForURL(/crashed/);
  await page.evaluate(() => {
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
  });
}

/** Types digits and takes them back, again and again, until there were enough presses. */
async function typeOver(page: Page, digits: string): Promise<void> {
  const keys = [...Array.from(digits), ...Array.from(digits, () => 'Backspace')];
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(keys[press % keys.length] ?? '');
    await page.waitForTimeout(gap);
  }
}

async function measure(session: CDPSession, field: string, type: () => Promise<void>): Promise<Row> {
  const trace: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }): void => void trace.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: categories },
  });
  await type();
  const over = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await over;
  session.off('Tracing.dataCollected', collect);
  const costs = pressCosts(trace);
  if (costs.length < presses)
    throw new Error(`${costs.length} key presses in the trace instead of ${presses}`);
  return { field, costs };
}

function report(rows: readonly Row[], bare: Row): void {
  const at = (costs: readonly number[], share: number): number => percentile(costs, share);
  console.table(
    [...rows, bare].map(({ field, costs }) => ({
      field,
      presses: costs.length,
      'median, ms': at(costs, 0.5).toFixed(2),
      'p95, ms': at(costs, 0.95).toFixed(2),
      'most, ms': at(costs, 1).toFixed(2),
      [`p95 of ${budget} ms`]: (at(costs, 0.95) / budget).toFixed(2),
      'p95 of the bare field': (at(costs, 0.95) / at(bare.costs, 0.95)).toFixed(2),
    })),
  );
  const worst = Math.max(...rows.map(({ costs }) => at(costs, 0.95)));
  console.log(
    JSON.stringify({
      bench: 'keys',
      slowdown: Number(values.slowdown),
      budgetMs: budget,
      p95Ms: Object.fromEntries(rows.map(({ field, costs }) => [field, Number(at(costs, 0.95).toFixed(3))])),
      ratio: Number((worst / budget).toFixed(3)),
    }),
  );
}
