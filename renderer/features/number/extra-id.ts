import type { ExtraField } from '../../../shared/biller-profile.ts';

/** The element of an extra's field. */
export const extraId = (field: ExtraField): string => `extra-${field}`;
