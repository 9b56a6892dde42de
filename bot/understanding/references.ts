/** What is referred to by a number or an id: incidents, bookings, editions, subscriptions, environments. */
import type { Amount } from './amounts.ts';
import type { FoundDates } from './found-dates.ts';
import type { Marks } from './marks.ts';
import type { Token } from './tokens.ts';

const incidentId = /(?:^|[^\p{Script=Latin}\p{N}])inc[-–\s#.:]{0,3}(\d{3,12})(?!\d)/iu;
const hashed = /(?:^|\s)#\s?(\d{4,12})(?!\d)/u;
const bookingId = /(?:^|[^\p{Script=Latin}\p{N}])bk[-–\s#.:]{0,3}(\d{6})(?!\d)/iu;
const approvalId = /(?:^|[^\p{L}\p{N}])(?:ap|ап)[-–\s#.:]{0,3}(\d{6,8})(?!\d)/iu;
const editionId = /(unified|premier)[-\s]?(20\d\d)(?:[-\s/.]?(\d{2})(?!\d))?/giu;
/** "2024-09" by itself, where such an edition is known. */
const bareEdition = /(?<![\p{L}\d-])(20\d\d)-(\d{2})(?![\d-])/gu;
const programmeName = /unified|premier/iu;
const subscriptionId = /(?:^|[^\p{L}\p{N}-])(sub-[\p{L}\p{N}][\p{L}\p{N}._-]{1,60})/iu;
const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/iu;

/** `INC-123456`, also from "inc 123456", "#123456" and "case 123456". */
export function incidentIn(text: string, tokens: readonly Token[], marks: Marks): string | undefined {
  const written = incidentId.exec(text)?.[1] ?? hashed.exec(text)?.[1];
  if (written !== undefined) return `INC-${written}`;
  const numbers = marks
    .of('concept')
    .filter(({ value }) => value.value === 'incident')
    .map(({ to }) => tokens[to]?.form ?? '')
    .filter((form) => /^\d{5,12}$/.test(form));
  // The desk's own numbers have six digits; a longer one may be the vendor's.
  const number = numbers.find(({ length }) => length === 6) ?? numbers[0];
  return number === undefined ? undefined : `INC-${number}`;
}

/** A person's object id, in small letters. */
export const userIdIn = (text: string): string | undefined => guid.exec(text.toLowerCase())?.[0];

/** `AP-123456`, also from "ap 123456": the request for approval. */
export function approvalIn(text: string): string | undefined {
  const number = approvalId.exec(text)?.[1];
  return number === undefined ? undefined : `AP-${number}`;
}

/** `BK-123456`, also from "bk 123456". */
export function bookingIn(text: string): string | undefined {
  const number = bookingId.exec(text)?.[1];
  return number === undefined ? undefined : `BK-${number}`;
}

/** A number of as many digits as the desk's own ids have, that counts nothing: "118840 works again". */
export const bareIncident = (text: string, amounts: readonly Amount[]): string | undefined => {
  const found = amounts.find(
    ({ value, unit, digits }) =>
      digits && (unit === undefined || unit === 'solution' || unit === 'event') && /^[1-9]\d{5}$/.test(String(value)),
  );
  if (found !== undefined) return `INC-${found.value}`;
  const written = [...text.matchAll(/(?<![\p{L}\d.,$€£-])\d{6}(?![\d%€$-]|[.,]\d)/gu)].map(([number]) => number);
  const free = written.find(
    (number) => number.startsWith('0') || !amounts.some(({ value, digits }) => digits && value === Number(number)),
  );
  return free === undefined ? undefined : `INC-${free}`;
};

/** Ids of editions in the order of the text: written as such, or as "the September 2024 edition". */
export function editionsIn(text: string, marks: Marks, dates: FoundDates, known: readonly string[]): string[] {
  const written = [...text.matchAll(editionId)].flatMap(({ 1: programme, 2: year, 3: month }) =>
    matching(known, `${programme?.toLowerCase()}-`, year ?? '', month),
  );
  const isSpokenOf = marks.has('concept', 'edition') || marks.has('concept', 'differ') || programmeName.test(text);
  const numbered = [...text.matchAll(bareEdition)].flatMap(({ 1: year, 2: month }) =>
    matching(known, '', year ?? '', month),
  );
  if (written.length > 1 || (written.length + numbered.length === 0 && !isSpokenOf)) return unique(written);
  const dated = dates.months.flatMap(({ year, month }) =>
    matching(known, '', String(year), month === undefined ? undefined : String(month).padStart(2, '0')),
  );
  // "The April and the September edition of 2024": one year is said for both.
  const [year] = dates.months.map((month) => month.year);
  const yearless = dates.bareMonths.flatMap((month) =>
    year === undefined ? [] : matching(known, '', String(year), String(month).padStart(2, '0')),
  );
  return unique([...written, ...numbered, ...dated, ...yearless]);
}

/** Known editions of that time; an id that is written in full counts even where it is not known. */
function matching(known: readonly string[], programme: string, year: string, month: string | undefined): string[] {
  const time = month === undefined ? year : `${year}-${month}`;
  const exact = known.filter((id) => id.startsWith(programme) && id.endsWith(`-${time}`));
  const ofYear = known.filter((id) => id.startsWith(programme) && id.includes(`-${year}`));
  if (exact.length > 0) return exact.slice(0, 1);
  if (month === undefined && ofYear.length === 1) return ofYear;
  return programme === '' || month === undefined ? [] : [`${programme}${time}`];
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** The id after "subscription", or one that looks like an id of a subscription. */
export function subscriptionIn(text: string, tokens: readonly Token[], marks: Marks): string | undefined {
  const written = subscriptionId.exec(text)?.[1] ?? guid.exec(text)?.[0];
  if (written !== undefined) return written.replace(/[.]+$/, '');
  for (const { to } of marks.of('subscription')) {
    const rest = text.slice(tokens[to - 1]?.end, (tokens[to - 1]?.end ?? 0) + 80);
    const id = /^[\s:"'«“「-]{0,4}([\p{L}\p{N}][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)+)/u.exec(rest)?.[1];
    if (id !== undefined && /[a-z]/iu.test(id)) return id;
  }
  return undefined;
}

export const environmentIn = (marks: Marks): string | undefined =>
  ['production', 'test', 'development'].find((value) => marks.has('environment', value));
