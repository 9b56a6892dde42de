/** What a card weighs: Teams counts a message in UTF-16, two bytes for each unit of its JSON. */

/** What a message extension or a webhook carries. */
export const CARD_LIMIT = 28 * 1024;
/** What a message may hold, with room left for what the platform adds. */
export const MESSAGE_LIMIT = 80 * 1024;

/** Bytes of the value's JSON in UTF-16. */
export const utf16Bytes = (value: unknown): number => JSON.stringify(value).length * 2;
