import { archiveProblemCodes, type ArchiveProblemCode } from '../../../shared/contract/archives.ts';
import { useMessages } from '../../store/use-counter.ts';

export type { ArchiveProblemCode };

/** A problem of the archive itself, and not of the PIN that was asked for it. */
export const isArchiveProblem = (code: string): code is ArchiveProblemCode =>
  archiveProblemCodes.some((each) => each === code);

/** What happened, what of the money, and what now. */
export function ArchiveProblem({ code }: { readonly code: ArchiveProblemCode }) {
  const { what, money, next } = useMessages().archiveProblems[code];
  return (
    <p role="alert" className="form-fault">
      {what} {money} <strong>{next}</strong>
    </p>
  );
}
