import type { LoketBridge } from '../shared/contract/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script. Only this file touches it. */
    readonly loket?: LoketBridge;
  }
}

/** The window's one way to the main process. @throws Error where the page runs outside Loket. */
export function openBridge(): LoketBridge {
  if (window.loket === undefined)
    throw new Error('this page only runs inside Loket: there is no window.loket');
  return window.loket;
}
