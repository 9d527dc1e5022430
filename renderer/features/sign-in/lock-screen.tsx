import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { LoketBridge } from '../../../shared/contract/contract.ts';
import { reportBug } from '../../report-bug.ts';
import { createSignIn, type SignIn } from '../../store/sign-in.ts';
import { useCounterState, useMessages, useView } from '../../store/use-counter.ts';
import { Button } from '../../ui/button.tsx';
import { LanguageSwitch } from '../top-bar/language-switch.tsx';
import { LedgerBanner } from '../top-bar/ledger-banner.tsx';
import { ForgottenPin } from './forgotten-pin.tsx';
import { PinEntry } from './pin-entry.tsx';
import { useSignInKeys } from './use-sign-in-keys.ts';
import './lock-screen.css';

/** The whole screen while nobody is signed in: who is there, and their PIN. What was typed before stays behind it. */
export function LockScreen({
  bridge,
  isCovered,
}: {
  readonly bridge: LoketBridge;
  /** Something stands over it, and the keys are that one's. */
  readonly isCovered: boolean;
}) {
  const m = useMessages();
  const { shopName } = useCounterState();
  const known = useView((view) => view.people);
  const isTold = useView((view) => view.isTold);
  const [signIn] = useState(() => createSignIn(bridge, known));
  const { people, chosen } = useStore(signIn.store);
  const [isForgotten, setForgotten] = useState(false);
  const person = people?.find(({ id }) => id === chosen);
  useSignInKeys(signIn, isForgotten || isCovered);
  useEffect(() => {
    if (isTold) signIn.fetch().catch(reportBug);
  }, [signIn, isTold]);

  return (
    <div className="lock-screen" data-testid="lock-screen">
      <header>
        <LedgerBanner isStill />
        <div className="lock-head">
          <h1 className="lock-title">
            {shopName === '' ? m.appName : shopName}: {m.signIn.locked}
          </h1>
          <LanguageSwitch />
        </div>
      </header>
      {person === undefined ? (
        <Names signIn={signIn} />
      ) : isForgotten ? (
        <ForgottenPin name={person.name} renew={signIn.renew} onDone={() => setForgotten(false)} />
      ) : (
        <PinEntry signIn={signIn} person={person} onForgotten={() => setForgotten(true)} />
      )}
    </div>
  );
}

/** Everybody who sells here; the first nine have a key. */
function Names({ signIn }: { readonly signIn: SignIn }) {
  const m = useMessages().signIn;
  const { people, problem } = useStore(signIn.store);
  const names = useRef<HTMLDivElement>(null);
  // Before the next key: what is typed now must not reach the field behind.
  useLayoutEffect(() => {
    if (people !== null) names.current?.querySelector('button')?.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }, [people]);
  return (
    <main className="lock-body">
      <h2 className="lock-ask">{m.who}</h2>
      <div ref={names} className="lock-names" data-testid="sign-in-names">
        {people?.map(({ id, name, role }, index) => (
          <Button
            key={id}
            className="lock-name"
            {...(index < 9 ? { keyCap: String(index + 1) } : {})}
            onPress={() => signIn.choose(id)}
          >
            <span>{name}</span>
            <span className="small">{m.roles[role]}</span>
          </Button>
        ))}
      </div>
      <p className="lock-note" role="alert">
        {problem !== null && m.problems[problem]}
      </p>
    </main>
  );
}
