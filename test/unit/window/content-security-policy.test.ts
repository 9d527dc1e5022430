import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../../electron/window/content-security-policy.ts';

const directives = new Map(
  contentSecurityPolicy()
    .split(';')
    .map((directive) => directive.trim().split(/\s+/))
    .map(([name = '', ...sources]) => [name, sources.join(' ')] as const),
);

describe('the content security policy', () => {
  it('allows nothing that it does not name', () => {
    expect(directives.get('default-src')).toBe("'none'");
  });

  it.each([
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['font-src', "'self'"],
    ['img-src', "'self' data:"],
    ['connect-src', "'none'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
  ])('has %s %s', (name, sources) => {
    expect(directives.get(name)).toBe(sources);
  });

  it('has no unsafe word, no wildcard, no host and no nonce anywhere', () => {
    expect(contentSecurityPolicy()).not.toMatch(
      /unsafe|\*|https?:|wss?:|blob:|nonce-|sha\d+-|strict-dynamic/,
    );
  });

  it('says each thing once: a second directive of a name would be ignored', () => {
    expect(directives.size).toBe(contentSecurityPolicy().split(';').length);
  });
});
