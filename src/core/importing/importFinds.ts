import { comparablePlace } from '../base/urls';
import type { Brief } from '../brief/types';
import { addressesIn } from '../rules/fixes/sources/addresses';
import { hasSources } from './recognise';

/**
 * True if an import would find sources that a document doesn't declare: works without a number, or addresses of no source.
 * Nothing else is checked, because an import takes a while.
 */
export function importFinds({ text, works, sources }: Pick<Brief, 'text' | 'works' | 'sources'>): boolean {
  if (hasSources(text)) return false;
  if (works.length > 0 || sources.some(({ declarations: [first] }) => first?.byPlace)) return true;
  const known = new Set(sources.flatMap(({ url }) => (url ? [comparablePlace(url.value)] : [])));
  return addressesIn(text).some(({ url }) => !known.has(comparablePlace(url)));
}
