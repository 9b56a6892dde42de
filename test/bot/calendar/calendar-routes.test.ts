import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import pino from 'pino';
import { calendarRoutes } from '../../../bot/calendar/calendar-routes.ts';
import { readConfiguration } from '../../../bot/configuration.ts';
import type { Desk } from '../../../bot/desk/desk.ts';
import { createServer, type DeskServer } from '../../../bot/server.ts';
import type { Answer } from '../../../src/command/answer.ts';
import type { CommandName } from '../../../src/command/contract.ts';
import { MemoryStore } from '../../../src/store/memory-store.ts';
import type { Store } from '../../../src/store/port.ts';
import { january } from '../../ledger/account-world.ts';
import { deskOver, takeIn } from '../../support/desk.ts';
import { ADMINISTRATOR, knowledge, TENANT } from '../../support/world.ts';

const clock = (): number => Date.parse('2026-03-03T10:00:00+01:00');
const OUTSIDE = 'https://desk.example/bot';

let store: Store;
let server: DeskServer;
let origin: string;

beforeEach(async () => {
  store = new MemoryStore();
  await takeIn(store, january());
  const routes = calendarRoutes({ store, knowledge, clock });
  server = createServer({ routes, ready: {}, log: pino({ level: 'silent' }) });
  origin = `http://127.0.0.1:${(await server.listen(0, '127.0.0.1')).port}`;
});
afterEach(() => server.close(0));

const deskAt = (publicUrl?: string): Desk => {
  const reached = publicUrl === undefined ? {} : { publicUrl };
  return deskOver(store, { clock, ...reached });
};

const give = (desk: Desk, command: CommandName, args: object): Promise<Answer> =>
  desk.perform({ tenant: TENANT, user: ADMINISTRATOR, locale: 'en', command, args: { ...args }, confirmed: true });

const book = (desk: Desk): Promise<Answer> => give(desk, 'service.book', { service: 'workshops', date: '2026-05-20' });
const idOf = ({ facts }: Answer): string => (facts.booking as { id: string }).id;
/** As a browser would fetch it, past whatever forwards the outside address to the desk. */
const get = (url: string): Promise<Response> => fetch(url.replace(OUTSIDE, origin));
const urlOf = ({ facts }: Answer): string => String(facts.calendarUrl);

describe('the calendar file of a booking', () => {
  test('is behind a button of the receipt', async () => {
    const made = await book(deskAt(OUTSIDE));
    expect(urlOf(made).startsWith(`${OUTSIDE}/calendar/${TENANT}/WO-T1/${idOf(made)}/`)).toBe(true);
    expect(made.card).toMatchObject({
      actions: [{ type: 'Action.OpenUrl', title: 'Add to calendar', url: urlOf(made) }],
    });
  });

  test('is a calendar that any client takes, and follows the booking', async () => {
    const desk = deskAt(`${OUTSIDE}/`);
    const made = await book(desk);
    const first = await get(urlOf(made));
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(first.headers.get('content-disposition')).toBe(`attachment; filename="${idOf(made)}.ics"`);
    expect(await first.text()).toBe(made.facts.calendar);
    const moved = await give(desk, 'service.move', { booking: idOf(made), date: '2026-06-10' });
    expect(urlOf(moved)).toBe(urlOf(made));
    expect(await (await get(urlOf(made))).text()).toMatch(/SEQUENCE:1\r\n.*DTSTART;VALUE=DATE:20260610/s);
    await give(desk, 'service.cancel', { booking: idOf(made) });
    expect(await (await get(urlOf(made))).text()).toMatch(/METHOD:CANCEL\r\n.*SEQUENCE:2/s);
  });

  test('speaks the language in which it was booked', async () => {
    const turn = { tenant: TENANT, user: ADMINISTRATOR, locale: 'fr', confirmed: true } as const;
    const args = { service: 'workshops', date: '2026-05-20' };
    const made = await deskAt(OUTSIDE).perform({ ...turn, command: 'service.book', args });
    expect(await (await get(urlOf(made))).text()).toContain(`SUMMARY:${knowledge.services.workshops?.names.fr}`);
  });

  test.each<readonly [string, (url: string) => string]>([
    ['another signature', (url) => url.replace(/.(?=\?)/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['no signature to speak of', (url) => url.replace(/[^/]+(?=\?)/, 'x')],
    ['the signature of another booking', (url) => url.replace(/BK-\d+/, 'BK-000000')],
    ['another work order', (url) => url.replace('WO-T1', 'WO-T2')],
    ['another tenant', (url) => url.replace(TENANT, 'b0000000-0000-4000-8000-000000000001')],
  ])('with %s is not there', async (_, change) => {
    const url = urlOf(await book(deskAt(OUTSIDE)));
    const changed = change(url);
    expect(changed).not.toBe(url);
    const response = await get(changed);
    expect([response.status, await response.json()]).toEqual([
      404,
      { code: 'NotFound', message: 'There is no such calendar file.' },
    ]);
  });

  test('who only asks makes no key; two who book first at once share one', async () => {
    await get(`${OUTSIDE}/calendar/${TENANT}/WO-T1/BK-000000/x`);
    expect(await store.load({ tenant: TENANT, kind: 'calendar-key', id: 'calendar-key' })).toBeUndefined();
    const [one, other] = await Promise.all([book(deskAt(OUTSIDE)), book(deskAt(OUTSIDE))]);
    expect((await get(urlOf(one))).status).toBe(200);
    expect((await get(urlOf(other))).status).toBe(200);
  });

  test('without an address for the outside there is no button, and the text has the day', async () => {
    const made = await book(deskAt());
    expect(made.facts).not.toHaveProperty('calendarUrl');
    expect(JSON.stringify(made.card)).not.toContain('OpenUrl');
    expect(made.text).toContain('20 May 2026');
  });
});

test('the address is one of the web', () => {
  const read = (DESK_PUBLIC_URL: string) => readConfiguration({ DESK_PUBLIC_URL, DESK_LOCAL_TENANT: TENANT });
  expect(read(OUTSIDE)).toMatchObject({ ok: true, value: { publicUrl: OUTSIDE } });
  expect(read('desk.example').ok).toBe(false);
  expect(read('file:///etc/passwd')).toMatchObject({ failure: [{ path: 'DESK_PUBLIC_URL' }] });
});
