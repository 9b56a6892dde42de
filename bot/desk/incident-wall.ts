/** Who somebody is depends on the incident: an engineer is one on those of the own teams only. */
import type { Scene } from '../../src/command/scene.ts';
import { fail, ok, type Result } from '../../src/result.ts';
import { askerOn, maySee } from '../../src/routing/incident-team.ts';
import type { Store } from '../../src/store/port.ts';
import { loadIncident } from './incidents.ts';

/**
 * The scene with the roles that the asker has on the incident that the arguments name; unchanged where they name none
 * that the tenant has. Refused as `role` is an engineer of another team, who is no contact at its location either.
 */
export async function onNamedIncident(
  args: Readonly<Record<string, unknown>>,
  scene: Scene,
  store: Store,
): Promise<Result<Scene, 'role'>> {
  if (typeof args.incident !== 'string') return ok(scene);
  const incident = await loadIncident(store, scene.tenant, args.incident.toUpperCase());
  if (incident === undefined) return ok(scene);
  if (scene.asker.roles.includes('engineer') && !maySee(incident, scene)) return fail('role');
  return ok({ ...scene, asker: askerOn(incident, scene) });
}
