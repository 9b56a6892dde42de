/** How much of a text is new: words that no sample sentence holds speak of something that the desk is not for. */
import { hash } from './hash.ts';
import type { View } from './view.ts';

const STEM = 5;
const MOST_WORDS = 60;
const han = /^\p{Script=Han}$/u;
const numeral = /\d/;

/** Hashed stems of the words that carry the order, names and the like left out; pairs of Han characters. */
export function stemsOf({ tokens, slots, ordering }: View): Set<number> {
  const stems = new Set<number>();
  let before = '';
  for (let index = 0; index < Math.min(tokens.length, ordering, MOST_WORDS); ) {
    const slot = slots.get(index);
    const form = slot === undefined ? (tokens[index]?.form ?? '') : '';
    if (han.test(form)) {
      if (before !== '') stems.add(hash(before + form));
      before = form;
    } else {
      before = '';
      if (form !== '' && !numeral.test(form)) stems.add(hash(form.slice(0, STEM)));
    }
    index = slot?.to ?? index + 1;
  }
  return stems;
}

/** Features of how many stems are new, in number and in share. */
export function noveltyOf(stems: ReadonlySet<number>, isKnown: (stem: number) => boolean): number[] {
  const fresh = [...stems].filter((stem) => !isKnown(stem)).length;
  const share = Math.ceil((fresh / Math.max(1, stems.size)) * 4);
  return [hash(`new ${Math.min(fresh, 4)}`), hash(`share ${share}`)];
}
