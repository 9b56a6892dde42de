/**
 * What the buttons of cards say to the desk: one table that ties each verb to its payload, to the command that it
 * gives and to the cards that offer it. A payload that changes something carries a command key, so that a second
 * press is known as one.
 */
import { z } from 'zod';
import type { Refusal } from '../src/command/answer.ts';
import { type CommandName, contracts } from '../src/command/contract.ts';
import { fail, ok, type Result } from '../src/result.ts';

export const cardNames = [
  'answer',
  'severity-chart',
  'coverage',
  'balance',
  'incident',
  'incident-list',
  'contract',
  'help',
  'form',
  'confirmation',
  'refusal',
  'not-understood',
  'listing',
  'channel',
  'brief',
  'message',
  'ruling',
  'reminder',
] as const;
export type CardName = (typeof cardNames)[number];

/** Says what a press would change, at which revision of it; the same for every press of one button. */
export const CommandKey = z.strictObject({
  /** The incident's id, or the draft's where there is none yet. */
  incident: z.string().min(1).max(64),
  verb: z.string().min(1),
  revision: z.number().int().nonnegative(),
});
export type CommandKey = z.infer<typeof CommandKey>;

const Command = z.custom<CommandName>((value) => typeof value === 'string' && Object.hasOwn(contracts, value));
const Args = z.record(z.string(), z.unknown());

export interface VerbCommand {
  readonly verb: VerbName;
  readonly command: CommandName;
  /** Checked against the command's contract as far as they are given; the command itself asks for the rest. */
  readonly args: Readonly<Record<string, unknown>>;
  readonly key?: CommandKey;
  /** With `confirm.yes` and `confirm.no`: the answer to what was asked. */
  readonly confirmed?: boolean;
}

type Read = Omit<VerbCommand, 'verb'>;

/** A row: how a payload is read into a command, and which cards offer it. */
const row = <Payload extends z.ZodType>(
  payload: Payload,
  toCommand: (payload: z.output<Payload>) => Read,
  offeredBy: readonly CardName[],
) => ({
  payload,
  offeredBy,
  read: (data: unknown): Result<Read, z.ZodError> => {
    const parsed = payload.safeParse(data);
    return parsed.success ? ok(toCommand(parsed.data)) : fail(parsed.error);
  },
});

/** A verb that gives one command, with its payload as arguments. */
const giving = <Payload extends z.ZodObject>(command: CommandName, payload: Payload, offeredBy: readonly CardName[]) =>
  row(payload, (args) => ({ command, args: { ...args } }), offeredBy);

/** A step on an incident: who and what stand in the key, so that the second press finds the first one's result. */
const stepping = <Payload extends z.ZodObject>(command: CommandName, payload: Payload) =>
  row(
    payload.extend({ commandKey: CommandKey }),
    ({ commandKey, ...args }) => ({ command, args: { ...args }, key: CommandKey.parse(commandKey) }),
    ['incident'],
  );

/** A command with the arguments that are known of it. */
const Wish = z.object({ command: Command, args: Args });
const Confirmation = Wish.extend({ commandKey: CommandKey });

const confirming = (confirmed: boolean) =>
  row(Confirmation, ({ command, args, commandKey: key }) => ({ command, args, key, confirmed }), ['confirmation']);

export const verbs = {
  'response.expect': giving('response.expect', contracts['response.expect'].args.partial(), ['coverage']),
  'severity.explain': giving('severity.explain', contracts['severity.explain'].args.partial(), [
    'answer',
    'severity-chart',
    'coverage',
  ]),
  'contract.show': giving('contract.show', contracts['contract.show'].args.partial(), ['balance', 'coverage']),
  'balance.show': giving('balance.show', contracts['balance.show'].args.partial(), ['contract', 'coverage']),
  'incident.open': row(
    contracts['incident.open'].args.partial().extend({ commandKey: CommandKey }),
    ({ commandKey: key, ...args }) => ({ command: 'incident.open', args: { ...args }, key }),
    ['form'],
  ),
  'incident.open.form': giving('incident.open', contracts['incident.open'].args.partial(), ['answer', 'help']),
  'incident.show': giving('incident.show', contracts['incident.show'].args.partial(), [
    'incident',
    'incident-list',
    'channel',
    'reminder',
    'brief',
  ]),
  /** What a client asks by itself when the card comes into sight: each reader's own view, and nothing is changed. */
  'incident.refresh': giving('incident.show', contracts['incident.show'].args.pick({ incident: true }), [
    'incident',
    'channel',
  ]),
  'deadline.list': giving('deadline.list', contracts['deadline.list'].args.partial(), ['reminder']),
  'reminder.set': giving('reminder.set', contracts['reminder.set'].args.partial(), ['reminder']),
  'incident.list': giving('incident.list', contracts['incident.list'].args.partial(), ['incident', 'incident-list']),
  'incident.acknowledge': stepping('incident.acknowledge', contracts['incident.acknowledge'].args),
  'incident.call': stepping('incident.call', contracts['incident.call'].args),
  'incident.escalate': stepping('incident.escalate', contracts['incident.escalate'].args),
  'incident.mitigate': stepping('incident.mitigate', contracts['incident.mitigate'].args),
  'incident.resolve': stepping('incident.resolve', contracts['incident.resolve'].args),
  'incident.close': stepping('incident.close', contracts['incident.close'].args),
  'incident.reopen': stepping('incident.reopen', contracts['incident.reopen'].args),
  /** Shows the form of a command that needs more than a press. */
  'form.open': row(Wish, ({ command, args }) => ({ command, args }), ['incident', 'confirmation']),
  /** Sends a form of any command: the inputs stand beside what was known before. */
  'form.submit': row(
    z.looseObject({ ...Wish.shape, commandKey: CommandKey, verb: z.string().optional() }),
    ({ command, args, commandKey: key, verb: _verb, ...inputs }) => ({ command, args: { ...args, ...inputs }, key }),
    ['form'],
  ),
  'confirm.yes': confirming(true),
  'confirm.no': confirming(false),
  suggestion: row(Wish, ({ command, args }) => ({ command, args }), ['not-understood', 'help', 'form']),
  help: giving('help', contracts.help.args.partial(), ['refusal', 'not-understood']),
} as const;

export type VerbName = keyof typeof verbs;
export const verbNames = Object.keys(verbs) as VerbName[];
export type PayloadOf<Verb extends VerbName> = z.input<(typeof verbs)[Verb]['payload']>;

const isVerb = (verb: string): verb is VerbName => Object.hasOwn(verbs, verb);

/** The data of a button: its verb, which Action.Submit has no other place for, and its payload. */
export const payloadOf = <Verb extends VerbName>(verb: Verb, payload: PayloadOf<Verb>): { verb: Verb } & object => ({
  ...payload,
  verb,
});

/**
 * What a press asks for. `data` is what the client sent: the button's data with the inputs merged in, none of it to
 * be trusted; inputs left empty count as not given. Refused as `invalid-argument`, or as what the faulty one calls for.
 */
export function readVerb(verb: string, data: unknown): Result<VerbCommand, Refusal> {
  if (!isVerb(verb)) return fail('invalid-argument');
  const given = Args.safeParse(data ?? {});
  if (!given.success) return fail('invalid-argument');
  const reading = verbs[verb].read(withoutBlanks(given.data));
  if (!reading.ok) return fail(refusalOf(reading.failure));
  return checked(verb, reading.value);
}

/** The reading with arguments as the command's contract takes them, as far as they are given. */
function checked(verb: VerbName, reading: Read): Result<VerbCommand, Refusal> {
  const { args } = contracts[reading.command];
  const parsed = args.partial().safeParse(withNumbers(withoutBlanks(reading.args), args.shape));
  return parsed.success ? ok({ verb, ...reading, args: parsed.data }) : fail(refusalOf(parsed.error));
}

/** Clients send a number that was typed as text; it is one again where the contract takes no text there. */
function withNumbers(
  given: Readonly<Record<string, unknown>>,
  shape: Readonly<Record<string, z.ZodType>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const number = typeof value === 'string' ? Number(value) : Number.NaN;
      const isNumber = !shape[name]?.safeParse(value).success && shape[name]?.safeParse(number).success === true;
      return [name, isNumber ? number : value];
    }),
  );
}

/** Clients send an input that was left empty as blank text. */
const withoutBlanks = (given: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => !isBlank(value)));

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

const refusalByArgument: Readonly<Record<string, Refusal>> = {
  severity: 'unknown-severity',
  product: 'unknown-product',
  service: 'unknown-service',
  location: 'unknown-location',
  incident: 'unknown-incident',
};

function refusalOf({ issues }: z.ZodError): Refusal {
  const [issue] = issues;
  const [argument] = issue?.path ?? [];
  if (argument === 'summary') return issue?.code === 'too_big' ? 'text-too-long' : 'empty-text';
  return refusalByArgument[String(argument)] ?? 'invalid-argument';
}
