import { assertAgreement } from './agree.ts';
import { keyboardDay } from './keyboard-day.ts';

// `npm run test:day`: a day at the counter, told step by step, and what it came to as one line of JSON, last.

const summary = await keyboardDay((step) => console.log(`day: ${step}`));
// The figures are told also where they do not agree.
console.log(JSON.stringify(summary));
assertAgreement(summary);
