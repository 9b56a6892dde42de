/** E-mail addresses in a text. */
import type { Token } from './tokens.ts';

/** Han characters beside an address are the sentence around it. */
const email =
  /[\p{Script=Latin}\p{N}._%+-]{1,64}@[\p{Script=Latin}\p{N}-]{1,63}(?:\.[\p{Script=Latin}\p{N}-]{1,63}){1,4}/gu;

export interface Address {
  readonly address: string;
  readonly from: number;
}

/** E-mail addresses, and where they begin. */
export const addressesIn = (text: string): Address[] =>
  [...text.matchAll(email)].map(({ 0: address, index }) => ({ address, from: index }));

/** Whether the word is a part of one of them. */
export const isInside = (token: Token | undefined, addresses: readonly Address[]): boolean =>
  token !== undefined &&
  addresses.some(({ address, from }) => token.start >= from && token.end <= from + address.length);
