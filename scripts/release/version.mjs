/**
 * @param {string} version `1.2.3`
 * @returns {number[] | undefined} undefined for anything else, a version before its release among it
 */
function numbersOf(version) {
  const found = /^v?(\d+)\.(\d+)\.(\d+)$/.exec(version);
  return found ? found.slice(1).map(Number) : undefined;
}

/**
 * Whether a version comes after another one.
 * @param {string} version
 * @param {string} other
 * @returns {boolean}
 */
export function isLater(version, other) {
  const [mine, theirs] = [numbersOf(version), numbersOf(other)];
  if (!mine || !theirs) return false;
  const at = mine.findIndex((number, index) => number !== theirs[index]);
  return at !== -1 && Number(mine[at]) > Number(theirs[at]);
}

/**
 * The latest of the versions that were released.
 * @param {readonly string[]} tags
 * @returns {string | undefined}
 */
export function latestRelease(tags) {
  const released = tags.filter((tag) => tag.startsWith('v') && numbersOf(tag));
  return released.reduce(
    (/** @type {string | undefined} */ latest, tag) => (latest && !isLater(tag, latest) ? latest : tag),
    undefined,
  );
}

/**
 * What the changelog says of a version: when it was released, and how much there is to read.
 * @param {string} changelog
 * @param {string} version
 * @returns {{ date: string, lines: number } | undefined} undefined where it says nothing
 */
export function changelogEntry(changelog, version) {
  const entries = changelog.split(/^## /m).slice(1);
  const entry = entries.find((each) => each.startsWith(`${version},`) || each.startsWith(`${version}\n`));
  if (entry === undefined) return undefined;
  const [title = '', ...body] = entry.split('\n');
  const date = title.slice(version.length).replace(/^,\s*/, '').trim();
  return { date, lines: body.filter((line) => line.startsWith('- ')).length };
}
