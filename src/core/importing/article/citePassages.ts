/** Turns a brief whose numbers cite sources of which nothing is known into one whose numbers cite passages of an article. */

import { differenceBetween, type Span, type TextEdit } from '../../base/text';
import type { Brief } from '../../brief/types';
import { frontMatterLayout } from '../../document/frontMatter/layout';
import { withRemovals } from '../edits';
import { createNotes } from '../report';
import type { AddedText } from './addText';
import { type Article, copyOf } from './article';
import { numberPassages, numbersCited, whyNoPassages } from './numbering';
import { FEWEST_NUMBERS, withArticle } from './readNumbers';

/** Whether numbers cite sources of which nothing is known but their numbers, as an import leaves them. */
export function citesEmptySources(brief: Brief): boolean {
  const { sources, works } = brief;
  const numbers = numbersCited(brief);
  return numbers.length >= FEWEST_NUMBERS && works.length === 0 && sources.length > 0 && emptyLists(brief) !== null;
}

/**
 * Declares the article in the place of the empty entries, and names its copy.
 *
 * @returns null where something is known of a source, or where the numbers do not fit the article
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

/** What takes the lists of sources out that hold empty entries alone; null where there is another one. */
function emptyLists(brief: Brief): TextEdit[] | null {
  const { text, sections, frontMatter } = brief;
  const removals: TextEdit[] = [];
  const take = ({ start: first, end }: Span, isEmpty: RegExp) => {
    const [, ...lines] = text.slice(first, end).split(/\r\n?|\n/);
    // What parts a section from the text before it goes, too.
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
