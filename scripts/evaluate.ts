// Measures the recogniser on sentences that took no part in its training, beside nlp.js trained on the same samples:
//   npm run evaluate                       every language
//   npm run evaluate -- LANGUAGE...        some
//   npm run evaluate -- --misses           and what was misread in the development half
// The frozen half is for measuring only: its misses are counted and never shown.
import { loadLanguageData } from '../bot/understanding/data.ts';
import { createUnderstander } from '../bot/understanding/understand.ts';
import { loadKnowledge } from '../knowledge/load.ts';
import { DeskLanguage } from '../knowledge/vocabulary.ts';
import { commandNames } from '../src/command/contract.ts';
import { comparable, judge, NONE, type Verdict } from './evaluation/judge.ts';
import { trainNlpJs } from './evaluation/nlp-js.ts';
import { type Half, halves, sentencesOf } from './evaluation/sentences.ts';
import { confusions, percentile, share, shareOf } from './evaluation/tally.ts';
import { unaskedOf } from './evaluation/unasked.ts';

const asked = process.argv.slice(2);
const languages = DeskLanguage.options.filter(
  (language) => asked.length === 0 || asked.every((a) => a.startsWith('-')) || asked.includes(language),
);
const print = (line = ''): void => void process.stdout.write(`${line}\n`);
const micros = (values: readonly number[]): string =>
  [0.5, 0.95, 0.99].map((part) => `p${part * 100} ${(percentile(values, part) / 1000).toFixed(2)} ms`).join(', ');

/** Bytes held after a full collection, where the process was started with `--expose-gc`. */
function held(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const knowledge = loadKnowledge();
const before = held();
const understander = createUnderstander(knowledge);
const samples = loadLanguageData().utterances();
const size = held() - before;

const known = new Set<string>([NONE, ...commandNames]);
/** One reading of everything first, so that no sentence pays for warming up. */
for (const language of languages) for (const sentence of sentencesOf(language)) judge(understander, language, sentence);

interface Outcome {
  readonly verdicts: readonly Verdict[];
  readonly theirs: ReadonlyMap<Verdict, boolean>;
  readonly theirMicros: readonly number[];
}

async function measure(language: DeskLanguage): Promise<Outcome> {
  const sentences = sentencesOf(language).filter(({ command }) => known.has(command));
  const verdicts = sentences.map((sentence) => judge(understander, language, sentence));
  const other = await trainNlpJs(language, samples.get(language) ?? {});
  const theirs = new Map<Verdict, boolean>();
  const theirMicros: number[] = [];
  for (const { sentence } of verdicts) await other(sentence.text);
  for (const verdict of verdicts) {
    const started = process.hrtime.bigint();
    const found = await other(verdict.sentence.text);
    theirMicros.push(Number(process.hrtime.bigint() - started) / 1000);
    theirs.set(verdict, found === verdict.sentence.command);
  }
  return { verdicts, theirs, theirMicros };
}

function printHalf(half: Half, { verdicts, theirs }: Outcome): void {
  const ours = verdicts.filter(({ sentence }) => sentence.half === half);
  const commands = shareOf(ours, ({ rightCommand }) => rightCommand);
  const args = shareOf(ours, ({ rightArguments }) => rightArguments);
  const nlp = shareOf(ours, (verdict) => theirs.get(verdict) === true);
  print(
    `  ${half.padEnd(12)} ${String(ours.length).padStart(3)} sentences  commands ${commands}  arguments ${args}  nlp.js ${nlp}`,
  );
  for (const writer of new Set(ours.map(({ sentence }) => sentence.writer))) {
    const own = ours.filter(({ sentence }) => sentence.writer === writer);
    const right = [
      shareOf(own, ({ rightCommand }) => rightCommand),
      shareOf(own, ({ rightArguments }) => rightArguments),
      shareOf(own, (verdict) => theirs.get(verdict) === true),
    ];
    print(`    ${writer.padEnd(12)} commands ${right[0]}  arguments ${right[1]}  nlp.js ${right[2]}`);
  }
}

function printMisses(verdicts: readonly Verdict[]): void {
  for (const { sentence, found, confidence, args, rightCommand, rightArguments } of verdicts) {
    if (sentence.half !== 'development' || rightArguments) continue;
    const what = rightCommand
      ? `${JSON.stringify(comparable(args, found))} instead of ${JSON.stringify(sentence.args)}`
      : `${found} (${confidence.toFixed(2)}) instead of ${sentence.command}`;
    print(`    ${what}: ${sentence.text}`);
  }
}

const all: Verdict[] = [];
for (const language of languages) {
  const outcome = await measure(language);
  all.push(...outcome.verdicts);
  print(`\n${language}`);
  for (const half of halves) printHalf(half, outcome);
  print(
    `  time a sentence (the quickest of five): ${micros(outcome.verdicts.map(({ microseconds }) => microseconds))}; nlp.js, command only and once: ${micros(outcome.theirMicros)}`,
  );
  if (asked.includes('--misses')) printMisses(outcome.verdicts);
}

const frozen = all.filter(({ sentence }) => sentence.half === 'frozen');
print(
  `\nall languages, frozen half: commands ${share(frozen.filter(({ rightCommand }) => rightCommand).length, frozen.length)}, arguments ${share(frozen.filter(({ rightArguments }) => rightArguments).length, frozen.length)}`,
);
print(
  `memory of the recogniser: ${globalThis.gc === undefined ? 'not measured (start with --expose-gc)' : `${(size / 1e6).toFixed(1)} MB`}`,
);
print('\nmost frequent confusions:');
for (const { pair, count } of confusions(all).slice(0, 12)) print(`  ${String(count).padStart(3)}  ${pair}`);
const { guesses, done } = await unaskedOf(all, knowledge, understander);
print(
  `\nwrong guesses of a command that spends, closes or opens: ${guesses}; carried out by the desk without a question: ${done.length}`,
);
for (const { sentence, found } of done)
  print(`  ${found} instead of ${sentence.command}${sentence.half === 'development' ? `: ${sentence.text}` : ''}`);
