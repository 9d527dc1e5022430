import { serviceCodeSchema } from '../biller-profile.ts';
import { extrasSchema } from '../payment/quote.ts';
import { rupiahSchema, textSchema } from '../primitives.ts';
import { productIds } from '../products.ts';
import { z } from '../zod.ts';

/** As many as a village's collector brings, and as many as one screen and one table can be read through. */
export const mostInGroup = 500;
export const mostGroups = 200;

export const groupNumberSchema = z.int().min(1);

/** One customer of a group, and what is paid for them every month. */
export const memberSchema = z
  .strictObject({
    product: z.enum(productIds),
    /** The company or city; `null` where the product has only one. */
    service: serviceCodeSchema.nullable(),
    number: textSchema(40).min(1),
    extras: extrasSchema,
    /** For a product sold in denominations: the one that is bought. */
    denomination: rupiahSchema.nullable(),
    /** The collector's own words: a name, a house number. */
    note: textSchema(60),
  })
  .readonly();
export type Member = z.infer<typeof memberSchema>;

/** Customers whose bills are brought together, by one who collects for them. */
export const groupSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40),
    /** Who collects; empty where nobody does. */
    collector: z.string().trim().max(40),
    /** In the order in which they are asked for and paid. */
    members: z.array(memberSchema).max(mostInGroup).readonly(),
  })
  .readonly();
export type Group = z.infer<typeof groupSchema>;

export const storedGroupSchema = groupSchema.unwrap().extend({ number: groupNumberSchema }).readonly();
export type StoredGroup = z.infer<typeof storedGroupSchema>;

export const groupInBriefSchema = groupSchema
  .unwrap()
  .omit({ members: true })
  .extend({ number: groupNumberSchema, count: z.int().min(0) })
  .readonly();
export type GroupInBrief = z.infer<typeof groupInBriefSchema>;
