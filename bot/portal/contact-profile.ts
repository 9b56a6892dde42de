/** A person as the support API wants them: with the names that it has for countries, time zones and languages. */
import type { ContactProfile } from '@azure/arm-support';
import countries from 'i18n-iso-countries';
import { findWindows } from 'windows-iana';
import type { Contact, Location } from '../../src/agreement/work-order.ts';
import { fail, ok, type Result } from '../../src/result.ts';

/** The languages that the API documents; any other person is written to in English. */
const languages: Readonly<Record<string, string>> = {
  en: 'en-us',
  es: 'es-es',
  fr: 'fr-fr',
  de: 'de-de',
  it: 'it-it',
  pt: 'pt-br',
  ru: 'ru-ru',
  ja: 'ja-jp',
  ko: 'ko-kr',
};

/** Zones that are younger than the table of Windows names. */
const younger: Readonly<Record<string, string>> = {
  'America/Ciudad_Juarez': 'Mountain Standard Time',
  'America/Coyhaique': 'Magallanes Standard Time',
};

export interface Reached {
  readonly contact: Contact;
  readonly location: Location;
  /** The number given for this incident, before the one in the work order. */
  readonly phone: string | undefined;
  /** The language asked for, before those of the contact. */
  readonly language: string | undefined;
  /** Whether the vendor should rather call than write. */
  readonly urgent: boolean;
}

/** The profile, or what the work order lacks for one. */
export function contactProfile(reached: Reached): Result<ContactProfile, string> {
  const { contact, location, urgent } = reached;
  const phone = reached.phone ?? contact.phone;
  if (contact.email === undefined) return fail(`${contact.name} has no e-mail address in the work order`);
  const country = countries.alpha2ToAlpha3(location.country);
  if (country === undefined) return fail(`the country ${location.country} of ${location.id} has no three-letter code`);
  const timeZone = findWindows(location.timeZone)?.[0] ?? younger[location.timeZone];
  if (timeZone === undefined) return fail(`the portal has no name for the time zone ${location.timeZone}`);
  return ok({
    ...namesOf(contact.name),
    preferredContactMethod: urgent && phone !== undefined ? 'phone' : 'email',
    primaryEmailAddress: contact.email,
    ...(phone === undefined ? {} : { phoneNumber: phone }),
    preferredTimeZone: timeZone,
    country,
    preferredSupportLanguage: languageOf(reached.language ?? contact.languages[0]),
  });
}

/** The API wants two names: the last word stands as the family's; a single one as both. */
function namesOf(name: string): Pick<ContactProfile, 'firstName' | 'lastName'> {
  const words = name.trim().split(/\s+/);
  const lastName = words.at(-1) ?? name;
  return { firstName: words.slice(0, -1).join(' ') || lastName, lastName };
}

function languageOf(tag: string | undefined): string {
  const [base = '', ...rest] = (tag ?? 'en').toLowerCase().split('-');
  if (base === 'zh') return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? 'zh-tw' : 'zh-hans';
  return (Object.hasOwn(languages, base) ? languages[base] : undefined) ?? 'en-us';
}
