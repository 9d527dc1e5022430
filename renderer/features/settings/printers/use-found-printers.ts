import { useCallback, useEffect, useState } from 'react';
import type { LoketBridge } from '../../../../shared/contract/contract.ts';
import type { FoundPrinter } from '../../../../shared/printing/printer-connection.ts';
import { reportBug } from '../../../report-bug.ts';

export type Search =
  | { readonly step: 'searching' | 'broken-off' }
  | { readonly step: 'done'; readonly found: readonly FoundPrinter[] };

/** Searches at once, and again when it is asked to. What was found before stays in view until the next has come. */
export function useFoundPrinters(bridge: Pick<LoketBridge, 'findPrinters'>): {
  readonly search: Search;
  /** Of the last search that ended. */
  readonly found: readonly FoundPrinter[];
  readonly searchAgain: () => void;
} {
  const [search, setSearch] = useState<Search>({ step: 'searching' });
  const [found, setFound] = useState<readonly FoundPrinter[]>([]);

  const seek = useCallback(() => {
    bridge
      .findPrinters()
      .then((result) => {
        if (!result.ok) return;
        setSearch({ step: 'done', found: result.value });
        setFound(result.value);
      })
      .catch((fault: unknown) => {
        reportBug(fault);
        setSearch({ step: 'broken-off' });
      });
  }, [bridge]);
  useEffect(seek, [seek]);

  return {
    search,
    found,
    searchAgain: () => {
      if (search.step === 'searching') return;
      setSearch({ step: 'searching' });
      seek();
    },
  };
}
