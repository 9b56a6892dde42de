/**
 * The last step before a card leaves: no text in it is Markdown, and no text in it is a `{{DATE(…)}}` function.
 *
 * A text block that a client could read as Markdown becomes a run of rich text, which no client reads so. Backslashes
 * would not do: clients built on the shared C++ model show them (microsoft/AdaptiveCards issue 5758).
 */
type Node = { readonly [key: string]: unknown };

const MARKDOWN = /[*_[\]`~<>&\\|]|^\s*(?:[#+\-=]|\d+[.)])|\n/mu;
const FUNCTION = /\{\{/g;
/** A word joiner: keeps the braces apart for the parser, and together for the reader. */
const JOINER = '\u2060';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The same card with every shown text made literal; payloads of buttons stay as they are. */
export function seal(card: object): object {
  return sealNode({ ...card });
}

function sealNode(node: Node): Node {
  const literal = node.type === 'TextBlock' ? literalText(node) : node;
  return Object.fromEntries(Object.entries(literal).map(([key, value]) => [key, sealValue(key, value)]));
}

function sealValue(key: string, value: unknown): unknown {
  if (key === 'data') return value;
  if (typeof value === 'string') return value.includes('{{') ? value.replace(FUNCTION, `{${JOINER}{`) : value;
  if (Array.isArray(value)) return value.map((item: unknown) => sealValue('', item));
  return isNode(value) ? sealNode(value) : value;
}

/** A text block whose text could be read as Markdown, as rich text that looks the same. */
function literalText(block: Node): Node {
  const { text } = block;
  if (typeof text !== 'string' || !MARKDOWN.test(text)) return block;
  const { id, isVisible, spacing, separator, horizontalAlignment, size, weight, color, isSubtle, fontType } = block;
  const inline = { type: 'TextRun', text, size, weight, color, isSubtle, fontType };
  return present({
    type: 'RichTextBlock',
    id,
    isVisible,
    spacing,
    separator,
    horizontalAlignment,
    inlines: [present(inline)],
  });
}

const present = (node: Node): Node =>
  Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined));
