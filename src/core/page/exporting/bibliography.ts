/** The list of sources of a brief by itself, in plain text, HTML or Markdown. */

import { doiUrl, safeUrl } from '../../base/safeUrl';
import type { Brief, Source } from '../../brief/types';
import { formatDate } from '../formats';
import { element, type Html, join, text } from '../html';
import { keepAllowed } from '../safe/keepAllowed';
import { besidesOf } from '../sections/besides';
import { type EntryNode, inListOrder, renderEntry, type StyledSources, textOfEntry } from '../sections/entries';
import { escapeMarkdown, linkTo } from './escape';

const BIBLIOGRAPHY_FORMATS = ['text', 'html', 'md'] as const;
export type BibliographyFormat = (typeof BIBLIOGRAPHY_FORMATS)[number];

/**
 * Writes a list of sources. Where a style cites by numbers, and in our own, each entry has its id before it.
 *
 * @param styled the entries in a style, in the order of that style; null: our own
 */
export function writeBibliography(
  brief: Brief,
  sources: readonly Source[],
  styled: StyledSources | null,
  format: BibliographyFormat,
): string {
  const list = entriesOf(brief, sources, styled, format === 'text');
  if (list.length === 0) return '';
  switch (format) {
    case 'html': {
      const items = list.map(({ label, nodes }) => element('p', {}, text(label), renderEntry(nodes)));
      return `${keepAllowed(join(items, '\n' as Html))}\n`;
    }
    case 'md':
      return `${list.map(({ label, nodes }) => escapeMarkdown(label) + markdownOfEntry(nodes)).join('\n\n')}\n`;
    case 'text':
      return `${list.map(({ label, nodes }) => label + textOfEntry(nodes).replace(/\s+/g, ' ')).join('\n')}\n`;
  }
}

/** @param spelled whether addresses of further links are written out */
function entriesOf(brief: Brief, sources: readonly Source[], styled: StyledSources | null, spelled: boolean) {
  const isLabelled = styled === null || styled.isNumeric;
  const sourceIds = new Set(brief.sources.map(({ id }) => id));
  const labelOf = ({ id, declarations: [first] }: Source) => {
    if (sourceIds.has(id)) return `[${id.replace(/^\^/, '')}] `;
    const numbers = first?.numbers ?? (/^\d+$/.test(first?.id ?? '') ? [first?.id] : []);
    return numbers.map((number) => `[${number}] `).join('');
  };
  const inOrder = styled && !styled.isNumeric ? inListOrder(sources, styled, true) : sources;
  return inOrder.map((source) => ({
    label: isLabelled ? labelOf(source) : '',
    nodes: [
      ...(styled?.entries.get(source.id) ?? compactEntry(source, brief.language)),
      ...besidesOf(source, spelled).flatMap((nodes) => [' · ', ...nodes]),
    ],
  }));
}

/** A source in our own style: authors, title, publisher, date, address. */
function compactEntry({ id, authors, title, publisher, published, url, doi }: Source, language: string): EntryNode[] {
  const date = published && (formatDate(published.value, language) ?? published.value);
  const parts: EntryNode[] = [
    ...authors.map(({ value }) => value),
    ...(title ? [{ mark: 'i' as const, children: [title.value] }] : []),
    ...(publisher ? [publisher.value] : []),
    ...(date ? [date] : []),
  ];
  const address = url?.value ?? (doi && (doiUrl(doi.value) ?? doi.value));
  const words = parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
  if (address === undefined) return words.length > 0 ? [...words, '.'] : [id];
  const link: EntryNode = { mark: 'a', href: address, children: [address] };
  return words.length > 0 ? [...words, '. ', link] : [link];
}

const AROUND: Readonly<Record<string, string>> = { i: '*', b: '**' };

/** An entry in Markdown, on one line. A stretch that is not set in any way that Markdown knows is its words. */
export function markdownOfEntry(nodes: readonly EntryNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return escapeMarkdown(node);
      if (node.mark === 'a') {
        const words = textOfEntry(node.children);
        // An address that cannot be followed does not count.
        if (safeUrl(node.href ?? '') === null) return escapeMarkdown(words);
        return words === node.href || !node.href ? linkTo(words) : `[${escapeMarkdown(words)}](${linkTo(node.href)})`;
      }
      const content = markdownOfEntry(node.children);
      const mark = AROUND[node.mark];
      // Next to a space, a sign would not be read as markup.
      const inside = mark === undefined ? null : /^(\s*)(\S(?:.*\S)?)(\s*)$/.exec(content);
      return inside ? `${inside[1]}${mark}${inside[2]}${mark}${inside[3]}` : content;
    })
    .join('');
}
