/** Templates of cards: put together from their parts and compiled once, then filled with checked data. */
import type { z } from 'zod';
import { prepared } from './expand.ts';
import { seal } from './seal.ts';
import parts from './templates/parts.json' with { type: 'json' };

/** Fills the card's template; data that its schema does not take throws, for a gap would show as `${…}`. */
export type Fill<Data> = (data: Data) => object;

/** A card from its template and the schema of its data. Compiling is dear, so it waits for the first use. */
export function cardOf<Schema extends z.ZodType>(template: object, schema: Schema): Fill<z.input<Schema>> {
  let kept: ReturnType<typeof prepared> | undefined;
  return (data) => {
    kept ??= prepared(withParts(template));
    return seal(Object(kept(schema.parse(data))));
  };
}

type Node = Readonly<Record<string, unknown>>;
const library: Readonly<Record<string, Node>> = parts;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The template with each `$part` replaced by the part of that name, recursively. */
function withParts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withParts);
  if (!isNode(value)) return value;
  const { $part, ...own } = value;
  const node = typeof $part === 'string' ? { ...partNamed($part), ...own } : own;
  return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, withParts(inner)]));
}

function partNamed(name: string): Node {
  const part = library[name];
  if (part === undefined) throw new Error(`no part of a card is called ${name}`);
  return part;
}
