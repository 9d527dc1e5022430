import { afterAll, vi } from 'vitest';

// Starting a process for each of these files would take longer than most of them do. They share one per worker, and each
// loads the modules anew: what one has left in a module's memory, no other meets. A module that a file has put in
// another's place (`vi.mock`) it puts back itself.
vi.resetModules();
afterAll(() => void vi.useRealTimers());
