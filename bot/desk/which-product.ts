/** Asks which product is meant, where the words may mean several and the agreement does not treat them alike. */
import { Severity } from '../../knowledge/vocabulary.ts';
import { standingOf } from '../../src/agreement/standing.ts';
import type { Decision } from '../../src/command/answer.ts';
import { type CommandName, contracts, Impact } from '../../src/command/contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { severityOfImpact } from '../../src/incident/open-incident.ts';
import { expectResponse } from '../../src/severity/expect-response.ts';

type Args = Readonly<Record<string, unknown>>;

/** Commands whose answer hangs on the chart that governs the product. */
const charted: ReadonlySet<CommandName> = new Set<CommandName>(['response.expect', 'incident.open']);

/** The products to choose from; undefined where one is settled, or all of them get the same chart and time. */
export function productsMeant(command: CommandName, args: Args, scene: Scene): readonly string[] | undefined {
  const { unknownAmong: among, product } = args;
  if (!charted.has(command) || !isIds(among)) return undefined;
  if (typeof product === 'string' && !among.includes(product)) return undefined;
  const standing = standingOf(scene, typeof args.location === 'string' ? args.location : undefined);
  if (!standing.ok) return undefined;
  const promises = among.map((id) => promiseFor(id, args, standing.value, scene));
  return product === undefined || new Set(promises).size > 1 ? among : undefined;
}

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');

/** Chart and time of every severity that may be meant, as one word to compare. */
function promiseFor(product: string, args: Args, standing: Standing, scene: Scene): string {
  const severity = Severity.safeParse(args.severity);
  const impact = Impact.safeParse(args.impact);
  const told = severity.success ? severity.data : impact.success ? severityOfImpact[impact.data] : undefined;
  return (told === undefined ? Severity.options : [told])
    .map((level) => {
      const { facts } = expectResponse({ severity: level, product, location: standing.location.id }, standing, scene);
      return 'chart' in facts ? `${facts.chart} ${facts.firstResponseMinutes}` : '';
    })
    .join(', ');
}

/** The question, with everything else that was said. */
export function whichProduct(command: CommandName, raw: Args, among: readonly string[]): Decision {
  const { shape } = contracts[command].args;
  const args = Object.fromEntries(Object.entries(raw).filter(([name]) => name in shape && name !== 'product'));
  return { command, args, status: 'needs-input', missing: ['product'], facts: { among }, citations: [] };
}
