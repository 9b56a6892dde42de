/**
 * Templates filled as `adaptivecards-templating` fills them, with its parser and its evaluator for whatever is more than
 * the path of a field. Nearly every place of a card is no more than that, and for each the library makes a memory, options
 * and a copy of the path: most of the time and of the garbage of a card.
 */
import { Template } from 'adaptivecards-templating';

/** What a part of a template becomes with data: a value, several for an array to take up, or null for none. */
type Part = (data: unknown) => unknown;
type Expression = Exclude<ReturnType<typeof Template.parseInterpolatedString>, string>;

const PATH = /^\$\{(\$data|[a-z]\w*(?:\.[a-z]\w*)*)\}$/i;
/** Read by the library from its own walk through the template, so that they would mean nothing here. */
const FROM_THE_WALK = /\$(?:root|index|host|_acTemplateVersion)\b/;
const RESERVED: ReadonlySet<string> = new Set(['$data', '$when', '$root', '$index', '$host', '$_acTemplateVersion']);

/**
 * The template ready to be filled, again and again; each time everything in the card is new.
 * @throws for an expression that asks for the root or the index, which no template here does, or that cannot be read.
 */
export function prepared(node: unknown): Part {
  if (typeof node === 'string') return textPart(node);
  if (Array.isArray(node)) return rowOf(node.map(prepared));
  if (typeof node === 'object' && node !== null) return objectPart(node);
  return () => node;
}

/** What was repeated joins the row, what is not there leaves it. */
const rowOf =
  (parts: readonly Part[]): Part =>
  (data) => {
    const row: unknown[] = [];
    for (const part of parts) {
      const item = part(data);
      if (Array.isArray(item)) row.push(...item);
      else if (item !== null) row.push(item);
    }
    return row;
  };

function objectPart(node: object): Part {
  const { $data, $when } = node as { $data?: unknown; $when?: unknown };
  const fields = Object.entries(node).filter(([key]) => !RESERVED.has(key));
  const parts = fields.map(([key, value]) => [key, prepared(value)] as const);
  const one: Part = (data) => {
    const filled: Record<string, unknown> = {};
    for (const [key, part] of parts) {
      const value = part(data);
      if (value !== undefined) filled[key] = value;
    }
    return filled;
  };
  const holds = conditionOf($when);
  const maybeOne: Part = holds === undefined ? one : (data) => (holds(data) ? one(data) : null);
  return $data === undefined ? maybeOne : repeated(prepared($data), maybeOne);
}

/** One for each item of an array, or the one for anything else. */
const repeated =
  (source: Part, one: Part): Part =>
  (data) => {
    const items = source(data);
    if (!Array.isArray(items)) return one(items === undefined ? data : items);
    const made = items.map(one).filter((item) => item !== null);
    return made.length > 1 ? made : (made[0] ?? null);
  };

/** Only what is true holds; what cannot be evaluated does not. */
function conditionOf(when: unknown): Part | undefined {
  if (when === undefined) return undefined;
  const expression = typeof when === 'string' ? read(when) : undefined;
  if (expression === undefined) throw new Error(`the condition ${String(when)} of a card is no expression`);
  return (data) => evaluated(expression, data, false).value === true;
}

function textPart(text: string): Part {
  const expression = read(text);
  if (expression === undefined) return () => text;
  const path = PATH.exec(text)?.[1];
  const names = path === undefined || path === '$data' ? [] : path.split('.');
  const slow: Part = (data) => toldBy(expression, data);
  if (path === undefined) return slow;
  return (data) => fieldOf(data, names) ?? slow(data);
}

/** The field at the end of the path, or undefined for the library to say what stands in its place. */
function fieldOf(data: unknown, names: readonly string[]): unknown {
  let value = data;
  for (const name of names) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}

function read(text: string): Expression | undefined {
  if (FROM_THE_WALK.test(text)) throw new Error(`the expression ${text} of a card asks for what is not given`);
  const expression = Template.parseInterpolatedString(text);
  return typeof expression === 'string' ? undefined : expression;
}

function toldBy(expression: Expression, data: unknown): unknown {
  const { value, error } = evaluated(expression, data, true);
  if (error) throw new Error(error);
  return value;
}

const evaluated = (expression: Expression, data: unknown, substitutes: boolean) =>
  Template.tryEvaluateExpression(expression, { $root: data }, substitutes);
