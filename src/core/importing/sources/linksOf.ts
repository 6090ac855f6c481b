import type { Span } from '../../base/text';
import { meantAddress } from '../../base/urls';
import type { Brief } from '../../brief/types';
import { isIn } from '../text/spans';

/** A link of the text that can become a citation. */
export interface Link {
  readonly span: Span;
  readonly words: string;
  readonly url: string;
  /** The number that it shows, as in `[1](https://…)`. */
  readonly id?: string;
}

/**
 * Returns the links of the text to web pages, in order: links in running text, numbers that are links, and links with an
 * address defined elsewhere. Headings, images and footnotes are left out: footnotes are sources themselves.
 */
export function linksOf(brief: Brief): Link[] {
  const { text, sections, sources } = brief;
  const closed: Span[] = sections.map(({ headingSpan }) => headingSpan);
  if (brief.title) closed.push(brief.title.span);
  for (const { declarations } of sources)
    for (const { declaredIn, span, uri } of declarations)
      if (uri === undefined && declaredIn === 'footnote') closed.push(span);
  closed.sort((a, b) => a.start - b.start);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const found: Link[] = brief.links.map(({ span, text: words, url }) => ({ span, words, url: url.value }));
  for (const { form, span, url, items } of brief.citations) {
    const id = items[0]?.id;
    if (form === 'inline-link' && url && id !== undefined) found.push({ span, words: id, url: url.value, id });
    const source = form === 'reference-link' && items.length === 1 ? byId.get(id ?? '') : undefined;
    const start = source?.url ? startOfWords(text, span.start) : -1;
    if (source?.url && start >= 0 && source.declarations.some(({ declaredIn }) => declaredIn === 'definition')) {
      const words = text.slice(start + 1, span.start - 1);
      found.push({ span: { start, end: span.end }, words, url: source.url.value });
    }
  }
  const isWeb = ({ url }: Link) => /^https?:\/\/[^\s/]/i.test(url);
  const isOpen = ({ span }: Link) => !text.startsWith('[!', span.start) && !isIn(closed, span) && !isQuoted(text, span);
  return found
    .filter((link) => isWeb(link) && isOpen(link))
    .map((link) => ({ ...link, url: meantAddress(link.url) }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** True if an address stands in quotation marks, as in `url = "https://…"`: it is a value, and no citation. */
function isQuoted(text: string, { start, end }: Span): boolean {
  const mark = text[start - 1];
  return (mark === '"' || mark === "'") && text[end] === mark && text[start] !== '[';
}

const LONGEST = 500;

/** Returns the offset of the bracket that opens the words right before `at`; -1 if there are no words in brackets. */
function startOfWords(text: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0 && i > at - LONGEST; i--) {
    if (text[i] === ']') depth++;
    else if (text[i] === '[' && --depth === 0) return i;
    if (depth === 0) return -1;
  }
  return -1;
}
