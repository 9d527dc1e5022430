import {
  type GroupProblemCode,
  type Imported,
  type Lot,
  type TableFormat,
  type TableProblemCode,
} from '../../shared/contract/lots.ts';
import { mostInGroup, type Group, type GroupInBrief, type StoredGroup } from '../../shared/lot/group.ts';
import type { TableRow } from '../../shared/lot/group-table.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Log } from './log.ts';
import type { Sellers } from './sellers.ts';
import { writeDown } from './write-down.ts';

/** Where tables come from and go to: dialogs and files, which are the platform's. */
export interface TableEdge {
  /** Asks for a file and reads its rows. */
  choose(): Promise<Result<readonly TableRow[], 'cancelled' | 'file-not-read' | 'not-a-table'>>;
  /** Asks where to, and writes; answers where it is. */
  save(table: {
    readonly name: string;
    readonly format: TableFormat;
    /** The first row names the columns. Every cell is text: a number of a customer is no amount. */
    readonly rows: readonly (readonly string[])[];
  }): Promise<Result<string, 'cancelled' | 'file-not-written'>>;
}

export interface GroupsParts {
  readonly ledger: Pick<Ledger, 'groups'>;
  readonly sellers: Pick<Sellers, 'catalogue'>;
  readonly shop: () => ShopSettings;
  readonly tables: TableEdge;
  readonly log: Log;
}

type Done<T, Code> = Result<T, { readonly code: Code }>;
type Into =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'new'; readonly name: string; readonly collector: string };

/** The groups of customers, and the tables they come in and go out as. */
export interface Groups {
  all(): readonly GroupInBrief[];
  find(number: number): Done<StoredGroup, GroupProblemCode>;
  save(number: number | null, group: Group): Done<number, GroupProblemCode>;
  remove(number: number): Done<undefined, GroupProblemCode>;
  import(into: Into): Promise<Done<Imported, TableProblemCode>>;
  export(number: number, format: TableFormat): Promise<Done<{ readonly path: string }, TableProblemCode>>;
  exportLot(lot: Lot, format: TableFormat): Promise<Done<{ readonly path: string }, TableProblemCode>>;
}

/** Tables bring all texts of the window with them: they are read from the disk when somebody wants one, not at the start. */
const readTables = () => import('../../shared/lot/group-table.ts');

export function createGroups({ ledger, sellers, shop, tables, log }: GroupsParts): Groups {
  const { groups } = ledger;

  const writing = <T>(work: () => Result<T, GroupProblemCode>): Done<T, GroupProblemCode> =>
    writeDown(log, 'a group', work);
  const save = (number: number | null, group: Group) => writing(() => groups.save(number, group));

  const write = async (name: string, format: TableFormat, rows: readonly (readonly string[])[]) => {
    const saved = await tables.save({ name, format, rows });
    return saved.ok ? ok({ path: saved.value }) : err({ code: saved.error });
  };

  return {
    all: () => groups.all(),
    find(number) {
      const group = groups.find(number);
      return group === undefined ? err({ code: 'no-such-group' }) : ok(group);
    },
    save,
    remove: (number) => writing(() => (groups.remove(number) ? ok(undefined) : err('no-such-group'))),

    async import(into) {
      const chosen = await tables.choose();
      if (!chosen.ok) return err({ code: chosen.error });
      const before = into.kind === 'group' ? groups.find(into.group) : undefined;
      if (into.kind === 'group' && before === undefined) return err({ code: 'no-such-group' });
      const members = before?.members ?? [];
      const { readGroupTable } = await readTables();
      const facts = { catalogue: sellers.catalogue, rules: shop().numberRules };
      const read = readGroupTable(chosen.value, facts, mostInGroup - members.length);
      if (!read.ok) return err({ code: read.error });
      const { members: added, bad, badRows } = read.value;
      const { name, collector } = before ?? (into.kind === 'new' ? into : { name: '', collector: '' });
      const saved = save(before?.number ?? null, { name, collector, members: [...members, ...added] });
      return saved.ok ? ok({ group: saved.value, added: added.length, bad: [...bad], badRows }) : saved;
    },

    async export(number, format) {
      const group = groups.find(number);
      if (group === undefined) return err({ code: 'no-such-group' });
      const { groupTable } = await readTables();
      return write(group.name, format, groupTable(group, sellers.catalogue, shop().language));
    },
    async exportLot(lot, format) {
      const { lotTable } = await readTables();
      return write(`kolektif-${lot.number}`, format, lotTable(lot, shop().language));
    },
  };
}
