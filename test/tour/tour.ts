import path from 'node:path';
import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';
import { messagesFor, type Messages } from '../../shared/i18n/messages.ts';
import { outcomeOf, type CounterApp, type Size } from '../electron/counter-driver.ts';

/** The language that a tour is walked in: the words that its hands look for. */
export const m = messagesFor('id');

/** Where a tour takes place. */
export interface Ground {
  /** An empty folder of its own, for the counter's data and what stands around it. */
  readonly folder: string;
  readonly shop: { readonly name: string; readonly address: string };
}

/** The running counter of a tour, and what stands around it: a printer, a disk, a line. */
export interface Hands {
  /** The one that runs now: a tour may start the program anew. */
  readonly counter: CounterApp;
  readonly page: Page;
  /** Makes something happen that no cashier does: `paper out`, `disk full` … Each tour says what it knows. */
  readonly world: (event: string) => Promise<void>;
  /** What the counter's pages have complained of, all of them. */
  complaints(): readonly string[];
  close(): Promise<void>;
}

/** One screen of the counter. */
export interface Stop {
  /** Its name, and that of its picture. */
  readonly name: string;
  /** What is seen, in plain English: the picture's caption. */
  readonly what: string;
  /** From the counter, with nothing open, to the screen. */
  readonly reach: (hands: Hands) => Promise<void>;
  /** It begins where the stop before it ended, whatever is open there. */
  readonly goesOn?: boolean;
  /** Seen all day: looked at in the dark and in English too. */
  readonly isMain?: boolean;
  /** What must be wholly in the window, in the words of the language that is on the screen. */
  readonly inView?: (page: Page, words: Messages) => readonly Locator[];
  /** A paper that has just come out as a picture in the folder `papers` of the ground: the name of its picture. */
  readonly paper?: string;
}

/** Screens of one running counter, in an order that a cashier's hands could take. */
export interface Tour {
  readonly name: string;
  /** Why this machine cannot take it. */
  readonly whyNot?: string | undefined;
  /** What it is seen at, and pictured. */
  readonly size: Size;
  readonly open: (ground: Ground) => Promise<Hands>;
  readonly stops: readonly Stop[];
}

export const desk: Size = { width: 1366, height: 768 };
export const small: Size = { width: 1024, height: 600 };

interface World {
  readonly world?: (event: string, counter: CounterApp) => Promise<CounterApp | void>;
  readonly close?: () => Promise<void>;
}

/** Holds a counter; an event of the world may put another in its place. */
export function handsOn(first: CounterApp, { world, close }: World = {}): Hands {
  let counter = first;
  const complaints: string[] = [];
  return {
    get counter() {
      return counter;
    },
    get page() {
      return counter.page;
    },
    async world(event) {
      if (world === undefined) throw new Error(`nothing here knows "${event}"`);
      const next = await world(event, counter);
      if (next === undefined) return;
      complaints.push(...counter.complaints);
      counter = next;
    },
    complaints: () => [...complaints, ...counter.complaints],
    async close() {
      await counter.close();
      await close?.();
    },
  };
}

/** The data folder of a tour's counter. */
export const dataFolderOf = ({ folder }: Ground): string => path.join(folder, 'data');

/** Closes whatever is open over the counter. */
export async function backToCounter(page: Page): Promise<void> {
  const open = page.locator('[role=dialog], [role=alertdialog]');
  await expect(async () => {
    if ((await open.count()) === 0) return;
    await page.keyboard.press('Escape');
    await expect(open).toHaveCount(0, { timeout: 1000 });
  }).toPass({ timeout: 30_000 });
}

export const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

export const dialogOf = (page: Page): Locator => page.locator('[role=dialog], [role=alertdialog]').last();

/** Opens a place by its key and waits for it. */
export async function openPlace(page: Page, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  await dialogOf(page).waitFor();
  return dialogOf(page);
}

export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name });

/** A button whose words begin so: a key or a sum stands behind them. */
export const beginning = (words: string): RegExp =>
  new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`);

/** Pays the bill on the screen exactly, and waits for what comes of it. */
export async function payInto(page: Page, kind: string): Promise<void> {
  await press(page, 'p', 'Enter');
  await outcomeOf(page, kind).waitFor();
}
