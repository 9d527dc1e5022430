import type { DatabaseSyncInstance as Database } from '@photostructure/sqlite';
import { groupInBriefSchema, memberSchema, mostGroups } from '../../shared/lot/group.ts';
import { err, ok } from '../../shared/result.ts';
import { z } from '../../shared/zod.ts';
import type { GroupBook } from './ledger.ts';
import type { Write } from './writer.ts';

export function createGroupBook(database: Database, write: Write): GroupBook {
  const sql = {
    all: database.prepare(
      'SELECT number, name, collector, json_array_length(members) AS count FROM customer_group ORDER BY name COLLATE NOCASE, number',
    ),
    one: database.prepare('SELECT number, name, collector, members FROM customer_group WHERE number = ?'),
    named: database.prepare('SELECT number FROM customer_group WHERE name = ?'),
    insert: database.prepare('INSERT INTO customer_group (name, collector, members) VALUES (?, ?, ?)'),
    update: database.prepare(
      'UPDATE customer_group SET name = ?, collector = ?, members = ? WHERE number = ?',
    ),
    remove: database.prepare('DELETE FROM customer_group WHERE number = ?'),
  };
  const all = () => z.array(groupInBriefSchema).parse(sql.all.all());

  return {
    all,
    find(number) {
      const row = groupRow.optional().parse(sql.one.get(number));
      return row === undefined
        ? undefined
        : { ...row, members: z.array(memberSchema).parse(JSON.parse(row.members)) };
    },
    save: (number, { name, collector, members }) =>
      write(() => {
        const document = JSON.stringify(z.array(memberSchema).parse(members));
        const named = z.object({ number: z.int() }).optional().parse(sql.named.get(name));
        if (named !== undefined && named.number !== number) return err('name-taken');
        if (number !== null) {
          const { changes } = sql.update.run(name, collector, document, number);
          return changes === 1 ? ok(number) : err('no-such-group');
        }
        if (all().length >= mostGroups) return err('too-many');
        return ok(Number(sql.insert.run(name, collector, document).lastInsertRowid));
      }),
    remove: (number) => write(() => sql.remove.run(number).changes === 1),
  };
}

const groupRow = z.object({
  number: z.int(),
  name: z.string(),
  collector: z.string(),
  members: z.string(),
});
