import { describe, expect, it } from 'vitest';
import {
  answerKeys,
  kindWords,
  ownerWords,
  paperFacts,
  troubleWords,
} from '../../../../../renderer/features/printers/paper-words.ts';
import { commandFor } from '../../../../../renderer/features/keys/key-map.ts';
import { answersTo } from '../../../../../shared/contract/printing.ts';
import { messagesFor } from '../../../../../shared/i18n/messages.ts';
import { keysOf } from '../../../../../shared/key-bindings.ts';
import { printJobKinds, printProblems, printsByItself } from '../../../../../shared/payment/print-job.ts';
import { languages } from '../../../../../shared/settings.ts';
import { failedPaper, uncertainPaper } from '../../samples.ts';

const m = messagesFor('id');
const ofCounter = { ...failedPaper, kind: 'open-payments', payment: null, printer: '' } as const;

describe('a paper that waits', () => {
  it('has a key of its own for every answer, and the key gives that answer', () => {
    for (const answers of Object.values(answersTo)) {
      const keys = answers.map((answer) => answerKeys[answer]);
      expect(new Set(keys).size).toBe(answers.length);
      for (const answer of answers) {
        const key = answerKeys[answer].replace('Ctrl+', '').toLowerCase();
        const press = { key, code: key, ctrl: true, alt: false, repeat: false };
        const command = commandFor(press, 'number', 'printers', keysOf({}));
        if (command?.do !== 'answer-paper') throw new Error(`${answerKeys[answer]} answers nothing`);
        expect(answers.filter((each) => command.answers.includes(each))).toEqual([answer]);
      }
    }
  });

  it('is known by whose it is, or by what it is', () => {
    expect(ownerWords(failedPaper, m)).toBe('BUDI SANTOSO');
    expect(kindWords({ ...failedPaper, copy: 2 }, m)).toBe('Struk · PLN · CETAK ULANG ke-2');
    expect(ownerWords(ofCounter, m)).toBe('Daftar loket');
    expect(paperFacts(failedPaper, '12.00.00 WIB', m).map(({ value }) => value)).toEqual([
      'BUDI SANTOSO',
      '5300 0000 0001',
      '303.500',
      'Struk · PLN',
      '12.00.00 WIB',
      'Kasir',
    ]);
    expect(paperFacts(ofCounter, '12.00.00 WIB', m).map(({ value }) => value)).toEqual([
      'Daftar loket',
      '12.00.00 WIB',
    ]);
  });

  it('tells what is wrong and what then happens, or asks', () => {
    expect(troubleWords(failedPaper, m).join(' ')).toBe(
      'Kertas printer habis. Isi kertas. Sesudah itu kertasnya keluar sendiri.',
    );
    expect(troubleWords({ ...failedPaper, problem: 'too-old' }, m).at(-1)).toBe('Cetak sekarang?');
    expect(troubleWords({ ...uncertainPaper, problem: 'paper-out' }, m)).toEqual([
      'Kertas habis di tengah cetakan.',
      'Lihat kertas di printer dulu.',
      'Apakah struk ini keluar utuh?',
    ]);
  });

  it('has words for every kind of paper and every problem, and says that it comes by itself only where it waits for its printer', () => {
    for (const language of languages)
      for (const kind of printJobKinds)
        for (const problem of printProblems)
          for (const state of ['failed', 'uncertain'] as const) {
            const texts = messagesFor(language);
            const words = troubleWords({ ...failedPaper, kind, problem, state }, texts);
            expect(words.join(' ')).not.toMatch(/undefined|null/);
            expect(words.every((word) => word.length > 5)).toBe(true);
            const comes = state === 'failed' && printsByItself(problem);
            expect(words.includes(texts.papers.byItself)).toBe(comes);
            // A question is about what was, whatever the printer is like by now.
            expect(words.includes(texts.printerProblems[problem].what)).toBe(state === 'failed');
          }
  });
});
