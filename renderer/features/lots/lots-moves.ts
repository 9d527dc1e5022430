import { reportBug } from '../../report-bug.ts';
import type { GroupEditor } from '../../store/group-editor.ts';
import type { Lots } from '../../store/lots.ts';

/** Opens a group to be edited; `null`: a new one. */
export function openGroup(lots: Lots, editor: GroupEditor, group: number | null): void {
  lots.show({ at: 'group', group });
  editor.open(group).catch(reportBug);
}

/** Asks whether the group in hand is to go. */
export function askRemoval(lots: Lots, editor: GroupEditor): void {
  const { number, name, collector, members } = editor.store.getState();
  if (number === null) return;
  lots.show({ at: 'remove', group: { number, name, collector, count: members.length } });
}
