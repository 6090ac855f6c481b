/** Values of CSL variables. */
import type { NameParts } from '../core/brief/sources/names';

export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
  readonly circa?: boolean;
}

export type CslValue = string | readonly NameParts[] | CslDate;
