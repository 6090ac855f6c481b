import type { FrontMatterError } from '../../base/problem';
import { say } from '../../base/say';
import { SOURCE_TEXTS } from '../../base/sourceFields';
import type { Span } from '../../base/text';
import type { Passage, SourceDeclaration } from '../types/source';
import { type Entry, type Findings, fieldsOf, readEntry, textOf, textsOf } from './entry';
import { readId } from './ids';
import { quoteSchema, sourceSchema } from './schemas';
import type { YamlNode } from './yaml/yamlTree';

/** The source that an entry of `sources` declares, or null where it has no id to cite it by. */
export function readSource(node: YamlNode | null, span: Span, findings: Findings): SourceDeclaration | null {
  if (node?.kind !== 'map') {
    findings.errors.push({ span: node?.span ?? span, message: notAMap(node, 'source') });
    return null;
  }
  const entry = readEntry('source', node, sourceSchema, firstLine(span, findings), findings);
  const id = readId(entry);
  if (id === null) return null;
  const textPath = textOf(entry, 'text');
  const cite = textOf(entry, 'cite');
  const copy = textOf(entry, 'copy');
  return {
    id: id.value,
    idSpan: id.span,
    span,
    declaredIn: 'front-matter',
    ...fieldsOf(entry, SOURCE_TEXTS),
    authors: textsOf(entry, 'authors'),
    quotes: quotesOf(entry, findings),
    ...(textPath === undefined ? {} : { textPath }),
    ...(cite === undefined ? {} : { cite }),
    ...(copy === undefined ? {} : { copy }),
  };
}

/** The error for a source that briefs share and that says `cite: passages`: only a brief can say what its numbers mean. */
export function citeOfShared({ cite }: SourceDeclaration): FrontMatterError[] {
  if (!cite) return [];
  const message = say('"cite: passages" works only in a brief. Move it to a source in its front matter.');
  return [{ span: cite.span, message }];
}

/** The message for an entry that is not a map. */
export function notAMap(node: YamlNode | null, what: 'source' | 'figure'): string {
  if (node === null)
    return what === 'source'
      ? say('This source is empty: give it an id, as in id: usgs-2024.')
      : say('This figure is empty: give it an id, as in id: usgs-2024.');
  if (node.kind === 'text' && /^[\w-]+:[^\s/]/.test(node.value)) return say('Put a space after the colon.');
  return what === 'source'
    ? say('A source is made of keys. Begin it with its id, such as id: usgs-2024.')
    : say('A figure is made of keys. Begin it with its id, such as id: usgs-2024.');
}

/** The part of a span that a missing key is reported on. */
export function firstLine(span: Span, { slice }: Findings): Span {
  const line = /^[^\r\n]*/.exec(slice({ start: span.start, end: Math.min(span.end, span.start + 200) }));
  return { start: span.start, end: span.start + (line?.[0].length ?? 0) };
}

function quotesOf(entry: Entry, findings: Findings): Passage[] {
  const value = entry.pairs.get('quote')?.value ?? null;
  const items = value?.kind === 'list' ? value.items : [value];
  const passages: Passage[] = [];
  for (const item of items) {
    if (item?.kind === 'text' && item.value !== '') passages.push({ text: item.value, from: 'quote', span: item.span });
    if (item?.kind !== 'map') continue;
    // The schema of the source has checked it already, and a text with a colon is not a map of unknown keys.
    const unknownKeys = item.pairs.some(({ key }) => key === 'text') ? findings.unknownKeys : [];
    const quote = readEntry('quote', item, quoteSchema, item.span, { ...findings, errors: [], unknownKeys });
    const text = textOf(quote, 'text');
    if (text === undefined) continue;
    const page = textOf(quote, 'page');
    const url = textOf(quote, 'url');
    passages.push({
      text: text.value,
      from: 'quote',
      span: text.span,
      ...(page === undefined ? {} : { page: page.value }),
      ...(url === undefined ? {} : { url: url.value }),
    });
  }
  return passages;
}
