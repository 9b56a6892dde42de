/** What the ids of a list figure are, told by the end of its name: `excludedProducts` holds product ids. */
const kinds = ['products', 'services', 'languages', 'countries', 'severities'] as const;

export type FigureKind = (typeof kinds)[number];

/** The kind of a list figure; undefined where the name tells none. */
export const figureKind = (name: string): FigureKind | undefined =>
  kinds.find((kind) => name === kind || name.endsWith(kind.charAt(0).toUpperCase() + kind.slice(1)));
