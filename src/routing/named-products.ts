import type { Products } from '../../knowledge/schema/catalogue.ts';
import type { BoughtService } from '../agreement/work-order.ts';

/** Whether the work order names the product for the service, itself or by its family; a service without a list names none. */
export const namesProduct = ({ products: named = [] }: BoughtService, product: string, products: Products): boolean =>
  named.includes(product) || named.includes(products[product]?.family ?? product);
