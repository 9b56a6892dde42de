import { isKnownZone } from '../../cards/formats.ts';
import { DeskLanguage } from '../../knowledge/vocabulary.ts';
import type { Step, Turn } from './turn.ts';

/**
 * The desk's language for a client's locale: `da-DK` is `da`, every Chinese is `zh-Hant` (the one that the desk writes),
 * anything else and anything unreadable is English.
 */
export function deskLanguageOf(locale: string | undefined): DeskLanguage {
  const primary = canonical(locale)?.split('-')[0] ?? 'en';
  const found = DeskLanguage.options.find((language) => language.split('-')[0] === primary);
  return found ?? 'en';
}

/** The locale in its canonical spelling, or undefined where it is none. */
export function canonical(locale: string | undefined): string | undefined {
  if (!locale) return undefined;
  try {
    return Intl.getCanonicalLocales(locale)[0];
  } catch {
    return undefined;
  }
}

/** The time zone if this runtime knows it, else undefined: a client may send any text. */
export function knownTimeZone(timeZone: string | undefined): string | undefined {
  return timeZone && isKnownZone(timeZone) ? timeZone : undefined;
}

/** Settles the language of what the pipeline says, and drops a locale or zone that no one could use further in. */
export function language(): Step {
  return (turn, next) => next({ ...turn, caller: readable(turn), language: deskLanguageOf(turn.caller.locale) });
}

function readable({ caller }: Turn): Turn['caller'] {
  const { locale, timeZone, ...rest } = caller;
  const goodLocale = canonical(locale);
  const goodZone = knownTimeZone(timeZone);
  return {
    ...rest,
    ...(goodLocale ? { locale: goodLocale } : {}),
    ...(goodZone ? { timeZone: goodZone } : {}),
  };
}
