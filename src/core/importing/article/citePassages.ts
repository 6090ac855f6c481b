/** Turns a brief whose numbers cite empty sources into one whose numbers cite passages of an article. */

import { differenceBetween } from '../../base/content';
import type { Span, TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { frontMatterLayout } from '../../document/frontMatter/layout';
import { withRemovals } from '../edits';
import { createNotes } from '../report';
import type { AddedText } from './addText';
import { type Article, copyOf } from './article';
import { numberPassages, numbersCited, whyNoPassages } from './numbering';
import { FEWEST_NUMBERS, withArticle } from './readNumbers';

/** True if all that is known of the cited sources is their numbers, as an import leaves them. */
export function citesEmptySources(brief: Brief): boolean {
  const { sources, works } = brief;
  const numbers = numbersCited(brief);
  return numbers.length >= FEWEST_NUMBERS && works.length === 0 && sources.length > 0 && emptyLists(brief) !== null;
}

/**
 * Replaces the empty entries by a declaration of the article, and names its copy.
 *
 * @returns null if something is known of a source, or if the numbers don't fit the article
 */
export function citePassages(brief: Brief, article: Article): AddedText | null {
  const lists = citesEmptySources(brief) ? emptyLists(brief) : null;
  if (!lists) return null;
  const bare = withRemovals(brief, lists);
  const title = bare.frontMatter?.title?.value ?? article.source.title ?? bare.title?.value ?? '';
  const declared = withArticle(bare, title, article, createNotes());
  if (declared === bare) return null;
  const { passages, fit } = numberPassages(declared, article.path, article.paragraphs);
  if (passages.length === 0 || whyNoPassages(numbersCited(brief), passages.length, fit)) return null;
  const edit = differenceBetween(brief.text, declared.text);
  return { edit, text: copyOf(passages), passages: passages.length, fit, why: null };
}

/** An entry with a number, and nothing else. */
const EMPTY_ENTRY = /^[ \t]*(?:[-*+][ \t]+)?\[\^?\d+\]:?[ \t]*$/;
const EMPTY_FIELD = /^[ \t]*(?:-[ \t]+)?(?:id:[ \t]*["']?\d+["']?|title:(?:[ \t]*(?:""|''))?)[ \t]*$/;

/** Returns the edits that take out the lists of sources, if these hold empty entries alone; else null. */
function emptyLists(brief: Brief): TextEdit[] | null {
  const { text, sections, frontMatter } = brief;
  const removals: TextEdit[] = [];
  const take = ({ start: first, end }: Span, isEmpty: RegExp) => {
    const [, ...lines] = text.slice(first, end).split(/\r\n?|\n/);
    // The blank lines before a section go, too.
    const start = isEmpty === EMPTY_ENTRY ? text.slice(0, first).trimEnd().length : first;
    removals.push({ span: { start, end }, newText: '' });
    return lines.every((line) => line.trim() === '' || isEmpty.test(line));
  };
  for (const { kind, span } of sections) if (kind === 'sources' && !take(span, EMPTY_ENTRY)) return null;
  if (frontMatter)
    for (const { name, whole } of frontMatterLayout(text, frontMatter).keys)
      if (name === 'sources' && !take(whole, EMPTY_FIELD)) return null;
  const isListed = (at: number) => removals.some(({ span }) => span.start <= at && at < span.end);
  const declarations = brief.sources.flatMap((source) => source.declarations);
  return declarations.every(({ uri, span }) => uri === undefined && isListed(span.start)) ? removals : null;
}
