/** Arguments at the edge: from whatever was understood or sent to what the command's schema takes. */
import type { Knowledge } from '../../knowledge/load.ts';
import { type ArgsOf, type CommandName, contracts } from '../../src/command/contract.ts';

export type ReadArguments<Name extends CommandName> =
  | { readonly kind: 'complete'; readonly args: ArgsOf<Name> }
  | {
      readonly kind: 'incomplete';
      /** Argument names, the one to ask for first. */
      readonly missing: readonly string[];
      /** What was given and could not be taken. */
      readonly because: readonly string[];
      /** What could be taken. */
      readonly args: Readonly<Record<string, unknown>>;
    };

/** Checks arguments: the schema first, then that product and service are known, then that nothing required lacks. */
export function readArguments<Name extends CommandName>(
  command: Name,
  raw: Readonly<Record<string, unknown>>,
  knowledge: Knowledge,
): ReadArguments<Name> {
  const { args: schema, required } = contracts[command];
  const unknown = unknownIn(raw, knowledge);
  const given = withoutBlanks(raw, unknown.names);
  const parsed = schema.safeParse(given);
  const faulty = parsed.success ? [] : [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  const kept = Object.fromEntries(
    Object.entries(given).filter(([name]) => !faulty.includes(name) && name in schema.shape),
  );
  const lacking = required.filter((name) => !isGiven(command, name, kept));
  const wrong = faulty.filter((name) => given[name] !== undefined && !lacking.includes(name as never));
  const missing = [...new Set([...unknown.asked.filter((name) => name in schema.shape), ...lacking, ...wrong])];
  if (parsed.success && missing.length === 0) return { kind: 'complete', args: parsed.data as ArgsOf<Name> };
  return {
    kind: 'incomplete',
    missing,
    because: [...unknown.because, ...wrong.map(() => 'invalid-argument')],
    args: kept,
  };
}

/** An argument counts as given when another stands in for it: an impact for a severity, a product for a service, a booking or its service for its date. */
function isGiven(command: CommandName, name: string, args: Readonly<Record<string, unknown>>): boolean {
  if (args[name] !== undefined) return true;
  if (command === 'incident.open' && name === 'severity') return args.impact !== undefined;
  if (command === 'incident.note' && name === 'text') return saysMore.some((other) => args[other] !== undefined);
  if (command === 'contact.remove' && name === 'name') return args.email !== undefined || args.userId !== undefined;
  if ((command === 'service.cancel' || command === 'service.move') && name === 'deliveryDate')
    return args.booking !== undefined || args.service !== undefined;
  return command === 'coverage.check' && name === 'service' && args.product !== undefined;
}

/** A note may hold these in place of words. */
const saysMore = ['contact', 'changeAuthority', 'earlyStart'];

interface Unknown {
  /** Arguments whose value is dropped. */
  readonly names: readonly string[];
  readonly asked: readonly string[];
  readonly because: readonly string[];
}

/** Names that the person gave and nobody knows: an unknown product must be asked about, never left out in silence. */
function unknownIn(raw: Readonly<Record<string, unknown>>, knowledge: Knowledge): Unknown {
  const product =
    raw.unknownProduct !== undefined ||
    (typeof raw.product === 'string' && raw.product !== '' && knowledge.products[raw.product] === undefined);
  const service =
    typeof raw.service === 'string' &&
    raw.service !== '' &&
    knowledge.services[raw.service] === undefined &&
    raw.service !== 'flex-allowance';
  const severity = raw.unknownSeverity !== undefined;
  const found = [
    product ? { name: 'product', because: 'unknown-product' } : undefined,
    service ? { name: 'service', because: 'unknown-service' } : undefined,
    severity ? { name: 'severity', because: 'unknown-severity' } : undefined,
  ].filter((entry) => entry !== undefined);
  return {
    names: found.map(({ name }) => name),
    asked: found.map(({ name }) => name),
    because: found.map(({ because }) => because),
  };
}

/** Empty inputs of a form are not given; a blank is no answer. */
function withoutBlanks(raw: Readonly<Record<string, unknown>>, dropped: readonly string[]): Record<string, unknown> {
  const isBlank = (value: unknown): boolean =>
    value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
  return Object.fromEntries(Object.entries(raw).filter(([name, value]) => !isBlank(value) && !dropped.includes(name)));
}
