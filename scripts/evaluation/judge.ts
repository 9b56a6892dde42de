/** Whether the recogniser understood an evaluation sentence. */
import type { Understander, UnderstandingContext } from '../../bot/understanding/understand.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';
import { type CommandName, contracts } from '../../src/command/contract.ts';
import type { Sentence } from './sentences.ts';

const place = (id: string, country: string, timeZone: string) => ({ id, country, timeZone });

/** A Tuesday morning in Copenhagen, at a customer with six locations. */
export const context: UnderstandingContext = {
  now: '2026-03-03T10:00:00+01:00',
  timeZone: 'Europe/Copenhagen',
  locations: [
    place('dk', 'DK', 'Europe/Copenhagen'),
    place('fr', 'FR', 'Europe/Paris'),
    place('us', 'US', 'America/New_York'),
    place('al', 'AL', 'Europe/Tirane'),
    place('kz', 'KZ', 'Asia/Almaty'),
    place('tw', 'TW', 'Asia/Taipei'),
  ],
};

/** Each sentence is read so many times, and the quickest counts: the others also measure what else the machine does. */
const TIMES = 5;

export function microsecondsOf(work: () => unknown): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1000;
}

/** What the desk follows for a question; a reading below it is only offered. */
const FOLLOWED = 0.25;
export const NONE = 'none';

/** Arguments that are the person's own words: there is no one right extract of them to compare with. */
const ownWords = new Set(['summary', 'question', 'text', 'comment', 'name']);

export interface Verdict {
  readonly sentence: Sentence;
  readonly found: string;
  readonly confidence: number;
  readonly args: Readonly<Record<string, unknown>>;
  readonly rightCommand: boolean;
  /** The command and every argument, none missing and none too many. */
  readonly rightArguments: boolean;
  readonly microseconds: number;
}

export function judge(understander: Understander, language: DeskLanguage, sentence: Sentence): Verdict {
  const read = () => understander.understand(sentence.text, { ...context, ...spokenAs(sentence), locale: language });
  const microseconds = Math.min(...Array.from({ length: TIMES }, () => microsecondsOf(read)));
  const { readings } = read();
  const [best] = readings;
  const isFollowed = best !== undefined && best.confidence >= FOLLOWED;
  const found = isFollowed ? best.command : NONE;
  const args = isFollowed ? best.args : {};
  const rightCommand = found === sentence.command;
  return {
    sentence,
    found,
    confidence: best?.confidence ?? 0,
    args,
    rightCommand,
    rightArguments: rightCommand && areEqual(comparable(args, found), comparable(sentence.args, found)),
    microseconds,
  };
}

/**
 * The desk knows whether an engineer or a customer speaks, and so does the evaluation: whoever may give the sentence's
 * command. Only the setting of a severity and the wish for one are told apart by it.
 */
function spokenAs({ command }: Sentence): Pick<UnderstandingContext, 'speaker'> {
  const roles: readonly string[] | undefined =
    command in contracts ? contracts[command as CommandName].roles : undefined;
  if (roles === undefined) return {};
  return { speaker: roles.every((role) => role === 'engineer') ? 'engineer' : 'customer' };
}

/** The arguments that have one right value. The impact of an asked severity is free text, of a new incident a level. */
export function comparable(args: Readonly<Record<string, unknown>>, command: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).filter(
      ([name, value]) =>
        value !== undefined && !ownWords.has(name) && !(name === 'impact' && command !== 'incident.open'),
    ),
  );
}

function areEqual(some: Record<string, unknown>, others: Record<string, unknown>): boolean {
  const names = new Set([...Object.keys(some), ...Object.keys(others)]);
  return [...names].every((name) => isSame(some[name], others[name]));
}

/** Instants are the same whatever offset they are written with. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const isInstant = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
  return isInstant(one) && isInstant(other) && Date.parse(one) === Date.parse(other);
}
