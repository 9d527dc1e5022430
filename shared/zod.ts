import { z } from 'zod';

// Zod compiles parsers with `new Function`, which the window's content security policy forbids.
// Every schema of ours is made after this line, because every file takes `z` from here.
z.config({ jitless: true });

export { z };
