import type { Gap } from '../../shared/contract/backups.ts';
import type { ExtraField, Service } from '../../shared/biller-profile.ts';
import type { RequestError } from '../../shared/contract/contract.ts';
import type { PaperAnswer } from '../../shared/contract/printing.ts';
import type { KioskExit } from '../../shared/contract/screens.ts';
import type { ShiftProblemCode } from '../../shared/contract/shift.ts';
import type { PrintJobId, QuoteId } from '../../shared/ids.ts';
import type { Rupiah } from '../../shared/money.ts';
import type { ProductId } from '../../shared/products.ts';
import type { Language } from '../../shared/settings.ts';
import type { Pad, Place } from './counter-view.ts';
import type { Entry } from './entry.ts';
import type { PayPress } from './sale.ts';
import type { Decision } from './uncertain-payments.ts';

/** What people can do at the counter. All of it may be called at any time: what does not fit changes nothing. */
export interface CounterCommands {
  readonly chooseProduct: (product: ProductId) => void;
  readonly chooseService: (service: Service) => void;
  readonly typeNumber: (draft: string, came?: Entry['came']) => void;
  /** The number in the field is all that a scanner typed. */
  readonly noteScan: () => void;
  readonly typeExtra: (field: ExtraField, typed: string) => void;
  readonly ask: () => void;
  readonly chooseDenomination: (denomination: Rupiah) => void;
  readonly typeCash: (digits: string) => void;
  /** What a scanner typed as cash is none. */
  readonly dropScan: () => void;
  readonly pay: (press: PayPress) => void;
  readonly stepBack: () => void;
  readonly enterDown: () => void;
  readonly enterUp: () => void;
  readonly open: (place: Place) => void;
  readonly close: () => void;
  /** A finger or a mouse was last at work. */
  readonly pointedWith: (lastPointer: Pad['lastPointer']) => void;
  readonly togglePad: () => void;
  /** Looks for a customer by what was typed; opens their list where it is not open. */
  readonly searchCustomers: (text: string) => void;
  readonly moveCustomer: (by: number) => void;
  /** Takes one of those found into the number; without a place the one that is looked at. */
  readonly takeCustomer: (at?: number) => void;
  /** Saves whose bill or outcome is on the screen. */
  readonly saveCustomer: (label: string) => void;
  readonly forgetCustomer: () => void;
  /** Looks at one of the payments that are not certain. */
  readonly chooseOpen: (payment: QuoteId) => void;
  /** Looks at one of the gaps of the ledger, in the same list. */
  readonly chooseGap: (gap: Gap['id']) => void;
  /** Asks the biller about the uncertain payment that is looked at. */
  readonly check: () => void;
  /** Asks for its number anew. */
  readonly look: () => void;
  /** Prints the slip that says to its customer that it is not certain. */
  readonly printInterim: () => void;
  /** Shows the payment that is looked at in the list at the counter. */
  readonly showChosen: () => void;
  /** Opens the decision about what is looked at in the list: the payment's, or the gap's. */
  readonly decide: () => void;
  /** What the owner decides about that payment; answers why it was not taken. */
  readonly resolveByHand: (
    decision: Decision,
    pin: string,
  ) => Promise<RequestError<'resolveByHand'>['code'] | null>;
  /** The gap that is looked at is in order; answers why that was not taken. */
  readonly closeGap: (note: string, pin: string) => Promise<RequestError<'closeGap'>['code'] | null>;
  /** An owner's PIN for the bill on the screen; answers why it was not taken. */
  readonly insist: (pin: string) => Promise<RequestError<'insist'>['code'] | null>;
  /**
   * Pays the bill on the screen after all, whatever was said of it; the owner's PIN where that is needed. Answers why
   * it was not taken.
   */
  readonly confirmAgain: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  /** Puts the bill on the screen into the basket. */
  readonly toBasket: () => void;
  readonly takeFromBasket: (quote: QuoteId) => void;
  readonly emptyBasket: () => void;
  readonly typeBasketCash: (digits: string) => void;
  /** What a scanner typed as the basket's cash is none. */
  readonly dropBasketScan: () => void;
  readonly payBasket: (press: PayPress) => void;
  /** Opens what must be known of one of its bills. */
  readonly readDoubts: (quote: QuoteId) => void;
  /** That one is paid with the others after all; answers why that was not taken. */
  readonly confirmInBasket: (pin: string | null) => Promise<RequestError<'confirmAgain'>['code'] | null>;
  readonly stopBasket: () => void;
  /** Whether a basket that has halted goes on. */
  readonly answerBasket: (goOn: boolean) => void;
  readonly printBasketRecap: () => void;
  /** The customer of a basket that is done has gone. */
  readonly finishBasket: () => void;
  /** Shows the receipt of one of its bills at the counter. */
  readonly showFromBasket: (payment: QuoteId) => void;
  /** The outcome that stands nowhere else was noted down. */
  readonly noted: () => void;
  /** The cash of a payment that was refused after all has gone back; answers why that was not noted. */
  readonly refund: (payment: QuoteId) => Promise<ShiftProblemCode | null>;
  /** An owner's PIN for taking the answer to the payment that is looked at for a refusal. */
  readonly takeForFinal: (pin: string) => Promise<RequestError<'takeForFinal'>['code'] | null>;
  readonly showPayment: (payment: QuoteId) => void;
  /** The line about a payment that was settled late has been read. */
  readonly dismissSettled: (payment: QuoteId) => void;
  /** Prints the receipt that is shown again; where nobody knew whether it came out, that says that it did not. */
  readonly reprint: () => void;
  /** The receipt that is shown, of which nobody knew, lies there whole. */
  readonly cameOut: () => void;
  readonly copyText: () => void;
  readonly savePicture: () => void;
  readonly savePdf: () => void;
  /** Prints the list of the payments whose outcome is not known, while it is in view. */
  readonly printList: () => void;
  /** Looks at one of the papers that wait. */
  readonly choosePaper: (job: PrintJobId) => void;
  /** Gives the one of these answers that the paper in view takes. */
  readonly answerPaper: (answers: readonly PaperAnswer[]) => void;
  /** Signs out whoever is signed in. */
  readonly lock: () => void;
  readonly setLanguage: (language: Language) => void;
  /** The PIN of the owner or of a supervisor opens the kiosk; answers why it was not taken. */
  readonly leaveKiosk: (pin: string, to: KioskExit) => Promise<RequestError<'leaveKiosk'>['code'] | null>;
}
