import { isQueueName, type FoundPrinter } from '../../../../shared/printing/printer-connection.ts';

/** A queue as it is shown; none where its name is one that the settings do not take. */
export const foundQueue = (
  queue: string,
  called: string,
  details: readonly string[],
): readonly FoundPrinter[] =>
  isQueueName(queue)
    ? [
        {
          connection: { kind: 'queue', name: queue },
          name: (called === '' ? queue : called).slice(0, 200),
          detail: details
            .filter((detail) => detail !== '')
            .join(', ')
            .slice(0, 300),
        },
      ]
    : [];
