/** Words of a command line, read once and told plainly when they are wrong. */
import { parseArgs } from 'node:util';
import { DirectoryId } from '../../src/directory-id.ts';

export const usage = `Usage:
  npm run -s ask -- --user ID [--tenant ID] [--json] "TEXT"
  npm run -s ask -- --jsonl < REQUESTS        one request a line, one answer a line
Options:
  --data DIR        where the desk keeps its state (default: .data, or DESK_DATA)
  --import FILE...  work orders to load first
  --now INSTANT     fixes the clock (not in production)
  --locale TAG      the asker's language, where the text doesn't tell
`;

export interface Options {
  readonly data: string;
  readonly imports: readonly string[];
  readonly user: string | undefined;
  readonly tenant: string | undefined;
  readonly now: string | undefined;
  readonly locale: string | undefined;
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly text: string;
}

/** `--import` takes every word up to the next option, so that a shell's wildcard works. */
export function readOptions(words: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: spreadImports(words),
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      import: { type: 'string', multiple: true },
      user: { type: 'string' },
      tenant: { type: 'string' },
      now: { type: 'string' },
      locale: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
    },
  });
  return {
    data: values.data ?? process.env.DESK_DATA ?? '.data',
    imports: values.import ?? [],
    user: DirectoryId.optional().parse(values.user),
    tenant: DirectoryId.optional().parse(values.tenant ?? process.env.DESK_LOCAL_TENANT),
    now: values.now,
    locale: values.locale,
    json: values.json,
    jsonl: values.jsonl,
    text: positionals.join(' '),
  };
}

/** With `--jsonl` no text stands on the line, so every bare word after `--import` is a file; else files end in .json. */
function spreadImports(words: readonly string[]): string[] {
  const spread: string[] = [];
  let importing = false;
  for (const word of words) {
    if (word.startsWith('--')) {
      importing = word === '--import';
      if (!importing) spread.push(word);
    } else if (importing && word.endsWith('.json')) spread.push('--import', word);
    else {
      importing = false;
      spread.push(word);
    }
  }
  return spread;
}
