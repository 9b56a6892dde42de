/**
 * Stands for `adaptivecards/src/schema`, which the typings of adaptivecards-templating import although the package
 * ships it as source that a strict compiler refuses. Only this name is used.
 */
export interface IAdaptiveCard {
  readonly [name: string]: unknown;
}
