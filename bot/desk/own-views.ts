/**
 * Answers that only one person may see where others read along. They are kept under the person, so that nobody else's
 * press can find them; the channel's card holds no more than the key.
 */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Answer } from '../../src/command/answer.ts';
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Store, Stored } from '../../src/store/port.ts';
import { StoredAnswer } from '../turn/stored-answer.ts';

const Views = z.object({
  format: z.literal('own-views/1'),
  views: z.array(z.object({ view: z.string(), answer: StoredAnswer })),
});

type View = z.infer<typeof Views>['views'][number];

/** So many of a person's newest answers can still be opened; cards older than that say so. */
const KEPT = 12;

const keyOf = (tenant: string, user: string): AggregateKey => ({ tenant, kind: 'own-views', id: user });

/** The person's views; none where they cannot be read. */
function viewsIn(stored: Stored | undefined): readonly View[] {
  const views = Views.safeParse(stored?.state);
  return views.success ? views.data.views : [];
}

const viewsState = (views: readonly { view: string; answer: Answer }[]): object => ({ format: 'own-views/1', views });

const isQuestion = ({ status }: Answer): boolean => status === 'needs-input' || status === 'needs-confirmation';

export interface OwnViews {
  /** Keeps the answer for the person and resolves to the key that the card carries. */
  keep(tenant: string, user: string, answer: Answer): Promise<string>;
  /** Puts the answer to a kept question in the question's place: the card must not go back to a form that was sent. */
  renew(tenant: string, user: string, answer: Answer): Promise<void>;
  find(tenant: string, user: string, view: string): Promise<Answer | undefined>;
}

export function ownViews(store: Store): OwnViews {
  return {
    async keep(tenant, user, answer) {
      const view = randomUUID();
      await lastWord(store, keyOf(tenant, user), (stored) =>
        viewsState([{ view, answer }, ...viewsIn(stored)].slice(0, KEPT)),
      );
      return view;
    },
    async renew(tenant, user, answer) {
      await lastWord(store, keyOf(tenant, user), (stored) => {
        const views = viewsIn(stored);
        const asked = views.findIndex((kept) => isQuestion(kept.answer) && kept.answer.command === answer.command);
        if (asked === -1) return undefined;
        return viewsState(views.map((kept, at) => (at === asked ? { ...kept, answer } : kept)));
      });
    },
    async find(tenant, user, view) {
      const views = viewsIn(await store.load(keyOf(tenant, user)));
      return views.find((kept) => kept.view === view)?.answer;
    },
  };
}
