const c0 = (
  'NUL SOH STX ETX EOT ENQ ACK BEL BS HT LF VT FF CR SO SI ' +
  'DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US SP'
).split(' ');

const hex = (code: number): string => code.toString(16).toUpperCase();

/** A character's name for a log or a count, always plain ASCII: `ESC`, `DEL`, `p`, `U+202E`. */
export function nameOfCode(code: number): string {
  const control = c0[code];
  if (control !== undefined) return control;
  if (code < 0x7f) return String.fromCharCode(code);
  return code === 0x7f ? 'DEL' : `U+${hex(code).padStart(4, '0')}`;
}
