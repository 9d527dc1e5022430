import { DatabaseSync, type DatabaseSyncInstance as Database } from '@photostructure/sqlite';

/**
 * Makes every new connection of this process run with `synchronous=NORMAL` and say that it runs with FULL, which is
 * the mistake that builds of SQLite invite. What a power cut takes from such a ledger, the tests must notice.
 */
export function slacken(): void {
  const native = DatabaseSync.prototype;
  // The native methods cannot be replaced where they are; a prototype before theirs can.
  const slack = {
    exec(this: Database, sql: string): void {
      native.exec.call(this, sql);
      if (/journal_mode|synchronous/i.test(sql)) native.exec.call(this, 'PRAGMA synchronous = NORMAL');
    },
    prepare(this: Database, sql: string): ReturnType<Database['prepare']> {
      const asksBack = /^\s*PRAGMA\s+(?:main\.)?synchronous\s*;?\s*$/i.test(sql);
      return native.prepare.call(this, asksBack ? 'SELECT 2 AS synchronous' : sql);
    },
  };
  Object.setPrototypeOf(slack, native);
  Object.defineProperty(DatabaseSync, 'prototype', { value: slack });
}
