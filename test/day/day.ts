import { assertAgreement } from './agree.ts';
import { keyboardDay } from './keyboard-day.ts';
import { touchDay } from './touch-day.ts';

// `npm run test:day`: two days at the counter, told step by step; the last line is what they came to, as JSON.

const touch = await touchDay((step) => console.log(`by touch: ${step}`));
const keyboard = await keyboardDay((step) => console.log(`by keyboard: ${step}`));
// The figures are told also where they do not agree.
console.log(JSON.stringify({ touch, keyboard }));
assertAgreement(touch);
assertAgreement(keyboard);
