/** `npm run import -- FILE...`: takes work orders and support teams into the desk's store. */
import { openDesk } from '../open-desk.ts';
import { importFiles } from './import-files.ts';

await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<void> {
  const at = words.indexOf('--data');
  const data = at < 0 ? (process.env.DESK_DATA ?? '.data') : (words[at + 1] ?? '.data');
  const files = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  if (files.length === 0) return stop('Usage: npm run import -- [--data DIR] FILE...');
  const opened = await openDesk({ data });
  if (!opened.ok) return stop(opened.failure);
  const { desk, store, knowledge } = opened.value;
  const imported = await importFiles(files, store, knowledge);
  if (imported.ok) {
    for (const { told, unknown } of imported.value) {
      console.log(told);
      if (unknown.length > 0) console.log(`  kept, but unknown to the desk: ${unknown.join(', ')}. A slip of the pen?`);
    }
  } else stop(imported.failure);
  await desk.close();
}

function stop(why: string): void {
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
