/** The screen that tests and the demo see; large enough for the counter with a border around it. */
const screen = '1400x900x24';

/**
 * Whether there is a screen to open a window on. Only Linux can be without one.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Switches which Electron needs on this display: it looks for X11 unless told otherwise.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string[]}
 */
export function displaySwitches(env = process.env) {
  return env['WAYLAND_DISPLAY'] && !env['DISPLAY'] ? ['--ozone-platform=wayland'] : [];
}

/**
 * What Xvfb is told for that screen: reached on this machine only.
 * @returns {string[]}
 */
export function virtualScreen() {
  return ['-screen', '0', screen, '-nolisten', 'tcp'];
}

/**
 * A command as it runs on a virtual display of its own, which ends with it. Where there is no Xvfb, on
 * other systems than Linux, it is left as it is.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} [platform]
 * @returns {{ command: string, args: string[], options: { env: NodeJS.ProcessEnv, ownGroup: boolean } }}
 */
export function onVirtualDisplay(command, args, env, platform = process.platform) {
  if (platform !== 'linux') return { command, args: [...args], options: { env, ownGroup: false } };
  // A Wayland session would win over the virtual X display.
  const { WAYLAND_DISPLAY: _, ...rest } = env;
  return {
    command: 'xvfb-run',
    args: ['-a', '-s', virtualScreen().join(' '), command, ...args],
    options: { env: rest, ownGroup: true },
  };
}
