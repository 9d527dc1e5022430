import { captureNpm } from '../setup/command.mjs';
import { tail } from '../setup/install.mjs';
import { SetupError } from '../setup/setup-error.mjs';

/**
 * A part of the program, by CycloneDX; there is more in one than is named here.
 * @typedef {{ name: string, version: string, 'bom-ref'?: string, purl?: string }} Component
 */

/**
 * @typedef {object} Bom
 * @property {{ timestamp?: string, component?: object }} metadata
 * @property {Component[]} components
 * @property {{ ref: string, dependsOn?: string[] }[]} [dependencies]
 * @property {string} [serialNumber]
 */

/**
 * What npm knows of all packages here, by CycloneDX.
 * @param {string} root
 * @returns {Promise<Bom>}
 */
export async function readNpmBom(root) {
  const npm = await captureNpm(
    ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--package-lock-only'],
    { cwd: root },
  );
  if (npm.code !== 0) throw new SetupError(`npm sbom failed:\n${tail(npm.stderr, 10)}`);
  return JSON.parse(npm.stdout);
}

/**
 * The list of what is truly in the program: of all packages those that are in it, and the runtime. The same build gives the same
 * list, byte for byte, so that its checksum can be signed.
 * @param {Bom} bom npm's
 * @param {(name: string, version: string) => boolean} isInside
 * @param {{ readonly electron: string, readonly timestamp: string }} build
 * @returns {Bom}
 */
export function bomOfProgram(bom, isInside, { electron, timestamp }) {
  const { serialNumber: _, ...rest } = bom;
  const components = bom.components.filter(({ name, version }) => isInside(name, version));
  const refs = new Set(components.map((each) => each['bom-ref']));
  const runtime = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    purl: `pkg:github/electron/electron@v${electron}`,
  };
  return {
    ...rest,
    metadata: { ...bom.metadata, timestamp },
    components: [...components, runtime],
    dependencies: (bom.dependencies ?? [])
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  };
}
