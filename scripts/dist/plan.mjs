/**
 * What is known of a machine before anything is packed.
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {string} arch
 * @property {boolean} hasDpkg whether a Debian package can be made
 * @property {string} runtimeVersion of the Electron at hand
 * @property {string} ownVersion of the Electron that the project is released with
 * @property {string | undefined} withoutTools why electron-builder's tools cannot be fetched
 * @property {string | undefined} withoutWindows why Electron for Windows cannot be fetched
 */

/**
 * One program and the files it is put into.
 * @typedef {object} Packing
 * @property {'linux' | 'win'} system
 * @property {'at-hand' | 'downloaded'} runtime where Electron comes from
 * @property {string} electronVersion
 * @property {string[]} targets
 */

/**
 * @typedef {object} Plan
 * @property {Packing[]} packings
 * @property {{ what: string, why: string }[]} leftOut
 */

/**
 * What can be built on a machine, and what cannot, and why.
 * @param {Machine} machine
 * @returns {Plan}
 */
export function planPackings(machine) {
  const { platform, arch } = machine;
  /** @type {Packing[]} */
  const packings = [];
  /** @type {Plan['leftOut']} */
  const leftOut = [];
  if (platform !== 'linux' || arch !== 'x64') {
    leftOut.push({
      what: 'deb, tar.gz and AppImage for Linux',
      why: `they are built on Linux x64, and this is ${platform} ${arch}`,
    });
  } else packings.push(linuxPacking(machine, leftOut));
  // macOS has no Wine that electron-builder could be sure of; Linux gets one from it.
  const noWindows = machine.withoutWindows ?? machine.withoutTools ?? wrongSystem(machine);
  const what = 'the installer (nsis) and the portable program for Windows';
  if (noWindows === undefined) {
    packings.push({
      system: 'win',
      runtime: 'downloaded',
      electronVersion: machine.ownVersion,
      targets: ['nsis', 'portable'],
    });
  } else leftOut.push({ what, why: noWindows });
  return { packings, leftOut };
}

/**
 * @param {Machine} machine
 * @param {Plan['leftOut']} leftOut
 * @returns {Packing}
 */
function linuxPacking({ hasDpkg, withoutTools, runtimeVersion }, leftOut) {
  if (!hasDpkg) leftOut.push({ what: 'deb', why: 'there is no dpkg-deb here' });
  if (withoutTools !== undefined) {
    leftOut.push({ what: 'AppImage', why: `its runtime cannot be fetched: ${withoutTools}` });
  }
  const targets = [
    ...(hasDpkg ? ['deb'] : []),
    'tar.gz',
    ...(withoutTools === undefined ? ['AppImage'] : []),
  ];
  return { system: 'linux', runtime: 'at-hand', electronVersion: runtimeVersion, targets };
}

/** @param {Machine} machine */
function wrongSystem({ platform, arch }) {
  if (arch === 'x64' && (platform === 'linux' || platform === 'win32')) return undefined;
  return `it is built on Windows or Linux x64, and this is ${platform} ${arch}`;
}

/**
 * What is told at the end: all that was left out, and whether what was built may be sold with.
 * @param {Plan} plan
 * @param {Pick<Machine, 'ownVersion'>} machine
 * @returns {string[]} paragraphs
 */
export function remarks({ packings, leftOut }, { ownVersion }) {
  const old = packings.filter(({ electronVersion }) => electronVersion !== ownVersion);
  return [
    ...leftOut.map(({ what, why }) => `Left out: ${what}, because ${why}.`),
    ...old.map(
      ({ system, electronVersion }) =>
        `What was built for ${system} carries Electron ${electronVersion} and not ${ownVersion}: it is for trying and testing ` +
        'only. Build what shops get where Electron’s own download can be reached.',
    ),
  ];
}
