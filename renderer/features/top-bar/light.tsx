import type { LightState } from './lights.ts';
import './light.css';

/** One machine's dot and words. */
export function Light({ tone, words, testId }: LightState & { readonly testId: string }) {
  return (
    <output className={`light light-${tone}`} data-testid={testId} data-tone={tone}>
      {words}
    </output>
  );
}
