import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { DoubtsDialog } from '../confirm-again/confirm-again-dialog.tsx';

/** What must be known of one bill of the basket before it is paid with the others. It pays nothing by itself. */
export function BasketDoubtsDialog() {
  const m = useMessages();
  const { confirmInBasket } = useCommands();
  const { hindrances, reads } = useView((view) => view.basketHands);
  const lines = useView((view) => view.counter?.basket?.lines);
  const line = lines?.find(({ quote }) => quote === reads);
  const hindrance = hindrances.find(({ quote }) => quote === reads);
  if (line === undefined || hindrance === undefined) return null;
  return (
    <DoubtsDialog
      name={line.name}
      product={line.product}
      doubts={hindrance.doubts}
      intro={m.basket.confirmIntro}
      confirm={m.basket.confirmLine}
      onPin={confirmInBasket}
    />
  );
}
