/** What the store holds: customers, what could not be sent, and the webhooks that the teams' files name. */
import { openLowdbStore } from '../../src/store/lowdb-store.ts';
import type { Store } from '../../src/store/port.ts';
import type { Configuration } from '../configuration.ts';
import { DeskUnreachable, remoteDeadLetters } from '../operator/remote-dead-letters.ts';
import { type DeadLetters, deadLettersIn } from '../outbox/dead-letters.ts';
import type { Finding } from './finding.ts';
import { isDeskRunning } from './running-desk.ts';
import { teamFindings } from './team-finding.ts';
import { webhookFindings } from './webhook-findings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** A store that a running desk has open is not looked into; its dead letters are asked for where the key is at hand. */
export async function storeFindings(settings: Configuration, environment: Environment): Promise<readonly Finding[]> {
  const opened = await openLowdbStore(settings.data);
  if (!opened.ok) {
    const { code, problem, file, remedy } = opened.failure;
    if (code === 'locked' && (await isDeskRunning(settings.port)))
      return [inUse(settings), ...(await lettersOfTheDesk(settings, environment))];
    return [{ what: 'store', state: 'broken', detail: `${problem} (${file})`, mend: remedy }];
  }
  try {
    return [
      await customersFinding(opened.value, settings.data),
      await lettersFinding(deadLettersIn(opened.value)),
      ...(await teamFindings(opened.value)),
      ...(await webhookFindings(opened.value, environment)),
    ];
  } finally {
    await opened.value.close();
  }
}

const inUse = ({ data, port }: Configuration): Finding => ({
  what: 'store',
  state: 'note',
  detail: `${data} is open in the desk that runs on port ${port}, so its customers and webhooks were not looked at`,
  mend: 'To have them looked at, stop the desk first.',
});

async function customersFinding(store: Store, data: string): Promise<Finding> {
  const { length } = await store.tenants('work-order');
  if (length > 0)
    return { what: 'store', state: 'good', detail: `${data}, ${length} customer${length === 1 ? '' : 's'}` };
  return {
    what: 'store',
    state: 'note',
    detail: `${data} holds no work order yet`,
    mend: 'Import one: npm run import -- FILE, or npm start for the samples.',
  };
}

async function lettersOfTheDesk(
  { operatorKey, port }: Configuration,
  { DESK_OPERATOR_URL }: Environment,
): Promise<readonly Finding[]> {
  const desk = DESK_OPERATOR_URL || `http://127.0.0.1:${port}`;
  if (operatorKey === undefined || !URL.canParse(desk)) return [];
  try {
    return [await lettersFinding(remoteDeadLetters(new URL(desk), operatorKey))];
  } catch (error) {
    if (!(error instanceof DeskUnreachable)) throw error;
    return [{ what: 'dead letters', state: 'note', detail: 'the running desk was not asked', mend: error.message }];
  }
}

async function lettersFinding(letters: DeadLetters): Promise<Finding> {
  const dead = (await letters.list()).filter(({ status }) => status === 'dead');
  const [oldest] = dead;
  if (oldest === undefined) return { what: 'dead letters', state: 'good', detail: 'none' };
  return {
    what: 'dead letters',
    state: 'broken',
    detail: `${dead.length} could not be sent, the oldest of ${oldest.at} (${oldest.topic}: ${oldest.error.detail})`,
    mend: 'See npm run -s outbox -- list, mend the cause, then npm run -s outbox -- resend --all.',
  };
}
