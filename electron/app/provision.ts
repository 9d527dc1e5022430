import type { FaultInFile, ProvisionFault } from '../../shared/provision-fault.ts';
import type { Provision } from '../../shared/provision.ts';
import { ok } from '../../shared/result.ts';
import type { ProvisionFile, ProvisionFound } from '../settings/settings.ts';
import type { Clock } from './clock.ts';
import { fault, judgeProvision, type Judged, type JudgeParts } from './judge-provision.ts';
import { mergedSettings } from './merge-provision.ts';
import type { OwnerPin } from './owner-pin.ts';
import { hashedStaff, judgeStaff } from './provision-staff.ts';
import { sealSecrets, storeBiller } from './store-biller.ts';

/** What became of the provisioning file at this start. */
export type Provisioned =
  | { readonly kind: 'none' }
  | { readonly kind: 'applied' }
  /** `isByChance`: on a stick that happened to be there; nobody may have meant it for this counter. */
  | ({ readonly kind: 'refused'; readonly isByChance: boolean } & FaultInFile);

export interface ProvisionParts extends JudgeParts {
  /** Where a file may lie, in this order. The first place that has one counts, also where it has been applied. */
  readonly places: readonly ProvisionFile[];
  /** Those on sticks; looked for only where this counter is nobody's yet. */
  readonly onSticks: () => Promise<readonly ProvisionFile[]>;
  readonly isUntouched: () => boolean;
  readonly ownerPin: OwnerPin;
  readonly clock: Clock;
}

/**
 * Applies the provisioning file, once: before a ledger is chosen. All of it is judged before any of it is applied.
 * The file is rewritten last, so that one that was cut off is applied again, whole, with the same result. Never
 * throws for anything that stands in the file.
 */
export async function provision(parts: ProvisionParts): Promise<Provisioned> {
  const placed = firstOf(parts.places);
  if (placed !== undefined) return take(placed, false, parts);
  const seen = parts.isUntouched() ? firstOf(await parts.onSticks()) : undefined;
  return seen === undefined ? { kind: 'none' } : take(seen, true, parts);
}

interface Placed {
  readonly file: ProvisionFile;
  readonly found: ProvisionFound;
}

function firstOf(files: readonly ProvisionFile[]): Placed | undefined {
  for (const file of files) {
    const found = file.read();
    if (found.kind !== 'none') return { file, found };
  }
  return undefined;
}

async function take(
  { file, found }: Placed,
  isByChance: boolean,
  parts: ProvisionParts,
): Promise<Provisioned> {
  const refused = ({ code, where }: ProvisionFault): Provisioned => {
    parts.log.note(`the provisioning file was refused: ${code}${where === '' ? '' : ` at ${where}`}`);
    return { kind: 'refused', code, where, file: file.path, isByChance };
  };
  switch (found.kind) {
    case 'none':
    case 'applied':
      return { kind: 'none' };
    case 'refused':
      return refused(found.fault);
    case 'pending': {
      const applied = await apply(found.provision, file, parts);
      if (!applied.ok) return refused(applied.error);
      parts.log.note('the provisioning file was applied');
      return { kind: 'applied' };
    }
  }
}

async function apply(provided: Provision, file: ProvisionFile, parts: ProvisionParts): Promise<Judged<void>> {
  const { store, vault, ownerPin, clock, log } = parts;
  const judged = judgeProvision(provided, parts);
  if (!judged.ok) return judged;
  const hasPin = provided.pin !== undefined || ownerPin.hasPin();
  // Nobody could ever leave it.
  if (provided.kiosk === true && !hasPin) return fault('invalid', 'kiosk');
  const people = judgeStaff(provided.staff ?? [], store.get().staff, hasPin);
  if (!people.ok) return people;

  const rewritten = file.prepare(provided, clock.now());
  if (!rewritten.ok) return fault(rewritten.error);
  const failed = (where: string): Judged<void> => {
    rewritten.value.abandon();
    return fault('file-not-written', where);
  };
  const onFault = (error: unknown): void => log.fault('the settings could not be written', error);

  // What the counter opens comes first: one whose settings were lost must not train after a start that was cut off.
  try {
    store.save(mergedSettings(store.get(), provided));
  } catch (error) {
    onFault(error);
    return failed('');
  }
  for (const { id, profile, secrets } of judged.value) {
    const sealed = await sealSecrets(vault, id, secrets);
    if (!sealed.ok) return failed(`billers.${id}`);
    const stored = storeBiller({ store, vault, onFault }, id, profile, sealed.value);
    if (!stored.ok) return failed(`billers.${id}`);
  }
  if (provided.pin !== undefined && !ownerPin.hasPin()) {
    const set = await ownerPin.set(null, provided.pin);
    if (!set.ok) return failed('pin');
  }
  if (people.value.length > 0) {
    const newcomers = await hashedStaff(people.value);
    try {
      store.save({ ...store.get(), staff: [...store.get().staff, ...newcomers] });
    } catch (error) {
      onFault(error);
      return failed('staff');
    }
  }
  const committed = rewritten.value.commit();
  return committed.ok ? ok(undefined) : fault(committed.error);
}
