/** `npm run ledger -- import|export FILE --work-order WO`: postings into a ledger and out of it. */
import { parseArgs } from 'node:util';
import type { WorkOrder } from '../../src/agreement/work-order.ts';
import { isDate } from '../../src/calendar/local-date.ts';
import { DirectoryId } from '../../src/directory-id.ts';
import type { Store } from '../../src/store/port.ts';
import { workOrdersOf } from '../desk/work-orders.ts';
import { exportPostings } from '../ledger-files/export-postings.ts';
import { type Imported, importPostings, type NotImported } from '../ledger-files/import-postings.ts';
import { UnreadableFile } from '../ledger-files/read-rows.ts';
import { type OpenedDesk, openDesk } from '../open-desk.ts';

const usage = `Usage:
  npm run -s ledger -- import FILE --work-order ID [--dry-run] [--decimal point|comma] [--dates dmy|mdy]
  npm run -s ledger -- export FILE --work-order ID [--since DATE] [--until DATE]
FILE ends in .csv or .xlsx; its columns are told in docs/ledger-files.md. --data DIR names the desk's folder,
--tenant ID the customer where two have a work order of that id.
`;

type Options = ReturnType<typeof readOptions>['values'];

try {
  await main();
} catch (error) {
  if (error instanceof UnreadableFile) stop(error.message);
  else if (error instanceof TypeError && 'code' in error) stop(`${error.message}\n\n${usage}`);
  else throw error;
}

function readOptions() {
  return parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.DESK_DATA ?? '.data' },
      tenant: { type: 'string' },
      'work-order': { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      decimal: { type: 'string' },
      dates: { type: 'string' },
      since: { type: 'string' },
      until: { type: 'string' },
      by: { type: 'string', default: 'console' },
    },
  });
}

async function main(): Promise<void> {
  const { values, positionals } = readOptions();
  const [what, file] = positionals;
  const id = values['work-order'];
  if (file === undefined || id === undefined || (what !== 'import' && what !== 'export')) return stop(usage);
  const days = [values.since, values.until].filter((day) => day !== undefined);
  if (!days.every(isDate)) return stop('--since and --until take a day as YYYY-MM-DD.');
  const opened = await openDesk({ data: values.data });
  if (!opened.ok) return stop(opened.failure);
  try {
    const found = await workOrderNamed(opened.value.store, id, DirectoryId.optional().parse(values.tenant));
    if (typeof found === 'string') stop(found);
    else if (what === 'import') await takeIn(opened.value, file, found, values);
    else await writeOut(opened.value, file, found, values);
  } finally {
    await opened.value.desk.close();
  }
}

/** The work order, or why none is meant. */
async function workOrderNamed(store: Store, id: string, tenant: string | undefined): Promise<WorkOrder | string> {
  const tenants = tenant === undefined ? await store.tenants('work-order') : [tenant];
  const all = (await Promise.all(tenants.map((one) => workOrdersOf(store, one)))).flat();
  const [found, ...others] = all.filter((order) => order.id === id);
  if (found === undefined) return `There is no work order ${id}. Known: ${all.map((order) => order.id).join(', ')}.`;
  return others.length > 0 ? `Several customers have a work order ${id}: name the customer with --tenant.` : found;
}

async function takeIn(
  { store, knowledge }: OpenedDesk,
  file: string,
  workOrder: WorkOrder,
  options: Options,
): Promise<void> {
  const { decimal, dates, by } = options;
  if (decimal !== undefined && decimal !== 'point' && decimal !== 'comma') return stop(usage);
  if (dates !== undefined && dates !== 'dmy' && dates !== 'mdy') return stop(usage);
  const imported = await importPostings(store, knowledge, {
    file,
    workOrder,
    habits: { decimal, dates },
    dryRun: options['dry-run'],
    by,
    now: Date.now(),
    progress: ({ what, rows }) => process.stderr.write(`${rows} rows ${what}\n`),
  });
  if (imported.ok) console.log(told(imported.value));
  else stop(untold(file, imported.failure));
}

function told(imported: Imported): string {
  if (imported.kind === 'before') {
    const { name, at, by, postings } = imported.file;
    return `This file was imported on ${at} by ${by}, as ${name}, with ${postings} postings. Nothing was done.`;
  }
  const { kind, postings, known, passedOver } = imported;
  return [
    `${postings} postings ${kind === 'imported' ? 'are in' : 'would be imported'}.`,
    ...(known > 0 ? [`${known} rows came with an earlier file and were left out.`] : []),
    ...(passedOver.length > 0 ? [`Columns that the desk does not know: ${passedOver.join(', ')}.`] : []),
  ].join('\n');
}

function untold(file: string, failure: NotImported): string {
  if (failure.kind === 'unreadable') return failure.problem;
  const lines = failure.faults.map(
    ({ row, column, problem, remedy }) => `  row ${row}, ${column}: ${problem}. ${remedy}`,
  );
  const more = failure.count - failure.faults.length;
  return [
    `${file} was not imported; nothing of it was:`,
    ...lines,
    ...(more > 0 ? [`  and ${more} faults more`] : []),
  ].join('\n');
}

async function writeOut({ store }: OpenedDesk, file: string, workOrder: WorkOrder, options: Options): Promise<void> {
  const { since, until } = options;
  const progress = (rows: number): boolean => process.stderr.write(`${rows} rows written\n`);
  const rows = await exportPostings(store, { file, workOrder, since, until, progress });
  console.log(`${rows} rows are in ${file}.`);
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
