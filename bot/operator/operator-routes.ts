/** What an operator may do with the outbox of a desk that runs; behind the operator's key, for all tenants. */
import type { Request, Response } from 'restify';
import { DirectoryId } from '../../src/directory-id.ts';
import type { Result } from '../../src/result.ts';
import { HttpFault } from '../http/http-fault.ts';
import type { DeadLetters, FoundLetter, LetterRefusal } from '../outbox/dead-letters.ts';
import type { Route } from '../server.ts';
import { holdsKey } from './bearer-key.ts';

export const deadLettersPath = '/api/v1/operator/dead-letters';

/** The routes under `deadLettersPath`; none without a key, so that a desk without one has nothing to guess at. */
export function operatorRoutes(letters: DeadLetters, key: string | undefined): readonly Route[] {
  if (key === undefined) return [];
  const guarded = (method: Route['method'], path: string, answer: (request: Request) => Promise<object>): Route => ({
    method,
    path: `${deadLettersPath}${path}`,
    async handle(request: Request, response: Response) {
      if (!holdsKey(request.header('authorization'), key)) throw unauthorized();
      response.json(200, await answer(request));
    },
  });
  const one = async (found: Promise<Result<FoundLetter, LetterRefusal>>): Promise<object> => letterOf(await found);
  return [
    guarded('get', '', async (request) => ({ letters: await letters.list(tenantOf(request)) })),
    guarded('post', '/resend', async (request) => ({ letters: await letters.resendAll(tenantOf(request)) })),
    guarded('get', '/:id', (request) => one(letters.find(idOf(request)))),
    guarded('post', '/:id/resend', (request) => one(letters.resend(idOf(request)))),
    guarded('post', '/:id/drop', (request) => one(letters.drop(idOf(request)))),
  ];
}

const unauthorized = (): HttpFault =>
  new HttpFault(401, 'Unauthorized', 'Send the operator’s key as a bearer token.', { hangUp: true });

const statusOf: Readonly<Record<LetterRefusal, number>> = { unknown: 404, ambiguous: 409, 'under-way': 409 };

function letterOf(found: Result<FoundLetter, LetterRefusal>): object {
  if (found.ok) return { letter: found.value };
  throw new HttpFault(statusOf[found.failure], found.failure, 'The dead letter cannot be had so.');
}

const idOf = (request: Request): string => String((request.params as { id?: unknown }).id ?? '');

const tenantOf = (request: Request): string | undefined =>
  DirectoryId.optional().parse(new URLSearchParams(request.getQuery()).get('tenant') ?? undefined);
