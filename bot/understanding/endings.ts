/**
 * Endings that a name takes in running text: plural, article, case, possession. They are not taken apart; a name
 * counts as found when what follows it is one of these. All are written folded (see `fold`).
 */

const latinEndings = new Set(
  [
    's es x', // English, French
    'en et er erne ene ens ets ernes s e n t ne', // Danish
    'i it in u ut un a e es se ja je ve vet at ave jave t ne te n', // Albanian
  ]
    .join(' ')
    .split(' '),
);

const plural = '(?:лар|лер|дар|дер|тар|тер)';
const possessive = '(?:ымыз|имиз|мыз|миз|ыныз|иниз|ныз|низ|сы|си|ым|им|ын|ин|ы|и|м|н)';
const kazakhCase =
  '(?:нын|нин|дын|дин|тын|тин|ндагы|ндеги|дагы|деги|тагы|теги|нда|нде|да|де|та|те|нан|нен|дан|ден|тан|тен|' +
  'мен|бен|пен|на|не|га|ге|ка|ке|ны|ни|ды|ди|ты|ти|н|а|е)';
const derived = '(?:лык|лик|дык|дик|тык|тик|лы|ли|ша|ше|сыз|сиз)';
const kazakhEnding = new RegExp(
  `^${derived}?${plural}?${possessive}?${kazakhCase}?(?:мен|гы|ги|ны?ки|${plural}${possessive}?${kazakhCase}?)?$`,
  'u',
);

const cyrillic = /^[\u0400-\u04ff]+$/u;

/** Whether this is what may follow a name in one of the desk's languages. */
export const isEnding = (rest: string): boolean =>
  latinEndings.has(rest) || (cyrillic.test(rest) && rest.length <= 12 && kazakhEnding.test(rest));

/** Shorter names bear no ending: "ARR" is not in "arrit". Kazakh letters are never part of an abbreviation's ending. */
export const bearsEnding = (name: string): boolean => name.length >= (cyrillic.test(name) ? 3 : 4);
