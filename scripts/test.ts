// The whole check, in the order in which a fault is cheapest to find: types, lint, then every test.
//   npm test                 all of it
//   npm test -- PATTERN      the tests whose path matches
//   npm run test:long        the same with the large sizes (see test/support/sizes.ts)
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const words = process.argv.slice(2);
const long = words.includes('--long');
const patterns = words.filter((word) => word !== '--long');

function run(title: string, command: string, args: readonly string[]): void {
  process.stderr.write(`\n== ${title}\n`);
  const done = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(long ? { DESK_TEST_SIZE: 'full' } : {}) },
    shell: process.platform === 'win32' && command.endsWith('.cmd'),
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const bin = (name: string): string =>
  join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

run('types', bin('tsc'), ['--noEmit']);
run('lint', bin('biome'), ['check', '--error-on-warnings', '.']);
run('tests', process.execPath, [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  require.resolve('jest/bin/jest'),
  ...patterns,
]);
