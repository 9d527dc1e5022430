import type { StartupProblem } from '../../shared/i18n/startup.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { joinSale } from '../app/join-sale.ts';
import { recover } from '../app/recover.ts';
import type { AnswerRequest } from '../ipc/registry.ts';
import { encodeReceipt } from '../printing/encode.ts';
import type { Windows, WindowsOptions } from '../window/windows.ts';
import { askToRestore, tellRefused } from './dialogs.ts';
import { openFoundation } from './foundation.ts';
import { joinCounter } from './join-counter.ts';
import { joinPrinting } from './join-printing.ts';
import { joinRequests } from './join-requests.ts';
import { joinScreens } from './join-screens.ts';
import { joinSellers } from './join-sellers.ts';
import { keepComputersPolicy } from './keep-computers-policy.ts';
import { keepLook } from './keep-look.ts';
import { beginLater, keepRunning } from './keep-running.ts';
import { openBook } from './open-book.ts';
import { openCounter } from './open-counter.ts';
import { provisionCounter } from './provision-counter.ts';

export interface ProgramParts {
  readonly windows: Windows;
  readonly windowsOptions: WindowsOptions;
  /** Lets what the counter's page has asked meanwhile be answered. */
  readonly letAnswer: (answer: AnswerRequest) => void;
}

/** Builds the parts, each on those before it, hands them to each other, and lets the window be answered. */
export async function buildProgram({
  windows,
  windowsOptions,
  letAnswer,
}: ProgramParts): Promise<Result<void, StartupProblem>> {
  const founded = await openFoundation();
  if (!founded.ok) return founded;
  const { store, clock, log } = founded.value;

  const provisioned = await provisionCounter(founded.value);
  // A counter that was to be set up by the file must not train instead.
  if (provisioned.kind === 'refused' && !store.existed && !provisioned.isByChance) {
    const { code: reason, where, file } = provisioned;
    return err({ code: 'provision-refused', reason, where, file });
  }
  const foundation = { ...founded.value, policy: keepComputersPolicy(founded.value, provisioned) };
  const isSetUp = store.existed || provisioned.kind === 'applied' || foundation.policy.view !== null;
  const opened = await openBook(foundation, isSetUp, (question) => {
    windows.withdrawCounter();
    return askToRestore(question);
  });
  if (!opened.ok) return opened;
  if (opened.value === undefined) return ok(undefined);
  const book = opened.value;
  const { ledger } = book;

  const sellers = await joinSellers(foundation, book);
  const counter = joinCounter(foundation, book, sellers);
  counter.counter.onChange((state) => windows.tellCounter(state));
  const printing = joinPrinting(foundation, book, counter.counter, windows);
  const { queue } = printing.printing;
  const sale = joinSale({
    ledger,
    sellers: sellers.sellers,
    counter: counter.counter,
    clock,
    shop: () => store.get().shop,
    printing: () => store.get().printing,
    queue,
    encode: encodeReceipt,
    printPastQueue: (bytes) => printing.printing.printPastQueue(bytes),
    openDrawer: (id) => printing.printing.openDrawer(id),
    atCounter: counter.attendance,
    log,
  });
  // The queue looks first at what it left half printed; settling may then give it new jobs.
  queue.recover();
  recover({ ledger, clock, settle: sale.settle });
  counter.counter.ledgerChanged(ledger.countOpen());

  const screens = joinScreens(foundation, counter, sale, windowsOptions);
  const joined = { foundation, book, sellers, counter, printing, sale, screens, windows };
  const { answer, unasked } = joinRequests(joined);
  keepRunning(joined, unasked);
  openCounter(joined);
  letAnswer(answer);
  if (provisioned.kind === 'refused') tellRefused(provisioned, store.get().shop.language);
  beginLater(joined);
  // Vite's page is another at every turn. What the page has asked is answered first.
  if (windowsOptions.devServer === undefined) setImmediate(keepLook, joined);
  return ok(undefined);
}
