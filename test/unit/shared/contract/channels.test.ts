import { describe, expect, it } from 'vitest';
import {
  noticeChannel,
  noticeNames,
  requestChannel,
  requestNames,
} from '../../../../shared/contract/channels.ts';
import { notices, requests } from '../../../../shared/contract/contract.ts';

describe('the names of the contract', () => {
  it('are those of its schemas, each once', () => {
    expect([...requestNames].toSorted()).toEqual(Object.keys(requests).toSorted());
    expect([...noticeNames].toSorted()).toEqual(Object.keys(notices).toSorted());
    expect(new Set(requestNames).size).toBe(requestNames.length);
  });

  it('give channels that never collide, of a form nothing else uses', () => {
    const channels = [...requestNames.map(requestChannel), ...noticeNames.map(noticeChannel)];
    expect(new Set(channels).size).toBe(channels.length);
    for (const channel of channels) expect(channel).toMatch(/^loket:(request|notice):[a-zA-Z][a-zA-Z\d]*$/);
  });
});

describe('what the window is told', () => {
  it('has no field in which a secret could come back', () => {
    const fields = new Set<string>();
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'shape') for (const field of Object.keys(value as object)) fields.add(field);
        walk(value);
      }
    };
    for (const { output, error } of Object.values(requests)) {
      walk(output.def);
      walk(error.def);
    }
    for (const notice of Object.values(notices)) walk(notice.def);
    expect(fields).toContain('hasCredentials');
    expect(
      [...fields].filter((field) => /password|apiKey|username|uuid|request$|receiptText/i.test(field)),
    ).toEqual([]);
  });
});
