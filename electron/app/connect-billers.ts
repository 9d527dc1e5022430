import type { BillerId, BillerProfile, BillerSecrets } from '../../shared/biller-profile.ts';
import type { LedgerKind } from '../../shared/ledger-kind.ts';
import type { Biller, BillerDefinition } from '../billers/biller.ts';
import type { Settings } from '../settings/settings.ts';
import { profileOf as profileFor } from './profile-of.ts';

export interface ConnectBillersParts {
  readonly definitions: readonly BillerDefinition[];
  readonly settings: () => Settings;
  /** Whether credentials are stored, and what they are at the moment of a call. */
  readonly hasCredentials: (biller: BillerId) => boolean;
  readonly credentials: (biller: BillerId) => BillerSecrets | undefined;
  /** The PEM in a profile's CA file; what cannot be read must not end in the system's own authorities. */
  readonly readCa: (file: string) => string;
  /** Starts the practice server of a biller, where it has one. */
  readonly train: (biller: BillerId) => Promise<TrainingPlace | undefined>;
}

/** Where a biller is practised with. */
export interface TrainingPlace {
  readonly baseUrl: string;
  readonly options: Readonly<Record<string, string>>;
  readonly secrets: BillerSecrets;
}

/** Makes billers out of their definitions and what is stored about them. */
export interface ConnectBillers {
  /** A biller as it is stored; `undefined` where there is none of that name. */
  stored(biller: BillerId): Biller | undefined;
  /** Reads replies as the biller would with another profile; it is never called. */
  reader(biller: BillerId, profile: BillerProfile): Pick<Biller, 'readPaymentReply'> | undefined;
  /** The billers that payments of a ledger of `kind` may go to, so that no ledger holds two kinds. */
  forLedger(kind: LedgerKind): Promise<readonly Biller[]>;
}

export function createConnectBillers(parts: ConnectBillersParts): ConnectBillers {
  const { definitions, settings, hasCredentials, credentials, readCa, train } = parts;
  const definitionOf = (id: BillerId): BillerDefinition | undefined =>
    definitions.find(({ form }) => form.id === id);
  const profileOf = ({ form }: BillerDefinition): BillerProfile => profileFor(form, settings());

  const connect = (definition: BillerDefinition): Biller => {
    const profile = profileOf(definition);
    const { caFile } = profile.route;
    return definition.connect({
      profile,
      credentials: () => credentials(definition.form.id),
      ...(caFile === '' ? {} : { ca: readCa(caFile) }),
    });
  };

  const practise = async (definition: BillerDefinition): Promise<readonly Biller[]> => {
    const { form } = definition;
    const place = await train(form.id);
    if (place === undefined) return [];
    const options = { ...profileOf(definition).options, ...place.options };
    // What the shop set for the real one (codes, certificates, proxy) does not hold for the practice server.
    const profile = { ...form.defaults, baseUrl: place.baseUrl, options };
    return [definition.connect({ profile, credentials: () => place.secrets })];
  };

  return {
    stored(id) {
      const definition = definitionOf(id);
      return definition === undefined ? undefined : connect(definition);
    },
    reader(id, profile) {
      // Without authorities of its own: nothing is connected, so that no file has to be read.
      return definitionOf(id)?.connect({ profile, credentials: () => credentials(id) });
    },
    async forLedger(kind) {
      if (kind === 'training') return (await Promise.all(definitions.map(practise))).flat();
      const ofKind = definitions.filter((each) => each.ledgerKindOf(profileOf(each).baseUrl) === kind);
      const withAccount = ofKind.filter(({ form }) => hasCredentials(form.id));
      // Without any account the counter opens all the same, and says at the first sale what is missing.
      return (withAccount.length > 0 ? withAccount : ofKind).map(connect);
    },
  };
}
