/** Letters as people type them: case, accents and keyboard habits taken away, so that "rendesia" is "rëndësia". */

/** Letters that Unicode does not take apart; the Kazakh ones as people write them on a Russian keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

const ascii = /^[\0-\x7f]*$/;
const special = /[æœøßđðłıþәғқңөұүһі]/gu;

/** The folded form of a word; the same for every way of typing it. */
export function fold(word: string): string {
  if (ascii.test(word)) return word.toLowerCase();
  const bare = word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '');
  return bare.replaceAll(special, (letter) => plainLetters[letter] ?? letter);
}
