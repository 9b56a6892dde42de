/** What an operator does with dead letters: look, send again, drop. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../src/result.ts';
import { everyPage } from '../../src/store/every-page.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { change, DeadLetter, deadLetterKind, type LetterStatus } from './dead-letter.ts';

export interface FoundLetter extends DeadLetter {
  readonly id: string;
  readonly tenant: string;
}

/** `unknown`: no letter has this id, or it has been delivered or dropped; `ambiguous`: the start of an id fits several. */
export const LetterRefusal = z.enum(['unknown', 'ambiguous', 'under-way']);
export type LetterRefusal = z.infer<typeof LetterRefusal>;

export interface DeadLetters {
  /** What waits for a person or is on its way again, oldest first. */
  list(tenant?: string): Promise<readonly FoundLetter[]>;
  /** One of the list by its id or the start of it, at least four characters. */
  find(id: string): Promise<Result<FoundLetter, LetterRefusal>>;
  /** Puts it into the outbox again, under the same key; one that is on its way already is not sent twice for that. */
  resend(id: string): Promise<Result<FoundLetter, LetterRefusal>>;
  /** All that wait for a person, or those of one tenant. */
  resendAll(tenant?: string): Promise<readonly FoundLetter[]>;
  /** It will not be sent; refused while it is on its way. */
  drop(id: string): Promise<Result<FoundLetter, LetterRefusal>>;
}

const listed: readonly LetterStatus[] = ['dead', 'resent'];
const shortest = 4;
const page = 200;

/** @param wake is called when there is something to send */
export function deadLettersIn(store: Store, wake: () => void = () => {}): DeadLetters {
  async function list(tenant?: string): Promise<readonly FoundLetter[]> {
    const tenants = tenant === undefined ? await store.tenants(deadLetterKind) : [tenant];
    const found: FoundLetter[] = [];
    for (const one of tenants) for (const status of listed) found.push(...(await lettersOf(store, one, status)));
    return found.sort((one, other) => one.at.localeCompare(other.at) || one.id.localeCompare(other.id));
  }

  async function find(id: string): Promise<Result<FoundLetter, LetterRefusal>> {
    if (id.length < shortest) return fail('unknown');
    const [first, ...others] = (await list()).filter((letter) => letter.id.startsWith(id));
    if (first === undefined) return fail('unknown');
    return others.length > 0 ? fail('ambiguous') : ok(first);
  }

  /** Gives a dead letter another status; one that somebody else has just dealt with is left to them. */
  async function turn(letter: FoundLetter, status: LetterStatus): Promise<Result<FoundLetter, LetterRefusal>> {
    let turned = false;
    const after = await change(store, keyOf(letter), (now) => {
      turned = now?.status === 'dead' || (now?.status === 'resent' && status === 'resent');
      if (now === undefined || !turned) return undefined;
      return { ...now, status, resent: now.resent + (status === 'resent' ? 1 : 0) };
    });
    if (after === undefined) return fail('unknown');
    if (!turned) return fail(after.status === 'resent' ? 'under-way' : 'unknown');
    if (status === 'resent') wake();
    return ok({ ...after, id: letter.id, tenant: letter.tenant });
  }

  const onFound = async (id: string, status: LetterStatus): Promise<Result<FoundLetter, LetterRefusal>> => {
    const found = await find(id);
    return found.ok ? turn(found.value, status) : found;
  };

  return {
    list,
    find,
    resend: (id) => onFound(id, 'resent'),
    drop: (id) => onFound(id, 'dropped'),
    async resendAll(tenant) {
      const sent: FoundLetter[] = [];
      for (const letter of (await list(tenant)).filter(({ status }) => status === 'dead')) {
        const turned = await turn(letter, 'resent');
        if (turned.ok) sent.push(turned.value);
      }
      return sent;
    },
  };
}

async function lettersOf(store: Store, tenant: string, status: LetterStatus): Promise<FoundLetter[]> {
  const found: FoundLetter[] = [];
  const where = { field: 'status', value: status };
  for await (const items of everyPage(store, tenant, deadLetterKind, { where, limit: page }))
    found.push(...items.map(({ id, state }) => ({ ...DeadLetter.parse(state), id, tenant })));
  return found;
}

const keyOf = ({ tenant, id }: FoundLetter): AggregateKey => ({ tenant, kind: deadLetterKind, id });
