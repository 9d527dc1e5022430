import { spawnSync } from 'node:child_process';

/** The shared libraries that a file asks for by itself. */
export function linkedLibraries(file: string): readonly string[] {
  const { stdout } = spawnSync('readelf', ['--dynamic', file], { encoding: 'utf8' });
  return [...stdout.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map(([, name = '']) => name);
}

/** What every Debian has. */
export const isOfLibc = (name: string): boolean =>
  /^(libc|libm|libdl|libpthread|librt|libresolv|ld-linux-x86-64)\.so/.test(name);
