/**
 * Answers that only one person may see where others read along. They are kept under the person, so that nobody else's
 * press can find them; the channel's card holds no more than the key.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../../src/command/answer.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { StoredAnswer } from '../turn/stored-answer.ts';

const Views = z.object({
  format: z.literal('own-views/1'),
  views: z.array(z.object({ view: z.string(), answer: StoredAnswer })),
});

/** So many of a person's newest answers can still be opened; cards older than that say so. */
const KEPT = 12;

const keyOf = (tenant: string, user: string): AggregateKey => ({ tenant, kind: 'own-views', id: user });

const isQuestion = ({ status }: Answer): boolean => status === 'needs-input' || status === 'needs-confirmation';

export interface OwnViews {
  /** Keeps the answer for the person and resolves to the key that the card carries. */
  keep(tenant: string, user: string, answer: Answer): Promise<string>;
  /** Puts the answer to a kept question in the question's place: the card must not go back to a form that was sent. */
  renew(tenant: string, user: string, answer: Answer): Promise<void>;
  find(tenant: string, user: string, view: string): Promise<Answer | undefined>;
}

export function ownViews(store: Store): OwnViews {
  const read = async (tenant: string, user: string) => {
    const stored = await store.load(keyOf(tenant, user));
    const views = Views.safeParse(stored?.state);
    return { version: stored?.version ?? 0, views: views.success ? views.data.views : [] };
  };
  return {
    async keep(tenant, user, answer) {
      const view = randomUUID();
      for (;;) {
        const { version, views } = await read(tenant, user);
        const state = { format: 'own-views/1', views: [{ view, answer }, ...views].slice(0, KEPT) };
        const saved = await store.save({ key: keyOf(tenant, user), expected: version, state });
        if (saved.kind !== 'conflict') return view;
      }
    },
    async renew(tenant, user, answer) {
      for (;;) {
        const { version, views } = await read(tenant, user);
        const asked = views.findIndex((kept) => isQuestion(kept.answer) && kept.answer.command === answer.command);
        if (asked === -1) return;
        const state = {
          format: 'own-views/1',
          views: views.map((kept, at) => (at === asked ? { ...kept, answer } : kept)),
        };
        const saved = await store.save({ key: keyOf(tenant, user), expected: version, state });
        if (saved.kind !== 'conflict') return;
      }
    },
    async find(tenant, user, view) {
      const { views } = await read(tenant, user);
      return views.find((kept) => kept.view === view)?.answer;
    },
  };
}
