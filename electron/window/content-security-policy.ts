/**
 * What a page of ours may load: its own files from `app://` and nothing else; no network, no inline code or
 * styles, no frames. Pages of Vite's development server, which needs inline code, do not come by `app://`.
 */
export function contentSecurityPolicy(): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // No boxes of the system: no print dialog, no alert, no question on leaving; no windows, no downloads.
    'sandbox allow-scripts allow-same-origin allow-forms',
  ].join('; ');
}
