/** The account: exchanging, redeeming, booking, planning and recording. What one command changes is one ledger. */
import { standingOf } from '../../src/agreement/standing.ts';
import type { HoursFacts } from '../../src/command/account-contract.ts';
import type { Scene, Standing } from '../../src/command/scene.ts';
import { bookService } from '../../src/ledger/book-service.ts';
import { checkFlex } from '../../src/ledger/check-flex.ts';
import { exchangeCredits } from '../../src/ledger/exchange-credits.ts';
import { planEvent } from '../../src/ledger/plan-event.ts';
import { recordHours } from '../../src/ledger/record-hours.ts';
import { redeemCredits } from '../../src/ledger/redeem-credits.ts';
import { showStatement } from '../../src/ledger/statement.ts';
import { substituteService } from '../../src/ledger/substitute-service.ts';
import { notedHoursOf } from '../incident-hours/hours-messages.ts';
import { bookedId, withBooking, withEventDays } from './booked.ts';
import { cancelBooking } from './cancel-booking.ts';
import { loadIncident } from './incidents.ts';
import { drawnFrom } from './ledger-pages.ts';
import { loadLedger } from './ledgers.ts';
import { moveBooking } from './move-booking.ts';
import { answered, type Handlers, onStanding, refused } from './outcome.ts';
import { mayAdminister, onAccount, spend } from './spend.ts';

type Accounted =
  | 'ledger.show'
  | 'credits.exchange'
  | 'credits.redeem'
  | 'service.book'
  | 'service.cancel'
  | 'service.move'
  | 'service.exchange'
  | 'event.plan'
  | 'flex.check'
  | 'hours.record';

export const accountHandlers: Handlers<Accounted> = {
  'ledger.show': (args, scene, { store }) =>
    onAccount(scene, args.location, async (place) => {
      const { ledger } = await loadLedger(store, place.workOrder);
      return answered(showStatement(args, place, scene, ledger, await drawnFrom(store, place.workOrder, ledger, args)));
    }),

  'credits.exchange': (args, scene, shell) =>
    onAccount(scene, args.from, (from) => {
      const to = receiving(scene, from, args.to);
      if (to === undefined) return refused('unknown-location');
      return spend(
        {
          command: 'credits.exchange',
          place: from,
          args,
          decide: (ledger) => exchangeCredits(args, { from, to }, ledger, scene),
        },
        scene,
        shell,
      );
    }),

  'credits.redeem': (args, scene, shell) =>
    onAccount(scene, args.location, (place) =>
      spend(
        { command: 'credits.redeem', place, args, decide: (ledger) => redeemCredits(args, place, ledger, scene) },
        scene,
        shell,
      ),
    ),

  'service.book': (args, scene, shell) =>
    onAccount(scene, args.location, (place) =>
      spend(
        {
          command: 'service.book',
          place,
          args,
          decide: (ledger) => bookService(args, place, ledger, scene, bookedId(place, ledger, shell)),
          finish: (facts, draft) => withBooking(facts, draft, place, scene, shell),
        },
        scene,
        shell,
      ),
    ),

  'service.cancel': cancelBooking,

  'service.move': moveBooking,

  'service.exchange': (args, scene, { store }) => {
    const known = [args.from, args.to].every((service) => scene.knowledge.services[service] !== undefined);
    if (!known) return refused('unknown-service');
    return onAccount(scene, args.location, async (place) => {
      const { ledger } = await loadLedger(store, place.workOrder);
      return answered(substituteService(args, place, ledger, scene));
    });
  },

  'event.plan': (args, scene, shell) =>
    onAccount(scene, args.location, (place) =>
      spend(
        {
          command: 'event.plan',
          place,
          args,
          decide: (ledger) => planEvent(args, place, ledger, scene),
          finish: (facts) => withEventDays(facts, place, scene),
        },
        scene,
        shell,
      ),
    ),

  'flex.check': (args, scene) => {
    if (scene.knowledge.services[args.for] === undefined) return refused('unknown-service');
    return onAccount(scene, undefined, (place) => answered(checkFlex(args, place, scene)));
  },

  'hours.record': async (args, scene, shell) => {
    const incident =
      args.incident === undefined
        ? undefined
        : await loadIncident(shell.store, scene.tenant, args.incident.toUpperCase());
    if (args.incident !== undefined && incident === undefined) return refused('unknown-incident');
    return onStanding(scene, incident?.opened.location ?? args.location, (place) => {
      // An engineer records what was worked on incidents; an administrator also what was not.
      const isEngineer = scene.asker.roles.includes('engineer') && incident !== undefined;
      if (!isEngineer && !mayAdminister(scene, place.workOrder)) return refused('role');
      const decide = (ledger: Parameters<typeof recordHours>[2]) => recordHours(args, place, ledger, scene, incident);
      const messages = (facts: HoursFacts, at: string) => notedHoursOf(facts, scene, at, shell.commandId);
      return spend({ command: 'hours.record', place, args, decide, messages }, scene, shell);
    });
  },
};

/** Where the credits go: a location of the same work order first, else of another one of the tenant's. */
function receiving(scene: Scene, from: Standing, id: string): Standing | undefined {
  const own = from.workOrder.locations.find((location) => location.id === id);
  if (own !== undefined) return { ...from, location: own };
  const found = standingOf(scene, id);
  return found.ok ? found.value : undefined;
}
