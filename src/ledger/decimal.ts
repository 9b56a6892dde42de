/**
 * Exact decimal numbers: nothing here goes through floating point, so sums of postings are what they should be. A number
 * is taken by the digits that it prints: 0.1 is a tenth.
 */
export interface Decimal {
  /** The value is `digits` × 10^-`scale`. */
  readonly digits: bigint;
  /** Never negative. */
  readonly scale: number;
}

export const zero: Decimal = { digits: 0n, scale: 0 };

/** @throws RangeError where the text is no decimal number, or the number is not finite. */
export function decimalOf(value: number | string): Decimal {
  const parts = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value));
  if (parts === null) throw new RangeError(`not a decimal number: ${value}`);
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = parts;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const scale = fraction.length - Number(exponent);
  return scale < 0 ? { digits: digits * tenTo(-scale), scale: 0 } : { digits, scale };
}

const tenTo = (power: number): bigint => 10n ** BigInt(power);
const digitsAt = ({ digits, scale }: Decimal, wanted: number): bigint => digits * tenTo(wanted - scale);

export function add(one: Decimal, other: Decimal): Decimal {
  if (one.scale === other.scale) return { digits: one.digits + other.digits, scale: one.scale };
  const scale = Math.max(one.scale, other.scale);
  return { digits: digitsAt(one, scale) + digitsAt(other, scale), scale };
}

export const negate = ({ digits, scale }: Decimal): Decimal => ({ digits: -digits, scale });
export const subtract = (one: Decimal, other: Decimal): Decimal => add(one, negate(other));
export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, zero);

export const multiply = (one: Decimal, other: Decimal): Decimal => ({
  digits: one.digits * other.digits,
  scale: one.scale + other.scale,
});

/** Negative, zero or positive as the first is less than, equal to or more than the second. */
export function compare(one: Decimal, other: Decimal): number {
  const { digits } = subtract(one, other);
  return digits < 0n ? -1 : Number(digits > 0n);
}

export const isZero = ({ digits }: Decimal): boolean => digits === 0n;
export const isNegative = ({ digits }: Decimal): boolean => digits < 0n;
export const least = (one: Decimal, other: Decimal): Decimal => (compare(one, other) <= 0 ? one : other);
export const greatest = (one: Decimal, other: Decimal): Decimal => (compare(one, other) >= 0 ? one : other);

/** Without an exponent and without zeros that say nothing: `-12.5`. The form in which postings are stored. */
export function toText({ digits, scale }: Decimal): string {
  const size = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0');
  const whole = size.slice(0, size.length - scale);
  const fraction = size.slice(size.length - scale).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The number that prints as the decimal does; for answers, never for sums. */
export const toNumber = (value: Decimal): number => Number(toText(value));

/** Where a quotient lies between two whole numbers. */
export interface Quotient {
  /** The whole number at or below it. */
  readonly whole: bigint;
  readonly rest: 'none' | 'under-half' | 'half' | 'over-half';
}

/** How often the divisor goes into the dividend. @throws RangeError unless the divisor is above and the dividend not below zero. */
export function divide(dividend: Decimal, divisor: Decimal): Quotient {
  if (divisor.digits <= 0n || dividend.digits < 0n)
    throw new RangeError('divides what is not negative by what is positive');
  const scale = Math.max(dividend.scale, divisor.scale);
  const [over, under] = [digitsAt(dividend, scale), digitsAt(divisor, scale)];
  const whole = over / under;
  const rest = over - whole * under;
  return { whole, rest: rest === 0n ? 'none' : restName(2n * rest - under) };
}

function restName(beyondHalf: bigint): Quotient['rest'] {
  if (beyondHalf === 0n) return 'half';
  return beyondHalf < 0n ? 'under-half' : 'over-half';
}

export const whole = (units: bigint): Decimal => ({ digits: units, scale: 0 });
