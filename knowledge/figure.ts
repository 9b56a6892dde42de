import type { Figure, FigureValue } from './schema/edition.ts';

/** What the ids of a list figure are, told by the end of its name: `excludedProducts` holds product ids. */
const kinds = ['products', 'services', 'languages', 'countries', 'severities'] as const;

export type FigureKind = (typeof kinds)[number];

/** The kind of a list figure; undefined where the name tells none. */
export const figureKind = (name: string): FigureKind | undefined =>
  kinds.find((kind) => name === kind || name.endsWith(kind.charAt(0).toUpperCase() + kind.slice(1)));

const byLanguage = (figure: Figure): figure is Extract<Figure, { cautious: string }> =>
  typeof figure === 'object' && !Array.isArray(figure);

/** The value of a figure: where the sources differ, that of the governing language, else the cautious reading. */
export const figureValue = (figure: Figure, governingLanguage?: string): FigureValue | undefined => {
  if (!byLanguage(figure)) return figure;
  const readings: Readonly<Partial<Record<string, FigureValue>>> = figure.byLanguage;
  return readings[governingLanguage ?? figure.cautious] ?? readings[figure.cautious];
};
