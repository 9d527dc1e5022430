import { reportBug } from '../report-bug.ts';
import { asksForService, entryOfProduct } from './catalogue-choice.ts';
import type { BasketDesk } from './basket.ts';
import type { CounterTools } from './counter-tools.ts';
import { gapInView, untouchedList, untouchedPapers, type Place } from './counter-view.ts';
import { doubtsOf, stepBack } from './sale.ts';

interface PlacePorts extends Pick<CounterTools, 'change' | 'goTo' | 'turn' | 'view'> {
  readonly basket: Pick<BasketDesk, 'doubtsInView' | 'open'>;
  readonly openCustomers: () => void;
  /** What lists show is asked for as they open. */
  readonly fetchUncertain: () => Promise<void>;
  readonly fetchPapers: () => Promise<void>;
}

/** Opens a place. Some only open where they have something to say. */
export function createOpenPlace(ports: PlacePorts): (place: Place) => void {
  const { view, change, turn, goTo, basket, openCustomers, fetchUncertain, fetchPapers } = ports;
  return (place) => {
    const { sale, catalogue, counter, chosen, place: from } = view();
    switch (place) {
      case 'products':
        return sale.step === 'paying' ? void turn(stepBack) : goTo(place);
      case 'services': {
        const isOpen = sale.step === 'number' || sale.step === 'done';
        if (isOpen && asksForService(entryOfProduct(catalogue ?? [], sale.entry.product))) goTo(place);
        return;
      }
      case 'insist':
        if (sale.step === 'bill' && sale.problem?.code === 'cut-off') goTo(place);
        return;
      case 'confirm-again':
        if (doubtsOf(sale) !== null) goTo(place);
        return;
      case 'take-for-final':
        if (from === 'unresolved' && chosen?.canTakeForFinal === true) goTo(place);
        return;
      case 'resolve':
        if (from === 'unresolved' && chosen?.state === 'unknown') goTo(place);
        return;
      case 'close-gap':
        if (from === 'unresolved' && gapInView(view()) !== null) goTo(place);
        return;
      case 'basket':
        return basket.open();
      case 'basket-doubts':
        if (basket.doubtsInView() !== null) goTo(place);
        return;
      case 'customers':
        return openCustomers();
      case 'unresolved':
        change((current) => ({ ...current, ...untouchedList, place }));
        fetchUncertain().catch(reportBug);
        return;
      case 'printers':
        change((current) => ({ ...current, ...untouchedPapers, place }));
        fetchPapers().catch(reportBug);
        return;
      case 'leave-kiosk':
        if (counter?.kiosk === true) goTo(place);
        return;
      case 'settings':
      case 'printer-settings':
      case 'biller-settings':
      case 'money-settings':
      case 'vault':
      case 'vault-settings':
      case 'backups':
      case 'archive':
      case 'notices':
      case 'first-steps':
      case 'keys':
      case 'history':
      case 'reports':
      case 'lots':
      case 'shift':
        return goTo(place);
    }
  };
}
