/** The ICU messages of the topics: which arguments they take. */
import { IntlMessageFormat } from 'intl-messageformat';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const inner = (element: Element): readonly Element[] => {
  if ('options' in element) return Object.values(element.options).flatMap((option) => option.value);
  return 'children' in element ? element.children : [];
};

/** Literals (type 0) and the `#` of a plural (type 7) name no argument; a tag (type 8) is no argument either. */
const named = (element: Element): readonly string[] =>
  'value' in element && element.type !== 0 && element.type !== 8 ? [element.value] : [];

const collect = (elements: readonly Element[]): string[] =>
  elements.flatMap((element) => [...named(element), ...collect(inner(element))]);

/** The parser alone: making a whole message looks its locale up each time, which costs more than the reading. */
const parse = (message: string): readonly Element[] => {
  const options = { ignoreTag: true };
  return IntlMessageFormat.__parse?.(message, options) ?? new IntlMessageFormat(message, 'en', {}, options).getAst();
};

/** The arguments that a message needs, each once. Throws a SyntaxError where it is no ICU message. */
export const argumentsOf = (message: string): ReadonlySet<string> =>
  message.includes('{') ? new Set(collect(parse(message))) : new Set();
