/** From a row of a file to a posting: every fault of the row is told, with its column and what to do. */
import type { Knowledge } from '../../../knowledge/load.ts';
import type { Edition } from '../../../knowledge/schema/edition.ts';
import { Unit } from '../../../knowledge/vocabulary.ts';
import type { WorkOrder } from '../../agreement/work-order.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Decimal, isZero } from '../decimal.ts';
import { ImportKind, type Pool } from '../entries.ts';
import { amountIn, type Cell, type CellFault, dateIn, type Habits, textOf } from './cells.ts';
import type { Column } from './columns.ts';

export type Cells = Readonly<Partial<Record<Column, Cell>>>;

export interface RowFault extends CellFault {
  /** As a spreadsheet numbers its rows: the first row, with the names of the columns, is 1. */
  readonly row: number;
  readonly column: Column;
}

/** What a row says, checked by itself; whether the balance allows it is the running balance's to say. */
export interface PostingRow {
  readonly row: number;
  /** A calendar date at the location. */
  readonly date: string;
  readonly pool: Pool;
  readonly kind: ImportKind;
  readonly amount: Decimal;
  readonly text: string;
  readonly reference: string;
  readonly by: string;
}

export interface RowContext {
  readonly workOrder: WorkOrder;
  readonly edition: Edition;
  readonly habits: Habits;
  /** A calendar date: nothing has been posted after it yet. */
  readonly today: string;
  /** The id of a service by its id or one of its names. */
  readonly serviceNamed: (text: string) => string | undefined;
}

/** Services by id and by their names in every language, whatever their letters' case. */
export function serviceNames({ services }: Knowledge): RowContext['serviceNamed'] {
  const ids = new Map<string, string>();
  for (const [id, { names }] of Object.entries(services)) {
    for (const name of Object.values(names)) if (typeof name === 'string') ids.set(folded(name), id);
  }
  for (const id of Object.keys(services)) ids.set(id, id);
  return (text) => ids.get(folded(text));
}

const folded = (text: string): string => text.trim().toLowerCase();

/** Texts that a statement shows are short; a longer one is a slip of the columns. */
const LONGEST = { text: 4000, reference: 200, by: 200 } as const;

/** The posting of a row, or all its faults. */
export function readRow(row: number, cells: Cells, context: RowContext): Result<PostingRow, readonly RowFault[]> {
  const faults: RowFault[] = [];
  const take = <Value>(column: Column, read: Result<Value, CellFault>): Value | undefined => {
    if (read.ok) return read.value;
    faults.push({ row, column, ...read.failure });
    return undefined;
  };
  const date = take('date', dateWithin(cells.date, context));
  const service = take('service', serviceIn(cells.service, context));
  const location = take('location', locationIn(cells.location, context));
  const unit =
    service === undefined || location === undefined
      ? undefined
      : take('unit', unitIn(cells.unit, service, location, context));
  const kind = take('kind', kindIn(cells.kind));
  const amount = take('amount', amountOf(cells.amount, kind, context.habits));
  const [text, reference, by] = (['text', 'reference', 'by'] as const).map((column) =>
    take(column, shortText(cells[column], LONGEST[column])),
  );
  if (faults.length > 0 || date === undefined || service === undefined || location === undefined) return fail(faults);
  if (unit === undefined || kind === undefined || amount === undefined) return fail(faults);
  const said = { text: text ?? '', reference: reference ?? '', by: by ?? '' };
  return ok({ row, date, pool: { service, location, unit }, kind, amount, ...said });
}

const wrong = (problem: string, remedy: string): { readonly ok: false; readonly failure: CellFault } =>
  fail({ problem, remedy });

function dateWithin(cell: Cell, { habits, workOrder, today }: RowContext): Result<string, CellFault> {
  const read = dateIn(cell, habits);
  if (!read.ok) return read;
  const { start, end } = workOrder.term;
  if (read.value < start || read.value > end)
    return wrong(
      `${read.value} is outside of the term, ${start} to ${end}`,
      'Import it into the work order of its term.',
    );
  return read.value > today
    ? wrong(`${read.value} is still to come`, 'Book what is planned in the conversation; import what has been.')
    : read;
}

function serviceIn(cell: Cell, { serviceNamed, edition }: RowContext): Result<string, CellFault> {
  const text = textOf(cell);
  const id = serviceNamed(text);
  if (id === undefined)
    return wrong(`${text || 'an empty cell'} is no service`, 'Write the id or the name of a service.');
  return edition.services[id] === undefined
    ? wrong(`${edition.id} has no service ${id}`, 'Write a service of the edition of this work order.')
    : ok(id);
}

function locationIn(cell: Cell, { workOrder }: RowContext): Result<string, CellFault> {
  const text = textOf(cell);
  const found = workOrder.locations.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  const known = workOrder.locations.map(({ id }) => id).join(', ');
  return found === undefined
    ? wrong(`${text || 'an empty cell'} is no location of ${workOrder.id}`, `Write one of: ${known}.`)
    : ok(found.id);
}

/** The unit in which the service is held at the location, else that of the edition; a cell may say it again, not otherwise. */
function unitIn(cell: Cell, service: string, location: string, context: RowContext): Result<Unit, CellFault> {
  const held = context.workOrder.services.filter((lot) => lot.service === service && lot.unit !== undefined);
  const here = held.filter((lot) => lot.location === location);
  const usual = (here.length > 0 ? here : held).map(({ unit }) => unit);
  const allowed = [...new Set([...usual, context.edition.services[service]?.unit])].flatMap((unit) => unit ?? []);
  const text = folded(textOf(cell));
  const [first] = allowed;
  if (first === undefined)
    return wrong(`${service} is not counted`, 'Leave the row out: nothing is kept of this service.');
  if (text === '') return ok(first);
  const unit = Unit.safeParse(text).data;
  return unit !== undefined && allowed.includes(unit)
    ? ok(unit)
    : wrong(`${service} is not counted in ${text}`, `Write ${allowed.join(' or ')}, or leave the cell empty.`);
}

/** Only an opening balance may be nothing: all has been used by then. */
function amountOf(cell: Cell, kind: ImportKind | undefined, habits: Habits): Result<Decimal, CellFault> {
  const read = amountIn(cell, habits);
  return read.ok && isZero(read.value) && kind !== 'opening'
    ? wrong('is zero', 'Leave the row out, or write what was moved.')
    : read;
}

function kindIn(cell: Cell): Result<ImportKind, CellFault> {
  const text = folded(textOf(cell));
  const kind = ImportKind.safeParse(text).data;
  return kind === undefined
    ? wrong(`${text || 'an empty cell'} is no kind of posting`, `Write one of: ${ImportKind.options.join(', ')}.`)
    : ok(kind);
}

function shortText(cell: Cell, longest: number): Result<string, CellFault> {
  const text = textOf(cell);
  return text.length > longest
    ? wrong(`has ${text.length} characters`, `At most ${longest} are kept: shorten it, or check the columns.`)
    : ok(text);
}
