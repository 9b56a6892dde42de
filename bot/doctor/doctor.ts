/** Checks every link that the desk hangs on, and names the mend for each that is broken. */
import { createServer } from 'node:net';
import { loadKnowledge } from '../../knowledge/load.ts';
import { type Configuration, describe, readConfiguration } from '../configuration.ts';
import type { Finding } from './finding.ts';
import { portalFindings } from './portal-findings.ts';
import { isDeskRunning } from './running-desk.ts';
import { storeFindings } from './store-findings.ts';

export type { Finding } from './finding.ts';

/** The releases of zone data before this one do not know the changes of 2026 (Vancouver, Edmonton, Casablanca). */
const ZONE_DATA = '2026b';

/** All findings in the order in which a fault is met at start-up. */
export async function examine(environment: Readonly<Record<string, string | undefined>>): Promise<readonly Finding[]> {
  const settings = readConfiguration(environment);
  const configuration: Finding = settings.ok
    ? { what: 'settings', state: 'good', detail: 'read' }
    : {
        what: 'settings',
        state: 'broken',
        detail: `\n${describe(settings.failure)}`,
        mend: 'Set the variables named above and try again.',
      };
  return [
    runtimeFinding(),
    zoneDataFinding(),
    configuration,
    knowledgeFinding(),
    ...(settings.ok
      ? [
          ...(await storeFindings(settings.value, environment)),
          await portFinding(settings.value),
          teamsFinding(settings.value),
          await modelFinding(settings.value),
          ...(await portalFindings(settings.value)),
        ]
      : []),
  ];
}

function runtimeFinding(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return major >= 24
    ? { what: 'Node', state: 'good', detail: process.versions.node }
    : {
        what: 'Node',
        state: 'broken',
        detail: process.versions.node,
        mend: 'Start through npm (npm start), which brings Node 24 along.',
      };
}

function zoneDataFinding(): Finding {
  const version = process.versions.tz ?? 'unknown';
  return version >= ZONE_DATA
    ? { what: 'time zones', state: 'good', detail: `zone data ${version}` }
    : {
        what: 'time zones',
        state: 'broken',
        detail: `zone data ${version} does not know the clock changes of 2026; due times in those zones would be an hour off`,
        mend: 'Start through npm (npm start), which brings a Node with newer zone data along.',
      };
}

function knowledgeFinding(): Finding {
  try {
    return { what: 'knowledge', state: 'good', detail: [...loadKnowledge().editions.keys()].join(', ') };
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { what: 'knowledge', state: 'broken', detail, mend: 'Mend the places named above under knowledge/.' };
  }
}

function portFinding({ port, host }: Configuration): Promise<Finding> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(takenFinding(port, error.message)));
    probe.listen(port, host, () =>
      probe.close(() => resolve({ what: 'port', state: 'good', detail: `${host}:${port}` })),
    );
  });
}

async function takenFinding(port: number, problem: string): Promise<Finding> {
  return (await isDeskRunning(port))
    ? { what: 'port', state: 'good', detail: `${port}: the desk listens there` }
    : { what: 'port', state: 'broken', detail: `${port}: ${problem}`, mend: 'Stop what listens there, or set PORT.' };
}

const MODEL_ANSWERS_WITHIN = 3000;

/** A model is optional; one that is named must take the key and know the name. */
async function modelFinding({ model }: Configuration): Promise<Finding> {
  if (model === undefined)
    return { what: 'model', state: 'good', detail: 'none is configured; texts are read by the recogniser alone' };
  const mend = 'Check DESK_MODEL_URL, DESK_MODEL_KEY and DESK_MODEL_NAME; without the model the desk still answers.';
  try {
    const response = await fetch(`${model.url.replace(/\/$/, '')}/models`, {
      headers: { authorization: `Bearer ${model.key}` },
      signal: AbortSignal.timeout(MODEL_ANSWERS_WITHIN),
    });
    await response.body?.cancel();
    const detail = `${model.name} at ${new URL(model.url).host}: ${response.status}`;
    return response.ok ? { what: 'model', state: 'good', detail } : { what: 'model', state: 'note', detail, mend };
  } catch (error) {
    const detail = `${new URL(model.url).host}: ${error instanceof Error ? error.message : String(error)}`;
    return { what: 'model', state: 'note', detail, mend };
  }
}

function teamsFinding({ teams }: Configuration): Finding {
  if (teams.kind === 'local') {
    return {
      what: 'Teams',
      state: 'note',
      detail: 'no app id: only clients on this machine are answered',
      mend: 'For Teams, register a bot and set MICROSOFT_APP_ID, MICROSOFT_APP_PASSWORD and MICROSOFT_APP_TENANT_ID.',
    };
  }
  const allowed = teams.tenants === undefined ? 'every tenant that has a work order' : `${teams.tenants.size} tenants`;
  return { what: 'Teams', state: 'good', detail: `tokens for ${teams.appId} are checked; ${allowed} may ask` };
}
