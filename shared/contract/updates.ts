import { instantSchema, textSchema } from '../primitives.ts';
import { updatePackages } from '../update/manifest.ts';
import { updateSourceSchema } from '../update/source.ts';
import { versionSchema } from '../update/version.ts';
import { z } from '../zod.ts';

/** Why there is no update, or why it was not installed. The program goes on as it is. */
export const updateProblemCodes = [
  /** This build knows no key, so that nothing could be proven to come from where it should. */
  'no-release-key',
  'address-not-allowed',
  /** The folder, the stick or the address is not there. */
  'source-gone',
  /** The address answers with something else than a file: a redirect, a fault of its own. */
  'source-refused',
  /** There is no manifest, or no signature beside it. */
  'no-manifest',
  /** The manifest was not signed by us, or is not as it was signed. */
  'bad-signature',
  /** It is signed, and this program cannot read it: a newer one wrote it. */
  'manifest-unreadable',
  'schema-downgrade',
  'needs-step',
  'not-for-this-machine',
  /** The file is not of the size or the hash that the manifest says, and was thrown away. */
  'file-altered',
  'no-room-here',
  'file-not-written',
  /** It is offered no longer, or was not fetched yet. */
  'not-offered',
  /** A payment is not certain yet, or under way. */
  'payment-open',
  /** A basket or a lot is being asked for or paid. */
  'sale-running',
  'printing',
  /** Selling has stopped for a fault: that is seen to first. */
  'selling-stopped',
  'backup-failed',
  'nothing-kept',
  'ledger-moved-on',
  'settings-moved-on',
  /** The system did not let it be installed: nobody confirmed, or the place takes no writing. */
  'not-permitted',
  'install-failed',
  /** This program was not installed by an installer that it could run: a person does it. */
  'by-hand',
  'update-busy',
  /** Only a supervisor may do this, and none is signed in. */
  'needs-supervisor',
] as const;
export type UpdateProblemCode = (typeof updateProblemCodes)[number];

/** A version whose file lies in our own folder, or would. */
const offeredSchema = z
  .strictObject({
    version: versionSchema,
    released: textSchema(40),
    bytes: z.int().min(0),
    /** Whether its file is here, whole. */
    isFetched: z.boolean(),
    /** Where a person installs it: the file, and the command where there is one. */
    byHand: z.strictObject({ file: textSchema(2000), command: textSchema(2200).nullable() }).nullable(),
  })
  .readonly();

export const updatesViewSchema = z
  .strictObject({
    /** Whether this build takes updates at all. */
    takesUpdates: z.boolean(),
    version: textSchema(40),
    package: z.enum(updatePackages),
    source: updateSourceSchema,
    work: z.enum(['none', 'checking', 'fetching', 'installing']),
    /** The last look at the source in this run. */
    checked: z
      .strictObject({ at: instantSchema, problem: z.enum(updateProblemCodes).nullable() })
      .readonly()
      .nullable(),
    offered: offeredSchema.nullable(),
    /** The version before this one, and why it cannot be put back. */
    previous: z
      .strictObject({ version: versionSchema.nullable(), problem: z.enum(updateProblemCodes).nullable() })
      .readonly(),
  })
  .readonly();
export type UpdatesView = z.infer<typeof updatesViewSchema>;
