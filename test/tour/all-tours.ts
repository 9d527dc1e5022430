import { backupTour } from './backup-tour.ts';
import { basketTour } from './basket-tour.ts';
import { diskTour } from './disk-tour.ts';
import { iakTour } from './iak-tour.ts';
import { lotsTour } from './lots-tour.ts';
import { nightTour } from './night-tour.ts';
import { printerTour } from './printer-tour.ts';
import { reportsTour } from './reports-tour.ts';
import { saleTour } from './sale-tour.ts';
import { customerTour } from './screens-tour.ts';
import { settingsTour } from './settings-tour.ts';
import { staffTour } from './staff-tour.ts';
import { tillTour } from './till-tour.ts';
import { touchTour } from './touch-tour.ts';
import type { Tour } from './tour.ts';

/** Every screen of the counter. To be called within a test file: what some tours need is made and removed by it. */
export const allTours = (): readonly Tour[] => [
  saleTour,
  basketTour,
  iakTour,
  settingsTour,
  tillTour,
  lotsTour,
  reportsTour,
  staffTour,
  touchTour,
  customerTour,
  printerTour,
  nightTour,
  backupTour,
  diskTour(),
];
