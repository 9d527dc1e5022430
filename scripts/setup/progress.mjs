/** One plain line about what the set-up is doing. @param {string} line */
export function say(line) {
  process.stdout.write(`loket: ${line}\n`);
}

/**
 * A line for a long piece of work. On a terminal it carries a moving percentage; elsewhere (a log file,
 * CI) it is written once, so that a log does not fill with it.
 * @param {string} label
 * @returns {{ update: (fraction: number) => void, end: () => void }} `fraction` is between 0 and 1
 */
export function percentLine(label) {
  const moving = process.stdout.isTTY;
  let shown = -1;
  /** @param {number} fraction */
  const update = (fraction) => {
    const percent = Math.min(100, Math.floor(fraction * 100));
    if (!moving || percent === shown) return;
    shown = percent;
    process.stdout.write(`\rloket: ${label} ${percent} %`);
  };
  if (moving) update(0);
  else say(label);
  return { update, end: () => void (moving && process.stdout.write(`\rloket: ${label} done \n`)) };
}

/**
 * A duration as people read it.
 * @param {number} milliseconds
 * @returns {string} for instance `0.4 s`, `12 s`, `2 min 5 s`
 */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
