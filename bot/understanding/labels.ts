/**
 * What samples are kept under and the classifier tells apart: a command, or a command with an argument that is no name
 * or number but the sense of the whole sentence.
 */
import { needs } from './needs.ts';

/** Stands for what the desk is not for. */
export const NONE = 'none';

export interface Label {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/** "Not a cent more" refuses without a word for refusing: such an argument is learnt, not looked up. */
const learnt: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'approval.decide': { decision: ['approve', 'reject'] },
  'reminder.set': { reminders: ['on', 'off'] },
};

/** A label's name, as the sample sentences are kept under it: `approval.decide decision=reject`. */
const named = (command: string): string[] => {
  const args = Object.entries(learnt[command] ?? {});
  return args.length === 0
    ? [command]
    : args.flatMap(([name, values]) => values.map((value) => `${command} ${name}=${value}`));
};

/** All labels, in the order in which a model holds them. */
export const labels: readonly string[] = [NONE, ...Object.keys(needs).flatMap(named)];

/** The command and the argument of a label. */
export const labelOf = (name: string): Label => known.get(name) ?? read(name);

function read(name: string): Label {
  const [command = '', argument] = name.split(' ');
  const [key, value] = argument?.split('=') ?? [];
  return { command, args: key === undefined || value === undefined ? {} : { [key]: value } };
}

/** Every text is weighed against each label. */
const known: ReadonlyMap<string, Label> = new Map(labels.map((name) => [name, read(name)]));
