import type { UpdateFile, UpdateManifest, UpdatePackage } from '../../shared/update/manifest.ts';
import type { UpdateSource } from '../../shared/update/source.ts';
import type { Result } from '../../shared/result.ts';

/** Why nothing is known of what a source offers. */
export type LookFault =
  | 'no-release-key'
  | 'address-not-allowed'
  | 'source-gone'
  | 'source-refused'
  | 'no-manifest'
  | 'bad-signature'
  | 'manifest-unreadable';

/** Why a file was not fetched. Nothing of it is kept. */
export type FetchFault =
  | 'address-not-allowed'
  | 'source-gone'
  | 'source-refused'
  | 'file-altered'
  | 'no-room-here'
  | 'file-not-written';

/** A manifest whose signature is good, with what proves it. */
export interface Release {
  readonly manifest: UpdateManifest;
  /** As they were signed, and as they are kept. */
  readonly bytes: Uint8Array;
  readonly signature: Uint8Array;
}

/** The versions that are offered somewhere or kept here. Nothing is believed of a manifest but by its signature. */
export interface Releases {
  /** Whether this build knows any key. Without one it takes nothing. */
  readonly hasKey: boolean;
  /** Whether there may be such a source: not every address may be called. */
  accepts(source: UpdateSource): boolean;
  /** Reads and verifies the manifest of a source. Never rejects. */
  look(source: UpdateSource): Promise<Result<Release, LookFault>>;
  /** Copies a file into our own folder, beside its manifest, and verifies the copy. Never rejects. */
  fetch(source: UpdateSource, release: Release, file: UpdateFile): Promise<Result<undefined, FetchFault>>;
  /** The manifests that are kept here, verified anew. Never throws. */
  kept(): readonly UpdateManifest[];
  /** Where the file of a kept version lies; `undefined` where it does not, or is of another size. */
  fileOf(version: string, file: UpdateFile): string | undefined;
  /** Whether what lies there is, byte for byte, what the manifest says. Never rejects. */
  isWhole(path: string, file: UpdateFile): Promise<boolean>;
  /**
   * Removes every kept version but those that are worth it, and what a fetch that was cut off left; none where one of them
   * cannot be read. Never throws.
   */
  keepOnly(worth: (kept: readonly string[]) => readonly string[]): void;
}

export type InstallFault = 'not-permitted' | 'install-failed' | 'file-altered' | 'by-hand';

/** What came of an installer. */
export type Installed =
  /** The new program is in place: it runs from the next start on. */
  | { readonly kind: 'installed' }
  /** It replaces a program that has ended: `start` is called when everything is closed, and starts the new one itself. */
  | { readonly kind: 'when-closed'; readonly start: () => void };

export interface ByHand {
  readonly file: string;
  /** What a technician types; `null` where there is nothing but to unpack it. */
  readonly command: string | null;
}

/** Puts another program in this one's place, in the way this one was installed. */
export interface Installer {
  readonly package: UpdatePackage;
  /** How a person does it; `null` where the installer does. */
  byHand(file: string): ByHand | null;
  /** Verifies the file once more as late as it can. Never rejects. */
  install(path: string, file: UpdateFile): Promise<Result<Installed, InstallFault>>;
}
