/** The dead letters of a desk that runs, over its operator's routes. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../src/result.ts';
import { DeadLetter } from '../outbox/dead-letter.ts';
import { type DeadLetters, type FoundLetter, LetterRefusal } from '../outbox/dead-letters.ts';
import { deadLettersPath } from './operator-routes.ts';

const Letter = DeadLetter.extend({ id: z.string(), tenant: z.string() });
const Letters = z.object({ letters: z.array(Letter) });
const OneLetter = z.object({ letter: Letter });
const Refusal = z.object({ code: LetterRefusal });

const timeoutMs = 15_000;

/** The desk cannot be asked: it does not answer, takes another key, or is no desk. The message says what to do. */
export class DeskUnreachable extends Error {
  override readonly name = 'DeskUnreachable';
}

/** @throws DeskUnreachable from every method when the desk does not answer as one */
export function remoteDeadLetters(desk: URL, key: string): DeadLetters {
  async function ask(method: 'GET' | 'POST', path: string, tenant?: string): Promise<Response> {
    const url = new URL(`${deadLettersPath}${path}`, desk);
    if (tenant !== undefined) url.searchParams.set('tenant', tenant);
    const headers = { authorization: `Bearer ${key}` };
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { method, headers, signal, redirect: 'error' }).catch(() => undefined);
    if (response === undefined)
      throw new DeskUnreachable(`No desk answers at ${desk.origin}. Set DESK_OPERATOR_URL to where it listens.`);
    if (response.status === 401)
      throw new DeskUnreachable(`The desk at ${desk.origin} has another DESK_OPERATOR_KEY than this console.`);
    return response;
  }

  async function read<Shape>(schema: z.ZodType<Shape>, response: Response): Promise<Shape> {
    const body = schema.safeParse(await response.json().catch(() => undefined));
    if (body.success) return body.data;
    throw new DeskUnreachable(
      `What answers at ${desk.origin} has no operator's routes. Start the desk with DESK_OPERATOR_KEY set.`,
    );
  }

  async function one(method: 'GET' | 'POST', id: string, verb = ''): Promise<Result<FoundLetter, LetterRefusal>> {
    const response = await ask(method, `/${encodeURIComponent(id)}${verb}`);
    if (!response.ok) return fail((await read(Refusal, response)).code);
    return ok((await read(OneLetter, response)).letter);
  }

  return {
    list: async (tenant) => (await read(Letters, await ask('GET', '', tenant))).letters,
    resendAll: async (tenant) => (await read(Letters, await ask('POST', '/resend', tenant))).letters,
    find: (id) => one('GET', id),
    resend: (id) => one('POST', id, '/resend'),
    drop: (id) => one('POST', id, '/drop'),
  };
}
