/** Words of a text for searching, in any of the desk's languages: folded, so that typing without accents finds them. */

const segmenter = new Intl.Segmenter('zh-Hant', { granularity: 'word' });
const HAN = /\p{Script=Han}/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** Words that every question holds and no clause is told apart by, folded. */
const stopwords = new Set(
  (
    'a about an and are as at be been by can could do does for from how i if in is it its me my of on or our say says ' +
    'section should show so than that the their them there they this to us was we what when where which who why will with would you your written clause ' +
    'e te ne dhe per nga me si cfare cila ku se qe a i ka kush shkruhet thuhet ' +
    'af at bliver den der det de du en er et for fra har hvad hvem hvilken hvilke hvor hvordan i ikke jeg kan med noget og om pa som star til vi ' +
    'au aux avec ce ces dans de des du elle en est et il la le les nous on ou par pour quand que quel quelle quelles qui quoi sur un une vous clause dit ecrit ' +
    'бар ба бе болады ғана де да деген және қай қандай қайда кім мен не неше осы үшін жазылған тармақта бөлімде ' +
    '的 了 是 在 有 和 與 嗎 呢 我們 你們 什麼 哪 哪裡 如何 怎麼 會 一 條 這 那 到 寫 對 誰'
  ).split(' '),
);

/** Lower case without accents, one form of each letter. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/(?<=[\p{Script=Latin}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
}

/** The words of a text in order; runs of Han are cut by the segmenter, single Han characters kept beside them. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(WORD)].flatMap(([run]) => (HAN.test(run) ? hanWords(run) : [run]));
}

function hanWords(run: string): string[] {
  const words = [...segmenter.segment(run)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
  return words.flatMap((word) => (HAN.test(word) && word.length > 2 ? [word, ...pairs(word)] : [word]));
}

/** Overlapping pairs: Chinese words are mostly two characters, wherever the segmenter cuts. */
function pairs(word: string): string[] {
  return Array.from({ length: word.length - 1 }, (_, index) => word.slice(index, index + 2));
}

/** The searched form of a word, or nothing for a word that tells nothing. */
export function termOf(word: string): string | null {
  const folded = fold(word);
  return stopwords.has(folded) ? null : folded;
}
