import { instantSchema, printJobIdSchema, quoteIdSchema, rupiahSchema } from '../primitives.ts';
import { printJobKinds, printProblems } from '../payment/print-job.ts';
import { printerIdSchema, printerMemorySchema, printerSetupSchema } from '../printing/printing-settings.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** What a paper that waits may be: not printed, or nobody knows. */
const waitingStates = ['failed', 'uncertain'] as const;

/** A paper that a person must see to: it was not printed, or nobody knows whether it was. */
export const waitingPaperSchema = z
  .strictObject({
    job: printJobIdSchema,
    kind: z.enum(printJobKinds),
    copy: z.int().min(0),
    state: z.enum(waitingStates),
    problem: z.enum(printProblems),
    /** Its printer's name; empty where that is not set up any more. */
    printer: z.string(),
    /** When it was asked for. */
    at: instantSchema,
    /** Whose it is; `null` for a list of the counter's own. */
    payment: z
      .strictObject({
        id: quoteIdSchema,
        product: z.enum(productIds),
        customerName: z.string(),
        customerNumber: z.string(),
        /** What the customer paid, or was to pay. */
        total: rupiahSchema,
      })
      .nullable(),
  })
  .readonly();
export type WaitingPaper = z.infer<typeof waitingPaperSchema>;

/** What a person says about a paper that waits. */
export const paperAnswers = [
  /** Print it now. Only where nothing of it has left. */
  'print',
  /** It lies there, whole. */
  'came-out',
  /** It does not, or only in part: print a copy, marked as one. */
  'did-not-come-out',
  /** Nobody needs it any more. */
  'leave',
] as const;
export type PaperAnswer = (typeof paperAnswers)[number];

/** What may be said of a paper: one of which nothing has left cannot have come out. */
export const answersTo: Readonly<Record<WaitingPaper['state'], readonly PaperAnswer[]>> = {
  failed: ['print', 'leave'],
  uncertain: ['came-out', 'did-not-come-out', 'leave'],
};

/** What a test prints or moves. */
const testParts = ['page', 'cut', 'drawer'] as const;
export type TestPart = (typeof testParts)[number];

export const printerTestSchema = z.strictObject({ setup: printerSetupSchema, part: z.enum(testParts) });
export type PrinterTest = z.infer<typeof printerTestSchema>;

/** How a test went, and what the printer showed of itself meanwhile. */
export const printerTestResultSchema = z.strictObject({
  state: z.enum(['printed', 'sent', 'failed', 'uncertain']),
  problem: z.enum(printProblems).nullable(),
  memory: printerMemorySchema,
});
export type PrinterTestResult = z.infer<typeof printerTestResultSchema>;

/** What a technician asks for: how the printers are, and what of the billers' receipts was left out. */
export const diagnosticsSchema = z.strictObject({
  version: z.string(),
  printers: z.array(
    z.strictObject({
      id: printerIdSchema,
      name: z.string(),
      kind: z.string(),
      status: z.enum(['ok', 'attention', 'unknown']),
      problem: z.enum(printProblems).nullable(),
      memory: printerMemorySchema,
    }),
  ),
  /** Control sequences in receipts that were dropped, since the program was started. */
  dropped: z.array(
    z.strictObject({
      biller: z.string(),
      /** `ESC p`, `GS V`, `NUL`. */
      name: z.string().max(40),
      count: z.int().min(1),
      receipts: z.int().min(1),
    }),
  ),
});
export type Diagnostics = z.infer<typeof diagnosticsSchema>;
