import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { firstSteps, type FirstStep } from '../../renderer/features/first-steps/first-steps.ts';
import type { Messages } from '../../shared/i18n/messages.ts';
import { openCounter } from '../electron/counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from '../electron/key-store.ts';
import {
  beginning,
  button,
  dataFolderOf,
  desk,
  dialogOf,
  handsOn,
  m,
  openPlace,
  type Stop,
  type Tour,
} from './tour.ts';
import { pressTab } from '../electron/settings-driver.ts';

const whatSteps: Readonly<Record<FirstStep, string>> = {
  language: 'First steps of a new counter: the language',
  shop: 'First steps: what stands on every receipt',
  biller: 'First steps: the account with a biller',
  printer: 'First steps: the printer',
  people: 'First steps: the owner’s PIN',
  sale: 'First steps: a sale for practice',
};

const whatPages: Readonly<Record<keyof Messages['settings']['tabs'], string>> = {
  shop: 'Settings: the shop, its receipts, language and look',
  till: 'Settings: the shop’s day, the drawer, the lock, signs',
  fees: 'Settings: the shop’s own fee and the rounding',
  screens: 'Settings: the customer’s display, the kiosk, starting with the computer',
  printer: 'Settings: the printers and what each is for',
  numbers: 'Settings: how long each product’s numbers are',
  pin: 'Settings: the owner’s PIN',
  staff: 'Settings: who sells here',
  keys: 'Settings: every key can be changed',
  vault: 'Settings: what the accounts with the billers are locked by',
  backups: 'Settings: backups',
  archive: 'Settings: the whole counter in one file, to keep or to move',
  updates: 'Settings: from where another version comes, and the way back',
  money: 'Settings: training, sandbox or real money, and where the data lies',
  diagnostics: 'Settings: for whoever repairs it',
};

const biller = [
  ['teleanjar', 'Teleanjar', ['account', 'services', 'final-answers', 'route']],
  ['iak', 'IAK', ['account', 'services', 'route']],
] as const;

const whatSections: Readonly<Record<keyof Messages['settings']['biller']['sections'], string>> = {
  account: 'address and secrets, which are kept in the system’s key store',
  services: 'the product codes',
  'final-answers': 'the answers that count as a refusal for certain',
  route: 'certificates, proxy and deadlines',
};

const tab = (page: Page, name: string | RegExp) => dialogOf(page).getByRole('tab', { name });

const step = (name: FirstStep): Stop => ({
  name: `first-steps-${name}`,
  what: whatSteps[name],
  goesOn: true,
  async reach({ page }) {
    await pressTab(tab(page, beginning(`${m.firstSteps.steps[name].tab} `)));
  },
  inView: (page) => [dialogOf(page)],
});

const page = (name: keyof Messages['settings']['tabs']): Stop => ({
  name: `settings-${name}`,
  what: whatPages[name],
  goesOn: true,
  async reach(hands) {
    await pressTab(tab(hands.page, m.settings.tabs[name]));
    await dialogOf(hands.page).getByRole('tabpanel', { name: m.settings.tabs[name] }).waitFor();
  },
  inView: (shown) => [dialogOf(shown)],
});

const sectionsOf = ([id, name, sections]: (typeof biller)[number]): readonly Stop[] =>
  sections.map((section) => ({
    name: `settings-${id}-${section}`,
    what: `Settings of ${name}: ${whatSections[section]}`,
    goesOn: true,
    async reach(hands) {
      await pressTab(tab(hands.page, beginning(`${name} `)));
      const all = dialogOf(hands.page).getByRole('tablist', { name, exact: true }).getByRole('tab');
      await expect(all).toHaveCount(sections.length);
      await pressTab(tab(hands.page, beginning(m.settings.biller.sections[section])).last());
      await dialogOf(hands.page)
        .getByRole('tabpanel', { name: m.settings.biller.sections[section] })
        .waitFor();
    },
    inView: (shown, words) => [
      dialogOf(shown),
      button(dialogOf(shown), beginning(words.settings.save)),
      button(dialogOf(shown), words.settings.biller.test.label),
    ],
  }));

/** A fresh counter, from its first steps to the last page of its settings. */
export const settingsTour: Tour = {
  name: 'a new counter and its settings',
  size: desk,
  whyNot: whyNoKeyStore(),
  async open(ground) {
    const keyStore = await withKeyStore(ground.folder);
    return handsOn(
      await openCounter({
        dataFolder: dataFolderOf(ground),
        shop: null,
        staysAtFirstSteps: true,
        ...keyStore,
      }),
    );
  },
  stops: [
    ...firstSteps.map(step),
    {
      name: 'notices',
      what: 'What should be mended and stops no sale (Ctrl+M)',
      async reach(hands) {
        await openPlace(hands.page, 'Control+m');
      },
      inView: (shown) => [dialogOf(shown)],
    },
    {
      name: 'settings-shop',
      what: whatPages.shop,
      isMain: true,
      async reach(hands) {
        await openPlace(hands.page, 'Control+,');
        await expect(
          dialogOf(hands.page).getByRole('tablist', { name: m.settings.label }).getByRole('tab'),
        ).toHaveCount(Object.keys(whatPages).length + biller.length);
      },
      inView: (shown) => [dialogOf(shown)],
    },
    ...(['till', 'fees', 'screens', 'printer', 'numbers'] as const).map(page),
    ...biller.flatMap(sectionsOf),
    ...(
      ['vault', 'pin', 'staff', 'keys', 'backups', 'archive', 'updates', 'money', 'diagnostics'] as const
    ).map(page),
    {
      name: 'printers',
      what: 'How the printers are, and the papers that wait for somebody (Ctrl+H)',
      async reach(hands) {
        await openPlace(hands.page, 'Control+h');
      },
      inView: (shown) => [dialogOf(shown)],
    },
  ],
};
