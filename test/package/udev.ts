import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** What udev makes of a device by the rules that are installed. */
export interface Judged {
  readonly tags: readonly string[];
  /** All that it tells on the way. */
  readonly said: string;
}

/**
 * Asks the real udev about a USB device with one interface, which umockdev plays to it.
 *
 * @param interfaceClass class, subclass and protocol, six hex digits: 070102 is a printer.
 */
export function judgedByUdev(interfaceClass: string): Judged {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'loket-udev-'));
  const sysfs = '/devices/pci0000:00/0000:00:14.0/usb1/1-1';
  // A maker's number that nobody has: no rule can know it.
  const device = '120100020000000834120100000101020301';
  const configuration = '09022000010100c032';
  const endpoints = '0705810240000007050202400000';
  const lines = [
    `P: ${sysfs}`,
    'N: bus/usb/001/099',
    ...['SUBSYSTEM=usb', 'DEVTYPE=usb_device', 'DEVNAME=/dev/bus/usb/001/099', 'MAJOR=189', 'MINOR=98'].map(
      (each) => `E: ${each}`,
    ),
    'A: bDeviceClass=00',
    'A: idVendor=1234',
    'A: idProduct=0001',
    `H: descriptors=${device}${configuration}0904000002${interfaceClass}00${endpoints}`,
  ];
  const described = path.join(folder, 'device.umockdev');
  fs.writeFileSync(described, `${lines.join('\n')}\n`);
  try {
    const { stdout, stderr } = spawnSync(
      'umockdev-run',
      [`--device=${described}`, '--', 'udevadm', 'test', '--action=add', `/sys${sysfs}`],
      { encoding: 'utf8' },
    );
    const said = stdout + stderr;
    const tags = /^CURRENT_TAGS=(.*)$/m.exec(said)?.[1] ?? /^TAGS=(.*)$/m.exec(said)?.[1] ?? '';
    return { tags: tags.split(':').filter(Boolean), said };
  } finally {
    fs.rmSync(folder, { recursive: true });
    // udev notes even what it only tries.
    fs.rmSync('/run/udev/data/c189:98', { force: true });
  }
}
