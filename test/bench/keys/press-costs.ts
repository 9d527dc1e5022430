/**
 * One event of Chromium's trace, as far as it is looked at. Microseconds by the thread's own clock, which stands while
 * another program has the processor.
 */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly tts?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly data?: { readonly type?: string; readonly timerId?: number } };
}

/**
 * What runs scripts, computes styles and lays out. Paint, layers and their commit are not here. An event's dispatch is
 * here whole, with the browser's own editing of the field: more than script, never less. So is every garbage collection,
 * whichever press left the garbage.
 */
const counted: ReadonlySet<string> = new Set([
  'EventDispatch',
  'FunctionCall',
  'EvaluateScript',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'HandlePostMessage',
  'v8.callFunction',
  'MinorGC',
  'MajorGC',
  'UpdateLayoutTree',
  'ScheduleStyleRecalculation',
  'ParseAuthorStyleSheet',
  'InvalidateLayout',
  'Layout',
  'IntersectionObserverController::computeIntersections',
]);

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The spans without their overlaps: what an event calls stands inside it in the trace too, and counts once. */
function withoutOverlaps(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged.splice(-1, 1, { from: last.from, to: Math.max(last.to, span.to) });
  }
  return merged;
}

/**
 * The firings of timers that were set before the trace began: the counter's clocks, which no key press winds. What a
 * press sets is in the trace and counts. What a clock's firing leaves to be done later counts too: nothing in the trace
 * says whose it is.
 */
function clockTicks(thread: readonly TraceEvent[]): readonly Span[] {
  const set = new Set(
    thread.flatMap(({ name, args }) => (name === 'TimerInstall' ? (args?.data?.timerId ?? []) : [])),
  );
  return thread
    .filter(({ name, args }) => name === 'TimerFire' && !set.has(args?.data?.timerId ?? Number.NaN))
    .flatMap(spanOf);
}

const spanOf = ({ ph, tts, tdur = 0 }: TraceEvent): readonly Span[] =>
  ph !== 'X' || tts === undefined ? [] : [{ from: tts, to: tts + tdur }];

/**
 * For each key press of the trace the milliseconds of script, style and layout on the window's main thread from its
 * `keydown` until the next one's: the key's way down and up, what it makes the page draw, and whatever main tells
 * meanwhile. Only the ticks of the counter's clocks are taken out. The hand that presses is not in it: it sends its keys
 * from another process and runs nothing in the page.
 */
export function pressCosts(trace: readonly TraceEvent[]): readonly number[] {
  const downs = trace.filter(
    ({ name, ph, args }) => name === 'EventDispatch' && ph === 'X' && args?.data?.type === 'keydown',
  );
  const [first] = downs;
  if (first === undefined) return [];
  const thread = trace.filter(({ pid, tid }) => pid === first.pid && tid === first.tid);
  const ticks = clockTicks(thread);
  const spans = withoutOverlaps(
    thread
      .filter(({ name }) => counted.has(name))
      .flatMap(spanOf)
      .filter(({ from, to }) => !ticks.some((tick) => from >= tick.from && to <= tick.to)),
  );
  const starts = downs.flatMap(({ tts }) => tts ?? []).toSorted((a, b) => a - b);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const own = spans.map(({ from, to }) => Math.max(0, Math.min(to, end) - Math.max(from, start)));
    return own.reduce((sum, part) => sum + part, 0) / 1000;
  });
}

/** The value that `share` (0–1) of them are not above; `NaN` where there are none. */
export function percentile(values: readonly number[], share: number): number {
  const inOrder = values.toSorted((a, b) => a - b);
  return inOrder[Math.max(0, Math.ceil(inOrder.length * share) - 1)] ?? Number.NaN;
}
