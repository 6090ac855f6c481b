import { isNumber } from '../../base/messages';
import type { Span } from '../../base/text';
import type { Brief } from '../../brief/types';
import type { NewSource } from '../../rules/fixes/declareSource';
import { cleanAddress, titleOfWords } from '../../rules/fixes/sources/addresses';
import type { Link } from './linksOf';

/**
 * The sources that definitions (`[1]: https://…`) declare, where links of the text use them: they become entries of a list
 * that readers see. Where no link does, definitions stay as they are.
 */
export function definedSources(
  brief: Brief,
  links: readonly Link[],
): { readonly source: NewSource; readonly span: Span }[] {
  const wordsOf = new Map<string, string>();
  for (const { span, words, url } of links) {
    if (!/\]\[[^\]]*\]$/.test(brief.text.slice(span.start, span.end))) continue;
    const title = titleOfWords(words);
    if (title !== null || !wordsOf.has(url)) wordsOf.set(url, title ?? '');
  }
  if (wordsOf.size === 0) return [];
  return brief.sources.flatMap(({ id, declarations }) => {
    const only = declarations.length === 1 ? declarations[0] : undefined;
    if (only?.declaredIn !== 'definition' || !only.url || !isNumber(id)) return [];
    const title = only.title?.value ?? (wordsOf.get(only.url.value) || undefined);
    const site = /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(only.url.value)?.[1];
    const name = title !== undefined ? { title } : site === undefined ? {} : { publisher: site };
    return [{ source: { id, ...name, url: cleanAddress(only.url.value) }, span: only.span }];
  });
}
