import { describe, expect, it } from 'vitest';
import { guessModel } from '../../../../../../renderer/features/settings/printers/guess-model.ts';

const guess = (name: string, detail = '') => guessModel({ name, detail });

describe('the model that a name tells', () => {
  it.each([
    ['EPSON TM-U220 Receipt', 'tm-u220'],
    ['EPSON_TM_U220', 'tm-u220'],
    ['TMU220B', 'tm-u220'],
    ['NT-5890K', '58mm-nt-5890k'],
    ['EPSON TM-T88V', '80mm-42'],
    ['SRP-350plusIII', '80mm-42'],
    ['EPSON TM-T82X', '80mm'],
    ['TM-T20III', '80mm'],
    ['T82', '80mm'],
    ['XP-80C', '80mm'],
    ['POS-80', '80mm'],
    ['RP80 Printer', '80mm'],
    ['Printer struk 80mm', '80mm'],
    ['POS-8360', '80mm'],
    ['Star TSP143', '80mm'],
    ['POS-58', '58mm'],
    ['XP-58IIH', '58mm'],
    ['POS58 Printer', '58mm'],
    ['POS-5890', '58mm'],
    ['ZJ-5805', '58mm'],
    ['Kertas 57mm', '58mm'],
  ])('%s is %s', (name, model) => {
    expect(guess(name)).toBe(model);
    expect(guess(name.toLowerCase())).toBe(model);
  });

  it('may stand in what the printer says of itself', () => {
    expect(guess('USB Printing Support', 'MFG:EPSON;CMD:ESC/POS;MDL:TM-U220;CLS:PRINTER;')).toBe('tm-u220');
    expect(guess('USB Printer P1', 'MFG:EPSON;CMD:ESC/POS;MDL:TM-T82X;CLS:PRINTER;')).toBe('80mm');
  });

  it.each([
    'HP LaserJet 1020',
    'Canon MP287',
    'Epson L3110',
    'Microsoft Print to PDF',
    'MPT-II',
    'Receipt printer',
    'Prolific USB-to-Serial (COM3)',
    '/dev/ttyUSB0',
    'Port 8000',
    'serial 5800123',
    'FX-880',
    '',
  ])('%s tells none', (name) => {
    expect(guess(name)).toBeNull();
  });
});
