import type { UsbDeadlines } from '../../../electron/printing/transports/usb/usb-deadlines.ts';
import type { FoundPrinter } from '../../../shared/printing/printer-connection.ts';

/** Which printer is meant, as the setting says it. */
export interface Meant {
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber: string;
}

/** What a program that uses printers is told to do. `name` is what it calls the connection. */
export type Order =
  | { readonly do: 'find' | 'close-all' }
  | {
      readonly do: 'open';
      readonly name: string;
      readonly printer: Meant;
      readonly deadlines: Partial<UsbDeadlines>;
      readonly abandonAfterMs?: number;
    }
  /** `bytes` in base64. */
  | { readonly do: 'write'; readonly name: string; readonly bytes: string }
  | { readonly do: 'watch'; readonly name: string; readonly printer: Meant }
  | {
      readonly do: 'abandon' | 'listen' | 'stop-listening' | 'condition' | 'close' | 'stop-watching';
      readonly name: string;
    };

/** What came of an order. */
export interface Answer {
  /** A printer's problem, or the words of an error that no transport may throw. */
  readonly problem?: string;
  readonly found?: readonly FoundPrinter[];
  /** Every call of `onTaken`. */
  readonly taken?: readonly number[];
  readonly hears?: boolean;
  readonly condition?: string;
}

/** What happens by itself. */
export type Event =
  | { readonly event: 'lost'; readonly name: string; readonly problem: string }
  | { readonly event: 'taken'; readonly name: string; readonly count: number }
  | { readonly event: 'said'; readonly name: string; readonly hex: string }
  | { readonly event: 'changed'; readonly name: string };

/** A line that it says. */
export type Report = Event | (Answer & { readonly id: number });
