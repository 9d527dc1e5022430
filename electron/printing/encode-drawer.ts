import type { Drawer } from '../../shared/printing/printer-profile.ts';

/** `ESC p m t1 t2`: the pulse that opens a drawer. All five bytes: some printers wait for what is missing. Unit 2 ms. */
export const drawerPulse = ({ pin, onMs, offMs }: Drawer): Uint8Array =>
  Uint8Array.of(0x1b, 0x70, pin === 2 ? 0 : 1, Math.round(onMs / 2), Math.round(offMs / 2));
