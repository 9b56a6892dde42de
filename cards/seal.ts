/**
 * The last step before a card leaves: no text in it is Markdown, and no text in it is a `{{DATE(…)}}` function.
 *
 * A text block that a client could read as Markdown becomes a run of rich text, which no client reads so. Backslashes
 * would not do: clients built on the shared C++ model show them (microsoft/AdaptiveCards issue 5758).
 */
type Node = { [key: string]: unknown };

const MARKDOWN = /[*_[\]`~<>&\\|]|^\s*(?:[#+\-=]|\d+[.)])|\n/mu;
/** The first of two braces, of each pair in a row of them. */
const BRACE = /\{(?=\{)/g;
/** A word joiner: keeps the braces apart for the parser, and together for the reader. */
const JOINER = '\u2060';

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Makes every shown text of the card literal, in place; payloads of buttons stay as they are. */
export const seal = (card: object): object => Object(sealed(card));

function sealed(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('{{') ? value.replace(BRACE, `{${JOINER}`) : value;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) value[index] = sealed(item);
    return value;
  }
  return isNode(value) ? sealedNode(value) : value;
}

function sealedNode(node: Node): Node {
  for (const key in node) if (key !== 'data') node[key] = sealed(node[key]);
  return node.type === 'TextBlock' ? literalText(node) : node;
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
