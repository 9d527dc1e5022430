import type { CustomerView } from '../shared/customer-display/customer-view.ts';

/** What the customer's display may do: hear what it shows. */
export interface CustomerBridge {
  readonly onView: (listener: (view: CustomerView) => void) => void;
}

declare global {
  interface Window {
    /** Put there by the display's own preload script. Only this file touches it. */
    readonly loketCustomer?: CustomerBridge;
  }
}

/** @throws Error where the page runs outside Loket. */
export function openCustomerBridge(): CustomerBridge {
  if (window.loketCustomer === undefined)
    throw new Error('this page only runs inside Loket: there is no window.loketCustomer');
  return window.loketCustomer;
}
