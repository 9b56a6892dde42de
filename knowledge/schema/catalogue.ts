/** What is the same in every edition: the names of services and products, and the words of clauses. */
import { z } from 'zod';
import { Id, ProductFamily } from '../vocabulary.ts';
import { Phrases, Text } from './text.ts';

/** `services.json`: every service id, how people call it, and what it is in a sentence. */
export const ServiceNames = z.record(Id, z.strictObject({ names: Text, aliases: Phrases.optional(), summary: Text }));
export type ServiceNames = z.infer<typeof ServiceNames>;

/** `products.json`: every product id, its family, how people call it. `online` products have a portal of their own. */
export const Products = z.record(
  Id,
  z.strictObject({ family: ProductFamily, names: Text, aliases: Phrases.optional(), online: z.boolean() }),
);
export type Products = z.infer<typeof Products>;

/** `topics/*.json`, merged: the words of each clause topic; figures stand as ICU arguments that the edition fills in. */
export const ClauseTopics = z.record(Id, z.strictObject({ title: Text, summary: Text, keywords: Phrases.optional() }));
export type ClauseTopics = z.infer<typeof ClauseTopics>;
