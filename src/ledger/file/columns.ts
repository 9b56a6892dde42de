/** The columns of a file of postings, in the order in which they are written; files are read by their names in the first row. */
export const columns = [
  'date',
  'service',
  'location',
  'unit',
  'kind',
  'amount',
  'text',
  'reference',
  'by',
  'reason',
  'command',
] as const;
export type Column = (typeof columns)[number];

/** Without these there is nothing to post. */
export const requiredColumns: readonly Column[] = ['date', 'service', 'location', 'kind', 'amount'];

/** The column that the cell of a first row names; undefined where it names none. */
export function columnNamed(cell: string): Column | undefined {
  const name = cell.trim().toLowerCase();
  return columns.find((column) => column === name);
}
