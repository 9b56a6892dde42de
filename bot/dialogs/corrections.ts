/** Which argument a text means when it gives another value for one that was given before. */
import { type CommandName, contracts } from '../../src/command/contract.ts';
import type { Understanding } from '../understanding/understand.ts';

type Args = Readonly<Record<string, unknown>>;

/** The values that a text names for each argument that can be put right by naming both: "Lyon, not Copenhagen". */
const named = ({ entities }: Understanding): Readonly<Record<string, readonly string[]>> => {
  const places = entities.places.map(({ location }) => location);
  return {
    severity: entities.severities,
    product: entities.products,
    service: entities.services,
    for: entities.services,
    location: places,
    from: places,
    to: places,
  };
};

/**
 * What a text changes of the arguments of a command, those that it merely repeats left out. Where it names the old value
 * beside a new one, the new one takes its place, whichever comes first.
 */
export function changesIn(command: CommandName, before: Args, given: Args, understanding: Understanding): Args {
  const taken = Object.keys(contracts[command].args.shape);
  const swapped = swapsIn(taken, before, understanding);
  const fresh = { ...withoutGuessedEnd(taken, given, understanding), ...swapped };
  const settled = Object.keys(swapped).length > 0 ? placeArguments : [];
  return Object.fromEntries(
    Object.entries(fresh).filter(
      ([name, value]) =>
        (taken.includes(name) || name.startsWith('unknown') || (name === 'impact' && before.severity === undefined)) &&
        !Object.is(before[name], value) &&
        !(settled.includes(name) && !(name in swapped)),
    ),
  );
}

const placeArguments: readonly string[] = ['location', 'from', 'to'];

function swapsIn(taken: readonly string[], before: Args, understanding: Understanding): Args {
  const swaps = Object.entries(named(understanding)).flatMap(([name, values]) => {
    const old = before[name];
    const others = values.filter((value) => value !== old);
    const isSwap = taken.includes(name) && typeof old === 'string' && values.includes(old) && others.length === 1;
    return isSwap ? [[name, others[0]] as const] : [];
  });
  return Object.fromEntries(swaps);
}

/** One place without a direction corrects where something goes to: there it is said last. */
function withoutGuessedEnd(taken: readonly string[], given: Args, { entities: { places } }: Understanding): Args {
  const [only, second] = places;
  const isOneEnd = only !== undefined && second === undefined && only.direction === undefined;
  if (!isOneEnd || !taken.includes('from') || !taken.includes('to')) return given;
  const { from: _guessed, ...rest } = given;
  return { ...rest, to: only.location };
}
