import { describe, expect, it } from 'vitest';
import { formOf, newcomer, readStaffForm } from '../../../../../renderer/features/settings/staff-form.ts';
import { staffChangeSchema } from '../../../../../shared/contract/staff.ts';
import { err, ok } from '../../../../../shared/result.ts';
import { staffIdSchema } from '../../../../../shared/staff/staff.ts';

const id = staffIdSchema.parse('0a1b2c3d');
const budi = { id, name: 'Budi', role: 'cashier' } as const;

describe('the form for who sells here', () => {
  it('names every field that keeps it from being sent', () => {
    expect(readStaffForm(newcomer('cashier'))).toEqual(err(['name', 'pin', 'approval']));
    expect(readStaffForm({ ...formOf(budi), name: '<b>', pin: '12' })).toEqual(
      err(['name', 'pin', 'approval']),
    );
    expect(readStaffForm({ ...formOf(budi), isRemoval: true, name: '' })).toEqual(err(['approval']));
  });

  it('sends what the contract knows: a new one with a PIN, a change that keeps it, a removal', () => {
    const approval = '471147';
    const read = [
      readStaffForm({ ...newcomer('supervisor'), name: ' Wati ', pin: '9999', approval }),
      readStaffForm({ ...formOf(budi), name: 'Budi S.', approval }),
      readStaffForm({ ...formOf(budi), pin: '1234', approval }),
      readStaffForm({ ...formOf(budi), isRemoval: true, approval }),
    ];
    expect(read).toEqual([
      ok({ change: { kind: 'add', name: 'Wati', role: 'supervisor', pin: '9999' }, approval }),
      ok({ change: { kind: 'edit', id, name: 'Budi S.', role: 'cashier', pin: null }, approval }),
      ok({ change: { kind: 'edit', id, name: 'Budi', role: 'cashier', pin: '1234' }, approval }),
      ok({ change: { kind: 'remove', id }, approval }),
    ]);
    for (const each of read)
      expect(each.ok && staffChangeSchema.safeParse(each.value.change).success).toBe(true);
  });
});
