/** `npm run -s outbox`: what could not be sent, for an operator to look at, send again or drop. */
import { parseArgs } from 'node:util';
import { DirectoryId } from '../../src/directory-id.ts';
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/port.ts';
import { DeskUnreachable, remoteDeadLetters } from '../operator/remote-dead-letters.ts';
import { type DeadLetters, deadLettersIn, type LetterRefusal } from '../outbox/dead-letters.ts';
import { letterLines, wholeLetter } from './letter-lines.ts';

const usage = `Usage:
  npm run -s outbox -- list [--tenant ID]
  npm run -s outbox -- show ID
  npm run -s outbox -- resend ID | --all [--tenant ID]
  npm run -s outbox -- drop ID
The start of an ID is enough. Options:
  --data DIR   where the desk keeps its state (default: .data, or DESK_DATA)
`;

const refusals: Readonly<Record<LetterRefusal, string>> = {
  unknown: 'No dead letter has this ID; "list" shows them. It may have been delivered or dropped by now.',
  ambiguous: 'The IDs of several dead letters begin so; give more of it.',
  'under-way': 'It is on its way again and cannot be dropped now.',
};

interface Asked {
  readonly verb: string;
  readonly id: string | undefined;
  readonly all: boolean;
  readonly tenant: string | undefined;
  readonly data: string;
}

const asked = read(process.argv.slice(2));
if (asked === undefined) stop(usage);
else await main(asked).catch(told);

function read(words: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { tenant: { type: 'string' }, data: { type: 'string' }, all: { type: 'boolean', default: false } },
    });
    const [verb = 'list', id] = positionals;
    const data = values.data ?? process.env.DESK_DATA ?? '.data';
    return { verb, id, all: values.all, tenant: DirectoryId.optional().parse(values.tenant), data };
  } catch {
    return undefined;
  }
}

async function main(given: Asked): Promise<void> {
  const opened = await openLowdbStore(given.data);
  if (opened.ok) return inStore(opened.value, given);
  if (opened.failure.code !== 'locked')
    return stop(`${opened.failure.problem} (${opened.failure.file}). ${opened.failure.remedy}`);
  const { DESK_OPERATOR_KEY: key, DESK_OPERATOR_URL: url, PORT: port } = process.env;
  if (!key) {
    return stop(
      `${opened.failure.problem}\nTo ask that desk, start it with DESK_OPERATOR_KEY set and set the same here. Or stop it first.`,
    );
  }
  const desk = url || `http://127.0.0.1:${port || 3978}`;
  if (!URL.canParse(desk)) return stop(`DESK_OPERATOR_URL ${desk} is no address.`);
  return perform(remoteDeadLetters(new URL(desk), key), given);
}

async function inStore(store: Store, given: Asked): Promise<void> {
  try {
    await perform(deadLettersIn(store), given);
  } finally {
    await store.close();
  }
}

async function perform(letters: DeadLetters, { verb, id, all, tenant }: Asked): Promise<void> {
  if (verb === 'list' && id === undefined) return say(...letterLines(await letters.list(tenant)));
  if (verb === 'resend' && all && id === undefined) {
    const sent = await letters.resendAll(tenant);
    return say(`${sent.length} put into the outbox again.`);
  }
  if (id === undefined || all) return stop(usage);
  switch (verb) {
    case 'show':
      return one(await letters.find(id), wholeLetter);
    case 'resend':
      return one(await letters.resend(id), (letter) => `${letter.id} is in the outbox again, under its own key.`);
    case 'drop':
      return one(await letters.drop(id), (letter) => `${letter.id} is dropped and will not be sent.`);
    default:
      return stop(usage);
  }
}

type Found = Awaited<ReturnType<DeadLetters['find']>>;

function one(found: Found, line: (letter: Extract<Found, { ok: true }>['value']) => string): void {
  if (found.ok) say(line(found.value));
  else stop(refusals[found.failure]);
}

function told(error: unknown): void {
  if (!(error instanceof DeskUnreachable)) throw error;
  stop(error.message);
}

function say(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
