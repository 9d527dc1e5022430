import type { BillerForm, BillerProfile } from '../../../shared/biller-profile.ts';
import type { RequestInput } from '../../../shared/contract/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { addFinalAnswer, type FinalAnswerProblem } from './final-answers-form.ts';
import { readRouteDraft, routeDraftOf, type RouteDraft, type RouteField } from './route-form.ts';
import {
  mostServices,
  readServiceDraft,
  serviceDraftsOf,
  serviceFaults,
  type ServiceDraft,
  type ServiceFault,
} from './services-form.ts';

/** A biller as main tells of it. */
export type StoredBiller = SettingsView['billers'][number];

/** A biller's settings as they are typed. The secrets begin empty: nothing reads them back. */
export interface BillerDraft {
  readonly baseUrl: string;
  readonly options: BillerProfile['options'];
  readonly secrets: Readonly<Record<string, string>>;
  readonly services: readonly ServiceDraft[];
  readonly finalAnswers: readonly string[];
  /** A final answer that is typed and not yet in the list: saving takes it along. */
  readonly nextAnswer: string;
  readonly route: RouteDraft;
}

/** The parts of a biller's page. */
const billerSections = ['account', 'services', 'final-answers', 'route'] as const;
export type BillerSection = (typeof billerSections)[number];

/** What cannot be saved as it is, and where it stands. */
export type BillerFault =
  | { readonly section: 'account'; readonly field: 'baseUrl'; readonly code: 'required' | 'no-address' }
  | { readonly section: 'account'; readonly field: 'secrets'; readonly code: 'incomplete' | 'moved' }
  | ({ readonly section: 'services' } & (ServiceFault | { readonly field: 'table'; readonly code: 'full' }))
  | { readonly section: 'final-answers'; readonly code: FinalAnswerProblem }
  | { readonly section: 'route'; readonly field: RouteField };

const noSecrets = ({ secrets }: BillerForm): BillerDraft['secrets'] =>
  Object.fromEntries(secrets.map(({ key }) => [key, '']));

/** The choice that stands, or the biller's own where it was never made. */
const chosen = (form: BillerForm, profile: BillerProfile, key: string): string =>
  profile.options[key] ?? form.defaults.options[key] ?? '';

export const billerDraftOf = ({ form, profile }: StoredBiller): BillerDraft => ({
  baseUrl: profile.baseUrl,
  options: {
    ...profile.options,
    ...Object.fromEntries(form.options.map(({ key }) => [key, chosen(form, profile, key)])),
  },
  secrets: noSecrets(form),
  services: serviceDraftsOf(profile.services),
  finalAnswers: profile.finalAnswers,
  nextAnswer: '',
  route: routeDraftOf(profile.route),
});

/** The faults that lines of the product codes have. */
export const lineFaults = (faults: readonly BillerFault[]): readonly ServiceFault[] =>
  faults.flatMap((fault) => (fault.section === 'services' && fault.field !== 'table' ? [fault] : []));

/** The draft after its secrets were sent: they are kept nowhere here. */
export const withoutSecrets = (form: BillerForm, draft: BillerDraft): BillerDraft => ({
  ...draft,
  secrets: noSecrets(form),
});

/** The sections that this biller has anything for. */
export const sectionsOf = (form: BillerForm): readonly BillerSection[] =>
  billerSections.filter((section) => section !== 'final-answers' || form.finalAnswers.editable);

/** Whether anything was typed that is not stored. */
export function isChanged(draft: BillerDraft, stored: BillerDraft): boolean {
  const said = (of: BillerDraft): string =>
    JSON.stringify({
      ...of,
      baseUrl: of.baseUrl.trim(),
      nextAnswer: of.nextAnswer.trim(),
      services: of.services.map(readServiceDraft),
    });
  return said(draft) !== said(stored);
}

const originOf = (address: string): string | undefined =>
  URL.canParse(address) ? new URL(address).origin : undefined;

function accountFaults(
  { profile, hasCredentials }: StoredBiller,
  baseUrl: string,
  given: number,
  asked: number,
): readonly BillerFault[] {
  const faults: BillerFault[] = [];
  if (baseUrl === '') {
    // Without an address a biller is out of use, which may be meant; secrets for nowhere are not.
    if (given > 0) faults.push({ section: 'account', field: 'baseUrl', code: 'required' });
  } else if (!/^https?:\/\//i.test(baseUrl) || !URL.canParse(baseUrl)) {
    faults.push({ section: 'account', field: 'baseUrl', code: 'no-address' });
  }
  if (given > 0 && given < asked) faults.push({ section: 'account', field: 'secrets', code: 'incomplete' });
  // Stored secrets belong to the host they were given for; main sends them to no other.
  const isMoving = baseUrl !== '' && originOf(baseUrl) !== originOf(profile.baseUrl);
  if (given === 0 && hasCredentials && isMoving && faults.length === 0) {
    faults.push({ section: 'account', field: 'secrets', code: 'moved' });
  }
  return faults;
}

/** What is sent to main, or what keeps it from being sent: all the secrets go, or none. */
export function readBillerDraft(
  stored: StoredBiller,
  draft: BillerDraft,
): Result<RequestInput<'saveBiller'>, readonly BillerFault[]> {
  const { form } = stored;
  const baseUrl = draft.baseUrl.trim();
  const keys = form.secrets.map(({ key }) => key);
  const given = keys.filter((key) => (draft.secrets[key] ?? '') !== '').length;
  const route = readRouteDraft(draft.route);
  const answers = addFinalAnswer(draft.finalAnswers, draft.nextAnswer, form.finalAnswers);
  const faults: readonly BillerFault[] = [
    ...accountFaults(stored, baseUrl, given, keys.length),
    ...serviceFaults(draft.services).map((fault) => ({ section: 'services', ...fault }) as const),
    ...(draft.services.length > mostServices
      ? [{ section: 'services', field: 'table', code: 'full' } as const]
      : []),
    ...(answers.ok ? [] : [{ section: 'final-answers', code: answers.error } as const]),
    ...(route.ok ? [] : route.error.map((field) => ({ section: 'route', field }) as const)),
  ];
  if (faults.length > 0 || !route.ok || !answers.ok) return err(faults);
  return ok({
    biller: form.id,
    profile: {
      baseUrl,
      options: draft.options,
      services: draft.services.map(readServiceDraft),
      finalAnswers: answers.value,
      route: route.value,
    },
    secrets: given === 0 ? null : Object.fromEntries(keys.map((key) => [key, draft.secrets[key] ?? ''])),
  });
}
