/** The schedule of a desk, put together: what is due over the store, told in the chats, timed in this process. */
import { createPresenter } from '../../cards/present.ts';
import { createReferences } from '../teams/references.ts';
import { createDueWork } from './due-work.ts';
import { createInProcessSchedule, type InProcessOptions } from './in-process.ts';
import type { Schedule } from './schedule.ts';
import { createTell, type TellOptions } from './tell.ts';

type Options = Pick<TellOptions, 'store' | 'knowledge' | 'log'> & Pick<InProcessOptions, 'timer'>;

export function openSchedule({ store, knowledge, log, ...options }: Options): Schedule {
  const presenter = createPresenter(knowledge);
  const tell = createTell({ store, knowledge, presenter, references: createReferences(store), log });
  return createInProcessSchedule({ work: createDueWork({ store, knowledge, tell }), log, ...options });
}
