import type { Service } from '../../../shared/biller-profile.ts';
import { entryOfProduct } from '../../store/catalogue-choice.ts';
import { useCommands, useMessages, useView } from '../../store/use-counter.ts';
import { ChooseDialog } from '../choose/choose-dialog.tsx';

const none: readonly Service[] = [];

/** The companies or cities of the product: a few letters, Enter, and the cursor is in the number. */
export function ServiceList() {
  const m = useMessages();
  const commands = useCommands();
  const { product, service: current } = useView((view) => view.sale.entry);
  const services = useView((view) => entryOfProduct(view.catalogue ?? [], product)?.services) ?? none;
  return (
    <ChooseDialog
      title={m.service.choose(m.products[product].short)}
      placeholder={m.service.filter}
      rows={services.map(({ code, name }) => ({
        id: code,
        name,
        also: code,
        isCurrent: code === current?.code,
      }))}
      onChoose={(code) => {
        const service = services.find((one) => one.code === code);
        if (service !== undefined) commands.chooseService(service);
      }}
    />
  );
}
