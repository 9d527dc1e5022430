import { useMessages } from '../../store/use-counter.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { groupToken } from './outcome-shown.ts';
import { useKeyOf } from '../keys/use-key-of.ts';
import './token-digits.css';

interface TokenDigitsProps {
  readonly token: string;
  readonly kwh: string | undefined;
  readonly name: string;
}

/** The 20 digits as one reads them out, with what was bought and for whom. */
export function TokenDigits({ token, kwh, name }: TokenDigitsProps) {
  const m = useMessages();
  const reprint = useKeyOf('reprint');
  const copy = useKeyOf('copy');
  const groups = groupToken(token);
  const places = groups.map((digits, at) => ({ at, digits }));
  return (
    <div className="token">
      <p className="token-head">
        <span>
          {m.token.token} · <strong>{name}</strong>
          {kwh !== undefined && <> · {m.token.kwh(kwh)}</>}
        </span>
        <span className="token-keys">
          <KeyCap>{reprint}</KeyCap> {m.receipt.print} <KeyCap>{copy}</KeyCap> {m.receipt.copy}
        </span>
      </p>
      <p className="token-digits" data-testid="token">
        {places.map(({ at, digits }) => (
          <span key={at}>{at === 0 ? digits : ` ${digits}`}</span>
        ))}
      </p>
    </div>
  );
}
