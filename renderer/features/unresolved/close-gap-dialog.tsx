import { useState } from 'react';
import { instant } from '../../../shared/time.ts';
import { gapInView } from '../../store/counter-view.ts';
import { useShopZone } from '../../store/shop-zone.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { LongTextField } from '../../ui/form.tsx';
import { useNow } from '../../ui/use-now.ts';
import { momentWords } from '../../ui/when.ts';
import { OwnerPinDialog } from '../pin/owner-pin-dialog.tsx';
import { mostEvidence, saysEnough } from '../resolve/decision-form.ts';

/** The owner has compared a gap with the biller's list, or answers for it. */
export function CloseGapDialog() {
  const zone = useShopZone();
  const m = useMessages();
  const { closeGap } = useCommands();
  const gap = useView(gapInView);
  const now = instant(useNow(60_000));
  const [note, setNote] = useState('');
  return (
    <OwnerPinDialog
      title={m.gaps.closeTitle}
      confirm={m.gaps.confirm}
      missing={saysEnough(note) ? null : m.resolve.missing([m.resolve.parts.evidence])}
      onPin={(pin) => closeGap(note.trim(), pin)}
    >
      <p>
        {gap !== null && (
          <strong>
            {m.gaps.fromTo(momentWords(gap.from, now, zone), momentWords(gap.until, now, zone))}.{' '}
          </strong>
        )}
        {m.gaps.closeWords}
      </p>
      <LongTextField
        label={m.resolve.evidence}
        note={m.gaps.note}
        value={note}
        maxLength={mostEvidence}
        onType={setNote}
      />
    </OwnerPinDialog>
  );
}
