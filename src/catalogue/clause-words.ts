/** The words of a clause in a language, with the edition's figures in their places. */
import { IntlMessageFormat } from 'intl-messageformat';
import { type FigureKind, figureKind, figureValue } from '../../knowledge/figure.ts';
import type { Knowledge } from '../../knowledge/load.ts';
import type { Clause } from '../../knowledge/schema/edition.ts';
import type { Text } from '../../knowledge/schema/text.ts';
import type { DeskLanguage } from '../../knowledge/vocabulary.ts';

export type Figures = NonNullable<Clause['figures']>;
type Names = Pick<Knowledge, 'services' | 'products'>;

/** A text in the language, in English where it has none; ids among the figures become the names that people use. */
export function inWords(text: Text, figures: Figures, language: DeskLanguage, names: Names): string {
  const locale = text[language] === undefined ? 'en' : language;
  const message = text[locale] ?? '';
  if (!message.includes('{')) return message;
  const values = Object.entries(figures).map(([name, figure]) => {
    const value = figureValue(figure);
    return [name, Array.isArray(value) ? listed(value, figureKind(name), locale, names) : value];
  });
  return String(
    new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(Object.fromEntries(values)),
  );
}

function listed(ids: readonly string[], kind: FigureKind | undefined, locale: DeskLanguage, names: Names): string {
  const called = ids.map((id) => nameOf(id, kind, locale, names));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(called);
}

function nameOf(id: string, kind: FigureKind | undefined, locale: DeskLanguage, { services, products }: Names): string {
  switch (kind) {
    case 'countries':
      return new Intl.DisplayNames(locale, { type: 'region' }).of(id) ?? id;
    case 'languages':
      return new Intl.DisplayNames(locale, { type: 'language' }).of(id) ?? id;
    case 'services':
      return services[id]?.names[locale] ?? services[id]?.names.en ?? id;
    case 'products':
      return products[id]?.names[locale] ?? products[id]?.names.en ?? id;
    default:
      return id;
  }
}
