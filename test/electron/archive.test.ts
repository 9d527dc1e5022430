import fs from 'node:fs';
import path from 'node:path';
import { expect } from 'playwright/test';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { unlock } from '../../electron/archive/lock.ts';
import { readArchive } from '../../electron/archive/read-archive.ts';
import { openLedger } from '../../electron/ledger/sqlite-ledger.ts';
import { verifyLedgerFile } from './verify-file.ts';
import { settingsSchema } from '../../electron/settings/settings-schema.ts';
import type { Settings } from '../../electron/settings/settings.ts';
import { memoryPlace } from '../fixtures/memory-place.ts';
import { axeFindings } from './axe.ts';
import { formsOf } from './canary.ts';
import {
  askFor,
  openCounter,
  outcomeOf,
  payExactly,
  resize,
  waitForBill,
  type CounterApp,
} from './counter-driver.ts';
import { whyNoKeyStore, withKeyStore } from './key-store.ts';
import { pin, storedPin } from './owner-pin.ts';
import { picture } from './pictures.ts';
import { openSettings, pressAndLeave } from './settings-driver.ts';
