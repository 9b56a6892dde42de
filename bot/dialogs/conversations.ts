/** Conversations in the store, so that a dialog survives a restart. */
import { lastWord } from '../../src/store/last-word.ts';
import type { AggregateKey, Store } from '../../src/store/port.ts';
import { Dialog, emptyDialog } from './dialog.ts';

interface Place {
  readonly tenant: string;
  readonly user: string;
  readonly conversation?: string;
}

export interface Conversations {
  load(place: Place): Promise<Dialog>;
  save(place: Place, dialog: Dialog): Promise<void>;
}

/** Each person has a dialog of their own in each conversation. Without a conversation nothing is remembered. */
export function conversations(store: Store): Conversations {
  const keyOf = ({ tenant, user, conversation }: Place): AggregateKey | undefined =>
    conversation === undefined ? undefined : { tenant, kind: 'conversation', id: `${conversation} ${user}` };

  return {
    async load(place) {
      const key = keyOf(place);
      const stored = key === undefined ? undefined : await store.load(key);
      const dialog = Dialog.safeParse(stored?.state);
      return dialog.success ? dialog.data : emptyDialog;
    },

    async save(place, dialog) {
      const key = keyOf(place);
      if (key === undefined) return;
      await lastWord(store, key, (before) => {
        const isNews = before === undefined ? !isEmpty(dialog) : !isSame(before.state, dialog);
        return isNews ? dialog : undefined;
      });
    },
  };
}

const isSame = (one: unknown, other: Dialog): boolean => JSON.stringify(one) === JSON.stringify(other);

const isEmpty = (dialog: Dialog): boolean => Object.keys(dialog).length === Object.keys(emptyDialog).length;
