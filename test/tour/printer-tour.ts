import { expect } from 'playwright/test';
import { startUsbPrinter, whyNoUsb } from '../devices/usb/start-usb-printer.ts';
import { askFor, openCounter, waitForBill } from '../electron/counter-driver.ts';
import { onePrinter } from '../fixtures/one-printer.ts';
import {
  backToCounter,
  button,
  dataFolderOf,
  desk,
  dialogOf,
  handsOn,
  m,
  openPlace,
  payInto,
  type Hands,
  type Tour,
} from './tour.ts';
import { pressTab } from '../electron/settings-driver.ts';

const words = m.settings.printing.setup;
const usb = { kind: 'usb', vendorId: 0x04b8, productId: 0x0202, serialNumber: 'FAKE0001' } as const;
/** A printer takes its time. */
const patient = { timeout: 60_000 };

const sell = async ({ page }: Hands, number: string): Promise<void> => {
  await askFor(page, 'pln-postpaid', number);
  await waitForBill(page);
  await payInto(page, 'paid');
};

const step = ({ page }: Hands, name: string) => page.locator(`[data-testid=setup-step][data-step=${name}]`);

const next = async ({ page }: Hands): Promise<void> => await button(page, words.next).click();

/** A USB printer on an emulated bus, which the program's own libusb takes for real. The world's events are the printer's; `stuck`: it has stopped in the midst of a paper. */
export const printerTour: Tour = {
  name: 'a printer',
  size: desk,
  whyNot: whyNoUsb(),
  async open(ground) {
    const printer = await startUsbPrinter();
    const counter = await openCounter({
      dataFolder: dataFolderOf(ground),
      settings: { printing: onePrinter(usb) },
      shop: { shop: ground.shop },
      env: { ...printer.env },
    });
    const onPrinter = async (event: string): Promise<void> => {
      if (event === 'stuck')
        await expect.poll(() => printer.bytes().length, patient).toBeGreaterThanOrEqual(300);
      else await printer.tell(event);
    };
    return handsOn(counter, { world: onPrinter, close: () => printer.stop() });
  },
  stops: [
    {
      name: 'printer-question',
      what: 'Pulled out in the midst of a receipt: only the cashier can say whether it came out',
      async reach(hands) {
        const { page, world } = hands;
        await world('out hang 300');
        await sell(hands, '530000000004');
        await world('stuck');
        await world('unplug');
        await expect(page.getByTestId('print-status')).toContainText('keluar', patient);
        await world('out ok');
        await world('plug');
        const dialog = await openPlace(page, 'Control+h');
        await expect(dialog).toContainText(m.papers.question.receipt, patient);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-no-paper',
      what: 'Paid, and the paper is out: the receipt comes by itself once it is filled',
      isMain: true,
      goesOn: true,
      async reach(hands) {
        await button(dialogOf(hands.page), m.papers.answers['came-out']).click();
        await expect(dialogOf(hands.page)).toContainText(m.papers.empty);
        await backToCounter(hands.page);
        const light = hands.page.getByTestId('printer');
        await expect(light).toContainText(m.topBar.printer.ok, patient);
        await hands.world('paper out');
        await expect(light).toContainText(m.printerProblems['paper-out'].short, patient);
        await sell(hands, '530000000001');
        await expect(hands.page.getByTestId('print-status')).toContainText('kertas habis', patient);
      },
    },
    {
      name: 'printer-papers',
      what: 'What is wrong with each printer, and how it is mended (Ctrl+H)',
      async reach({ page }) {
        await openPlace(page, 'Control+h');
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-find',
      what: 'A printer is added: those that were found, and those that are named by hand',
      async reach(hands) {
        const { page } = hands;
        await hands.world('paper ok');
        await expect(page.getByTestId('printer')).toContainText(m.topBar.printer.ok, patient);
        await backToCounter(page);
        const settings = await openPlace(page, 'Control+,');
        await pressTab(settings.getByRole('tab', { name: m.settings.tabs.printer }));
        await button(settings, m.settings.printing.add).click();
        await step(hands, 'which').getByText('TM-T88V').first().click(patient);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-page',
      what: 'A test page: what the printer itself said of it',
      goesOn: true,
      async reach(hands) {
        await next(hands);
        await button(step(hands, 'page'), words.page.print).click();
        await expect(step(hands, 'page').getByTestId('tried')).toContainText(words.tried.printed, patient);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-answers',
      what: 'What is seen on the test page makes the printer’s profile',
      goesOn: true,
      async reach(hands) {
        await next(hands);
        const seen = step(hands, 'seen');
        await seen.getByRole('radio', { name: /^48/ }).check();
        await seen.getByRole('radio', { name: /^64/ }).check();
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-cutter',
      what: 'The cutter and the drawer are tried',
      goesOn: true,
      async reach(hands) {
        await next(hands);
        const cutter = step(hands, 'cutter');
        await button(cutter, words.cutter.cut).click();
        await button(cutter, words.cutter.yes).first().click(patient);
      },
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-name',
      what: 'Its name, and what it is for',
      goesOn: true,
      reach: next,
      inView: (page) => [dialogOf(page)],
    },
    {
      name: 'printer-list',
      what: 'The printers of the counter',
      goesOn: true,
      async reach({ page }) {
        await button(page, words.save).click();
        await dialogOf(page).getByTestId('printer-line').filter({ hasText: 'TM-T88V' }).waitFor();
      },
      inView: (page) => [dialogOf(page)],
    },
  ],
};
