/** How long the worst text takes, from the text to the card. */
import fc from 'fast-check';
import { openTestDesk } from '../test/support/desk.ts';
import { hostileText } from '../test/support/hostile-text.ts';

export const title = 'Any text: random and adversarial ones through the whole desk, milliseconds of the processor each';

const TEXTS = 20_000;
const TURNS = 25;

export async function run(): Promise<string> {
  const { say } = await openTestDesk();
  const texts = [...fc.sample(hostileText, { numRuns: TEXTS, seed: 7 }), 'a'.repeat(3_000_000), '<at>'.repeat(500_000)];
  const taken: { text: string; milliseconds: number }[] = [];
  for (const [index, text] of texts.entries()) {
    const started = process.cpuUsage();
    await say(text, { conversation: `any-${Math.floor(index / TURNS)}` });
    const { user, system } = process.cpuUsage(started);
    taken.push({ text, milliseconds: (user + system) / 1000 });
  }
  taken.splice(0, 500);
  taken.sort((a, b) => a.milliseconds - b.milliseconds);
  const at = (part: number): string => (taken[Math.floor(part * (taken.length - 1))]?.milliseconds ?? 0).toFixed(2);
  const late = taken.filter(({ milliseconds }) => milliseconds > 50);
  const worst = taken
    .slice(-3)
    .map(
      ({ text, milliseconds }) =>
        `  ${milliseconds.toFixed(1)} ms, ${text.length} characters: ${JSON.stringify(text.slice(0, 60))}`,
    );
  return [
    `${taken.length} texts: p50 ${at(0.5)}, p99 ${at(0.99)}, p99.9 ${at(0.999)}, worst ${at(1)}; over 50 ms: ${late.length}`,
    ...worst,
  ].join('\n');
}
