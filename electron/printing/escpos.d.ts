/**
 * The parts of `escpos` 2.5.2 that are used, which has no types of its own. Left out on purpose: the package root
 * and its adapters (native modules), and `style`, `font`, `size`, `cut`, `cashdraw`, `text`, whose bytes are wrong
 * for common printers or encoded for Chinese ones.
 */
declare module 'escpos/commands.js' {
  const commands: {
    readonly LF: string;
    readonly ESC: string;
    readonly FS: string;
    readonly HARDWARE: { readonly HW_INIT: string };
    readonly TEXT_FORMAT: {
      readonly TXT_ALIGN_LT: string;
      readonly TXT_ALIGN_CT: string;
      readonly TXT_ALIGN_RT: string;
    };
    readonly PAPER: { readonly PAPER_CUT_B: string };
  };
  export default commands;
}

declare module 'escpos/printer.js' {
  export interface Adapter {
    /** `view` lies in a buffer that is used again: copy it before this returns. */
    write(view: Buffer, done?: (error?: Error) => void): void;
  }
  export default class Printer {
    constructor(adapter: Adapter);
    print(content: Buffer): this;
    flush(done: (error?: Error) => void): this;
  }
}
