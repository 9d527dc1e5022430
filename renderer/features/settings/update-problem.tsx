import { updateProblemCodes, type UpdateProblemCode } from '../../../shared/contract/updates.ts';
import { useMessages } from '../../store/use-counter.ts';

/** A problem of the update itself, and not of the PIN that was asked for it. */
export const isUpdateProblem = (code: string): code is UpdateProblemCode =>
  updateProblemCodes.some((each) => each === code);

/** What happened, what of the money, and what now. */
export function UpdateProblem({ code }: { readonly code: UpdateProblemCode }) {
  const { what, money, next } = useMessages().updates.problems[code];
  return (
    <p role="alert" className="form-fault" data-testid="update-problem" data-code={code}>
      {what} {money} <strong>{next}</strong>
    </p>
  );
}
