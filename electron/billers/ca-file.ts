import fs from 'node:fs';

/**
 * The PEM in the file a profile names. What cannot be read comes back as something that is no certificate, with which
 * every connection is refused: a missing file must not end in the system's own authorities being believed.
 *
 * @param onFault told why the file could not be read.
 */
export function readCaFile(file: string, onFault: (error: unknown) => void): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    onFault(error);
    return 'no certificate could be read';
  }
}
