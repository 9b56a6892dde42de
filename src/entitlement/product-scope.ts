/** Whether a product belongs to what a chart or service is for. */
import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { Scope } from '../../knowledge/schema/chart.ts';
import type { ProductFamily } from '../../knowledge/vocabulary.ts';

/** A product of the customer's, or a whole family when only that much is known. */
export type Subject = { readonly product: string } | { readonly family: ProductFamily } | undefined;

/** The family of a subject; undefined when nothing was named. */
export function familyOf(subject: Subject, products: Products): ProductFamily | undefined {
  if (subject === undefined) return undefined;
  return 'family' in subject ? subject.family : products[subject.product]?.family;
}

/** Azure's sovereign and public clouds count as Azure: the exclusion lists then carve single ones out. */
export const isAzure = (family: ProductFamily | undefined): boolean =>
  family === 'azure' || family === 'cloud-environment';

/** True when the scope takes the subject in; a subject that is not named is only within a scope of everything. */
export function isInScope(scope: Scope, subject: Subject, products: Products): boolean {
  if (scope.kind === 'all') return true;
  const family = familyOf(subject, products);
  if (family === undefined || subject === undefined) return false;
  if (scope.kind === 'families') return scope.families.includes(isAzure(family) ? 'azure' : family);
  return 'product' in subject ? scope.products.includes(subject.product) : family === 'security';
}
