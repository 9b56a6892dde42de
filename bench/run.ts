// Runs the benchmarks, each in a process of its own, so that none warms up or slows down another:
//   npm run bench                     all of them
//   npm run bench -- NAME...          bench/NAME.ts
// A benchmark is a file beside this one that exports `title` and `run()`, which measures and returns the text to print.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Benchmark {
  readonly title: string;
  readonly run: () => string | Promise<string>;
}

const self = fileURLToPath(import.meta.url);
const ALONE = '--alone';

const names = (): string[] =>
  readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && file !== 'run.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();

async function runAlone(name: string): Promise<void> {
  const benchmark: Benchmark = await import(new URL(`${name}.ts`, import.meta.url).href);
  console.log(`\n## ${benchmark.title}\n`);
  console.log(await benchmark.run());
}

function runEach(asked: readonly string[]): void {
  const known = names();
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.error(`no benchmark ${unknown.join(', ')}; there are: ${known.join(', ')}`);
    process.exitCode = 2;
    return;
  }
  for (const name of asked.length > 0 ? asked : known) {
    const done = spawnSync(process.execPath, [self, ALONE, name], { stdio: 'inherit' });
    if (done.status !== 0) process.exitCode = 1;
  }
}

const words = process.argv.slice(2);
if (words[0] === ALONE) await runAlone(words[1] ?? '');
else runEach(words);
