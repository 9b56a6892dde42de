/** The one catalogue of what the desk refuses: each code with what it means and what to do next. */
import type { Refusal } from '../src/command/answer.ts';
import { type StringKey, say } from './strings.ts';

export type ErrorCode = Refusal | 'not-understood';

interface ErrorEntry {
  readonly means: StringKey;
  readonly next: StringKey;
  /** True where the same request may succeed later, unchanged. */
  readonly retry: boolean;
}

const entry = <Code extends ErrorCode>(code: Code, retry = false): ErrorEntry => ({
  means: `error.${code}.means`,
  next: `error.${code}.next`,
  retry,
});

export const errors: Readonly<Record<ErrorCode, ErrorEntry>> = {
  role: entry('role'),
  'unknown-tenant': entry('unknown-tenant'),
  'unknown-incident': entry('unknown-incident'),
  'unknown-location': entry('unknown-location'),
  'invalid-argument': entry('invalid-argument'),
  'unknown-product': entry('unknown-product'),
  'unknown-severity': entry('unknown-severity'),
  'unknown-service': entry('unknown-service'),
  'unknown-edition': entry('unknown-edition'),
  'unknown-booking': entry('unknown-booking'),
  'unknown-approval': entry('unknown-approval'),
  'own-request': entry('own-request'),
  'approval-lapsed': entry('approval-lapsed'),
  'decided-before': entry('decided-before'),
  'asker-may-not': entry('asker-may-not'),
  'no-second-administrator': entry('no-second-administrator'),
  'unknown-contact': entry('unknown-contact'),
  'contact-exists': entry('contact-exists'),
  'last-administrator': entry('last-administrator'),
  'agreement-expired': entry('agreement-expired'),
  state: entry('state'),
  'done-before': entry('done-before'),
  'same-severity': entry('same-severity'),
  private: entry('private'),
  'date-in-the-past': entry('date-in-the-past'),
  'text-too-long': entry('text-too-long'),
  'empty-text': entry('empty-text'),
  'nothing-asked': entry('nothing-asked'),
  busy: entry('busy', true),
  internal: entry('internal', true),
  'not-understood': entry('not-understood'),
};

export const errorCodes = Object.keys(errors) as ErrorCode[];

export const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errors, code);

/** The catalogue as the table of docs/errors.md, in English. */
export function errorsTable(): string {
  const rows = errorCodes.map((code) => {
    const { means, next, retry } = errors[code];
    return `| \`${code}\` | ${say('en', means)} | ${say('en', next)} | ${retry ? 'yes' : 'no'} |`;
  });
  return ['| Code | What it means | What to do next | Worth repeating as it is |', '|---|---|---|---|', ...rows].join(
    '\n',
  );
}
