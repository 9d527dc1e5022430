import { formatRupiah } from '../../../shared/money.ts';
import type { Member } from '../../../shared/lot/group.ts';
import { groupNumber } from '../../../shared/products.ts';
import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { useEdit, useEditor } from './use-lots.ts';
import { VirtualRows } from './virtual-rows.tsx';

const listId = 'group-members';

/** The customers of a group in their order; the one looked at is edited, moved and removed. */
export function MemberList() {
  const { lots: all } = useMessages();
  const words = all.group;
  const editor = useEditor();
  const members = useEdit((edit) => edit.members);
  const at = useEdit((edit) => edit.at);
  const isLoading = useEdit((edit) => edit.isLoading);
  const isNone = members.length === 0;
  const keys = (key: string, alt: boolean): boolean => {
    if (alt && key === 'ArrowUp') editor.shift(-1);
    else if (alt && key === 'ArrowDown') editor.shift(1);
    else if (!alt && key === 'Enter') editor.edit(at);
    else if (!alt && key === 'Delete') editor.remove(at);
    else return false;
    return true;
  };
  return (
    <>
      <h3 className="lots-title">{words.members(members.length)}</h3>
      <div className="lots-frame">
        {isNone ? (
          <p className="lots-empty">{isLoading ? all.loading : words.none}</p>
        ) : (
          <VirtualRows
            id={listId}
            label={words.members(members.length)}
            count={members.length}
            at={at}
            onMove={editor.lookAt}
            onKey={({ key, altKey, repeat }) => !repeat && keys(key, altKey)}
            renderRow={(place, top) => {
              const member = members[place];
              return (
                member !== undefined && (
                  <MemberRow
                    key={place}
                    member={member}
                    place={place}
                    top={top}
                    total={members.length}
                    isActive={place === at}
                  />
                )
              );
            }}
          />
        )}
      </div>
      <div className="lots-row lots-member-keys">
        <Button keyCap="Enter" disabled={isNone} onPress={() => editor.edit(at)}>
          {words.edit}
        </Button>
        <Button keyCap="Alt+↑" disabled={isNone || at === 0} onPress={() => editor.shift(-1)}>
          {words.up}
        </Button>
        <Button keyCap="Alt+↓" disabled={isNone || at === members.length - 1} onPress={() => editor.shift(1)}>
          {words.down}
        </Button>
        <Button keyCap="Del" disabled={isNone} onPress={() => editor.remove(at)}>
          {words.remove}
        </Button>
      </div>
    </>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly place: number;
  /** From the top of the list, in CSS pixels. */
  readonly top: number;
  readonly total: number;
  readonly isActive: boolean;
}

function MemberRow({ member, place, top, total, isActive }: MemberRowProps) {
  const m = useMessages();
  const editor = useEditor();
  const { product, service, number, extras, denomination, note } = member;
  const company = useView((view) =>
    service === null
      ? undefined
      : entryOfProduct(view.catalogue ?? [], product)?.services.find(({ code }) => code === service)?.name,
  );
  const also = [
    company ?? m.products[product].short,
    ...(denomination === null ? [] : [formatRupiah(denomination)]),
    ...(extras.months === undefined || extras.months === 1
      ? []
      : [`${m.extras.labels.months} ${extras.months}`]),
    ...(extras.taxYear === undefined ? [] : [String(extras.taxYear)]),
    ...(extras.amount === undefined ? [] : [formatRupiah(extras.amount)]),
    ...(extras.identityNumber === undefined ? [] : [extras.identityNumber]),
  ];
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the list has the keys
    <div
      id={`${listId}-${place}`}
      className="lots-member"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option outside a select is not drawn
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-posinset={place + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => editor.lookAt(place)}
    >
      <span className="small lots-nth">{place + 1}</span>
      <strong className="lots-number">{groupNumber(number)}</strong>
      <span className="lots-cut small">{also.join(' · ')}</span>
      <span className="lots-cut">{note}</span>
    </div>
  );
}
