/** By which way a promise wants to be asked for. */
import type { PromisedResponse } from './events.ts';

/** Whether a severity can be submitted by phone alone (F-REA-08b): the desk records it, and the customer calls. */
export const needsCall = ({ submission }: Pick<PromisedResponse, 'submission'>): boolean =>
  submission.via.every((channel) => channel === 'phone');
