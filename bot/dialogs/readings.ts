/** Which reading of a text is followed, and which are only offered. */
import { type CommandName, commandNames } from '../../src/command/contract.ts';
import type { Reading, Understanding } from '../understanding/understand.ts';

/** A reading of a command that the desk has. */
export interface KnownReading extends Reading {
  readonly command: CommandName;
}

/** A reading below this is offered, not followed. */
const SURE = 0.5;
/** Enough for a question when nothing else comes near. */
const CLEAR = 0.25;
/** A reading below this is not even offered. */
const PLAUSIBLE = 0.15;
/** So sure that it is followed even where the desk waits for something else. */
const CERTAIN = 0.8;
const MOST_OFFERED = 3;

/** Questions may be asked again with another argument; a command that changed something is not repeated so. */
const repeatable: ReadonlySet<CommandName> = new Set<CommandName>([
  'response.expect',
  'severity.explain',
  'coverage.check',
  'service.explain',
  'contract.show',
  'contract.compare',
  'balance.show',
  'ledger.show',
  'deadline.list',
  'duty.list',
  'incident.list',
]);

/** Commands that only tell something: they may be given at any time, and again. */
const telling: ReadonlySet<CommandName> = new Set<CommandName>([
  ...repeatable,
  'knowledge.search',
  'incident.show',
  'flex.check',
  'help',
]);

export const isRepeatable = (command: CommandName): boolean => repeatable.has(command);
export const isTelling = (command: CommandName): boolean => telling.has(command);

const isKnown = (reading: Reading): reading is KnownReading =>
  (commandNames as readonly string[]).includes(reading.command);

/** Best first. */
export const knownReadings = ({ readings }: Understanding): readonly KnownReading[] => readings.filter(isKnown);

/** Sure by itself; or a question, which can do no harm, that stands well before any other reading. */
export function clearest([best, next]: readonly KnownReading[]): KnownReading | undefined {
  if (best === undefined || best.confidence >= SURE) return best;
  const stands = best.confidence >= CLEAR && (next?.confidence ?? 0) * 2 <= best.confidence;
  return stands && repeatable.has(best.command) ? best : undefined;
}

export const isCertain = ({ confidence }: Reading): boolean => confidence >= CERTAIN;

export const offerable = (known: readonly KnownReading[]): readonly KnownReading[] =>
  known.filter(({ confidence }) => confidence >= PLAUSIBLE).slice(0, MOST_OFFERED);
