import fs from 'node:fs';
import { capture } from '../setup/command.mjs';

const certificateTable = 4;

/**
 * Whether a Windows program carries a signature. Whose it is, and whether Windows trusts it, Windows alone can tell.
 * @param {string} file
 * @returns {boolean}
 * @see https://learn.microsoft.com/en-us/windows/win32/debug/pe-format, "Optional Header Data Directories"
 */
export function isSignedProgram(file) {
  const handle = fs.openSync(file, 'r');
  try {
    const head = Buffer.alloc(4096);
    const length = fs.readSync(handle, head, 0, head.length, 0);
    if (length < 512 || head.toString('latin1', 0, 2) !== 'MZ') return false;
    const header = head.readUInt32LE(0x3c);
    if (header + 256 > length || head.toString('latin1', header, header + 4) !== 'PE\0\0') return false;
    const optional = header + 24;
    const isWide = head.readUInt16LE(optional) === 0x20b;
    const entry = optional + (isWide ? 112 : 96) + certificateTable * 8;
    return head.readUInt32LE(entry) > 0 && head.readUInt32LE(entry + 4) > 0;
  } finally {
    fs.closeSync(handle);
  }
}

/**
 * Why a detached signature does not hold.
 * @param {string} file
 * @returns {Promise<string | undefined>} undefined where it does
 */
export async function signatureFault(file) {
  const signature = `${file}.asc`;
  if (!fs.existsSync(signature)) return `there is no ${signature}`;
  const { code, stderr } = await capture('gpg', ['--batch', '--verify', signature, file]);
  if (code === 127) return 'there is no gpg to verify it with';
  return code === 0 ? undefined : stderr.trim().split('\n').at(-1);
}
