import type { RequestResult } from '../../shared/contract/contract.ts';
import { err, ok } from '../../shared/result.ts';
import type { ShopSettings } from '../../shared/settings.ts';
import type { Lots } from './lots.ts';
import type { SaveDocument } from './save-document.ts';

export interface SaveLotRecapParts {
  readonly lots: Pick<Lots, 'recap'>;
  readonly save: SaveDocument;
  readonly shop: () => ShopSettings;
}

/** Saves the recap of a lot as pages of A4, where somebody says. */
export type SaveLotRecap = (lot: number) => Promise<RequestResult<'exportLot'>>;

export const createSaveLotRecap =
  ({ lots, save, shop }: SaveLotRecapParts): SaveLotRecap =>
  async (lot) => {
    const recap = lots.recap(lot);
    if (!recap.ok) return err({ code: 'no-such-lot' });
    // All texts of the window come with it.
    const { lotRecapA4 } = await import('../../shared/lot/lot-recap-a4.ts');
    const saved = await save(`kolektif-${lot}`, lotRecapA4(recap.value, shop()), 'pdf');
    if (!saved.ok) return saved;
    return saved.value === null ? err({ code: 'cancelled' }) : ok(saved.value);
  };
