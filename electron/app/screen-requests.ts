import type { RequestHandlers } from '../../shared/contract/contract.ts';
import { ok } from '../../shared/result.ts';
import type { ChangeSettings } from './change-settings.ts';
import type { PaymentViews } from './payment-views.ts';
import type { SaleInHand } from './sale-in-hand.ts';
import type { Screens } from './screens.ts';

/** The requests about the screens, and about the sale that stands on them. */
export function createScreenRequests(
  screens: Pick<Screens, 'save' | 'leaveKiosk'>,
  inHand: Pick<SaleInHand, 'leave' | 'view'>,
  views: Pick<PaymentViews, 'byId'>,
  settings: Pick<ChangeSettings, 'view'>,
): Pick<RequestHandlers, 'leaveSale' | 'whereWasI' | 'saveScreens' | 'leaveKiosk'> {
  return {
    leaveSale({ to }) {
      inHand.leave(to);
      return ok(undefined);
    },
    whereWasI: () =>
      ok(
        inHand.view((id) => {
          const found = views.byId(id);
          return found.ok ? found.value : undefined;
        }),
      ),
    async saveScreens({ screens: wanted, pin }) {
      const saved = await screens.save(wanted, pin);
      return saved.ok ? ok(settings.view()) : saved;
    },
    leaveKiosk: ({ pin, to }) => screens.leaveKiosk(pin, to),
  };
}
