import { form } from '../../electron/billers/iak/form.ts';
import type { Format } from '../../electron/billers/iak/request.ts';
import type { Settings } from '../../electron/settings/settings.ts';

/** What a shop has set that asks IAK first, in one of its two formats. */
export const iakFirst = (format: Format = 'json'): Partial<Settings> => ({
  preferredBiller: form.id,
  billers: { [form.id]: { ...form.defaults, options: { ...form.defaults.options, format } } },
});
