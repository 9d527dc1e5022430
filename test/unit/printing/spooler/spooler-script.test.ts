import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  powershellArguments,
  powershellPath,
} from '../../../../electron/printing/transports/spooler/windows/powershell.ts';
import {
  encodeCommand,
  spoolerScript,
} from '../../../../electron/printing/transports/spooler/windows/spooler-script.ts';

const source = fs.readFileSync(
  path.join(
    import.meta.dirname,
    '../../../../electron/printing/transports/spooler/windows/spooler-script.ts',
  ),
  'utf8',
);

describe('the program for the Windows spooler', () => {
  test('is constant: nothing is put into it when it runs', () => {
    const [, literal] = /spoolerScript = String\.raw`([^`]*)`;/.exec(source) ?? [];
    expect(literal).toBe(spoolerScript);
    expect(literal).not.toContain('${');
  });

  test('is plain text, so that no code page can change it', () => {
    expect(spoolerScript).toMatch(/^[\n\x20-\x7e]*$/);
  });

  test('holds its C# as a literal that PowerShell does not look into', () => {
    // A here-string ends at the first line that begins so.
    expect(spoolerScript.match(/^'@/gm)).toHaveLength(1);
    expect(spoolerScript.match(/ @'$/gm)).toHaveLength(1);
    expect(spoolerScript.indexOf(" @'\n")).toBeLessThan(spoolerScript.indexOf("\n'@\n"));
  });

  test('fits on a command line of Windows', () => {
    expect(powershellArguments.join(' ').length + powershellPath({}).length).toBeLessThan(30_000);
  });

  test('goes as UTF-16 in base64, as `-EncodedCommand` takes it', () => {
    const encoded = powershellArguments.at(-1) ?? '';
    expect(powershellArguments.at(-2)).toBe('-EncodedCommand');
    expect(encoded).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(Buffer.from(encoded, 'base64').toString('utf16le')).toBe(spoolerScript);
    expect(encodeCommand('é')).toBe('6QA=');
  });

  test('is run by the PowerShell of the system, and by no other of that name', () => {
    expect(powershellPath({ SystemRoot: String.raw`D:\WINNT`, PATH: String.raw`C:\Users\evil` })).toBe(
      String.raw`D:\WINNT\System32\WindowsPowerShell\v1.0\powershell.exe`,
    );
    expect(powershellPath({})).toBe(String.raw`C:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe`);
  });
});
