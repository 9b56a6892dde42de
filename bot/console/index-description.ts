/** `npm run knowledge:index -- --edition ID --language TAG FILE`: lets answers show the printed clause. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { SourceLanguage } from '../../knowledge/schema/citation.ts';
import { indexDescription } from '../desk/descriptions.ts';
import { openDesk } from '../open-desk.ts';

const usage = 'Usage: npm run knowledge:index -- --edition unified-2025-01 --language zh-Hant [--data DIR] FILE.txt';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edition: { type: 'string' }, language: { type: 'string' }, data: { type: 'string' } },
});
const language = SourceLanguage.safeParse(values.language);
const [file] = positionals;

if (values.edition === undefined || !language.success || file === undefined) stop(usage);
else await index(values.edition, language.data, file);

async function index(edition: string, tag: SourceLanguage, path: string): Promise<void> {
  const opened = await openDesk({ data: values.data ?? process.env.DESK_DATA ?? '.data' });
  if (!opened.ok) return stop(opened.failure);
  const { desk, store, knowledge } = opened.value;
  const done = await indexDescription(store, knowledge, edition, tag, await readFile(path, 'utf8'));
  await desk.close();
  if (!done.ok) return stop(`${path} was not indexed: ${done.failure}`);
  console.log(
    `${done.value.paragraphs} paragraphs of ${done.value.sections} sections of ${edition} are indexed. The text stays in the desk's store.`,
  );
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
