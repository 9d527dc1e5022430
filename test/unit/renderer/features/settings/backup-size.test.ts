import { describe, expect, it } from 'vitest';
import { sizeWords } from '../../../../../renderer/features/settings/backup-size.ts';
import { messagesFor } from '../../../../../shared/i18n/messages.ts';

describe('the size of a backup', () => {
  it.each([
    [0, '1 kB'],
    [40_960, '41 kB'],
    [999_400, '999 kB'],
    [1_234_567, '1,2 MB'],
  ])('%i bytes are %s', (bytes, words) => expect(sizeWords(bytes, messagesFor('id'))).toBe(words));

  it('bears the mark of the language', () => {
    expect(sizeWords(1_234_567, messagesFor('en'))).toBe('1.2 MB');
  });
});
