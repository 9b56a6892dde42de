/** The console: one question from the command line, or one request a line from standard input. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { answersIn } from '../../src/command/answer.ts';
import { DirectoryId } from '../../src/directory-id.ts';
import type { Store } from '../../src/store/port.ts';
import type { Desk, TextTurn } from '../desk/desk.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import { openDesk } from '../open-desk.ts';
import { deskLanguageOf } from '../turn/language.ts';
import { notice } from '../turn/notices.ts';
import { importFiles } from './import-files.ts';
import { type Options, readOptions, usage } from './options.ts';

const Request = z.object({
  tenant: DirectoryId,
  user: DirectoryId,
  text: z.string(),
  locale: z.string().optional(),
  now: z.iso.datetime({ offset: true }).optional(),
  conversation: z.string().optional(),
  commandId: z.string().optional(),
});

await main(readOptions(process.argv.slice(2)));

async function main(options: Options): Promise<void> {
  if (options.now !== undefined && process.env.NODE_ENV === 'production')
    return stop('--now fixes the clock and is not for production.');
  if (options.now !== undefined && !z.iso.datetime({ offset: true }).safeParse(options.now).success) {
    return stop(`--now ${options.now} is no instant with an offset; write it as 2026-03-02T10:00:00+01:00.`);
  }
  const opened = await openDesk({ data: options.data });
  if (!opened.ok) return stop(opened.failure);
  const { desk, store, knowledge } = opened.value;
  try {
    const imported = await importFiles(options.imports, store, knowledge);
    if (!imported.ok) return stop(imported.failure);
    if (options.jsonl) await answerLines(desk, options);
    else await answerOne(desk, options, imported.value[0]?.tenant ?? (await tenantOf(options.user, store)));
  } finally {
    await desk.close();
  }
}

async function answerOne(desk: Desk, options: Options, knownTenant: string | undefined): Promise<void> {
  const tenant = options.tenant ?? knownTenant;
  if (options.user === undefined || options.text === '') return stop(usage);
  if (tenant === undefined) return stop(`Whose question is it? Name the customer with --tenant.\n\n${usage}`);
  const answer = await desk.ask({ tenant, user: options.user, text: options.text, ...fixed(options) });
  process.stdout.write(
    `${
      options.json
        ? JSON.stringify(answer)
        : answersIn(answer)
            .map(({ text }) => text)
            .join('\n')
    }\n`,
  );
}

/** The tenant of whom the user is a contact; the only tenant where there is but one. */
async function tenantOf(user: string | undefined, store: Store): Promise<string | undefined> {
  const tenants = await store.tenants('work-order');
  for (const tenant of tenants) {
    const orders = await workOrdersOf(store, tenant);
    if (orders.some(({ contacts }) => contacts.some(({ userId }) => userId === user))) return tenant;
  }
  return tenants.length === 1 ? tenants[0] : undefined;
}

/** Requests are answered in their order, one at a time: a later line may refer back to an earlier one. */
async function answerLines(desk: Desk, options: Options): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    process.stdout.write(`${JSON.stringify(await answerLine(desk, line, options))}\n`);
  }
}

async function answerLine(desk: Desk, line: string, options: Options): Promise<object> {
  const request = Request.safeParse(parseJson(line));
  if (!request.success)
    return { command: '', status: 'refused', because: ['invalid-argument'], error: z.prettifyError(request.error) };
  const { now, ...rest } = request.data;
  if (now !== undefined && process.env.NODE_ENV === 'production') {
    return {
      command: '',
      status: 'refused',
      because: ['invalid-argument'],
      error: '"now" fixes the clock and is not for production',
    };
  }
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as typeof rest;
  const turn = { ...fixed(options), ...(given as TextTurn), ...(now === undefined ? {} : { now }) };
  try {
    return await desk.ask(turn);
  } catch (error) {
    // One line cannot harm the others: it is answered as a turn is on which the desk fails.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    return notice('internal', deskLanguageOf(turn.locale));
  }
}

function fixed({ now, locale }: Options): { now?: string; locale?: string } {
  return { ...(now === undefined ? {} : { now }), ...(locale === undefined ? {} : { locale }) };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
