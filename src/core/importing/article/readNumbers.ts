/** Decides whether the numbers of a report cite passages of one article or sources, and declares the article. */

import { stringify } from 'yaml';
import type { TextEdit } from '../../base/text';
import type { Brief, Field } from '../../brief/types';
import { frontMatterLayout } from '../../document/frontMatter/layout';
import { edited } from '../../rules/fixes/edited';
import type { Notes } from '../report';
import { linksOf } from '../sources/linksOf';
import { addArticleText } from './addText';
import { type Article, type ArticleCopy, copyOf } from './article';
import { numberPassages, numbersCited, whyNoPassages } from './numbering';

/** Lowest number that can't be a passage if the article has no text. */
const TOO_HIGH = 100;
/** Fewest passages that a summary cites. With fewer, its numbers may as well cite sources. */
export const FEWEST_NUMBERS = 3;

/**
 * Declares the article that a report sums up, if its numbers cite passages of one.
 *
 * @param article the one that the user gives; null if the user gives none
 * @returns the same brief if its numbers cite sources
 */
export function readNumbers(brief: Brief, article: Article | null, notes: Notes): Brief {
  if (notes.numbers) return brief;
  const numbers = numbersCited(brief);
  const title = brief.frontMatter?.title?.value ?? article?.source.title ?? brief.title?.value ?? '';
  const isListed = brief.sources.length > 0 || brief.works.length > 0 || linksOf(brief).length > 0;
  if (!article) {
    const isNamed = notes.hasByline && title !== '' && numbers.length >= FEWEST_NUMBERS;
    if (isListed || !isNamed || numbers.some((number) => number >= TOO_HIGH)) return brief;
    const declared = withArticle(brief, title, null, notes);
    if (declared !== brief) notes.numbers = { title, cite: 'passages', why: 'named', passages: null, fit: null };
    return declared;
  }
  if (isListed || numbers.length === 0) {
    const why = isListed ? 'listed' : 'none';
    notes.numbers = { title, cite: 'sources', why, passages: article.paragraphs.length, fit: null };
    return brief;
  }
  const declared = withArticle(brief, title, article, notes);
  const { passages, fit } = numberPassages(declared, article.path, article.paragraphs);
  const why = whyNoPassages(numbers, passages.length, fit);
  if (declared === brief || why) {
    notes.numbers = { title, cite: 'sources', why: why ?? 'misfit', passages: passages.length, fit };
    return brief;
  }
  notes.numbers = { title, cite: 'passages', why: 'given', passages: passages.length, fit };
  notes.copy = { path: article.path, text: copyOf(passages) } satisfies ArticleCopy;
  return declared;
}

/** Adds the given text to a brief that says that its numbers cite passages. */
export function withGivenText(brief: Brief, article: Article | null, notes: Notes): Brief {
  const added = article && !notes.copy ? addArticleText(brief, article.path, article.paragraphs) : null;
  if (!article || !added) return brief;
  const { edit, text, passages, fit } = added;
  notes.numbers = { title: brief.title?.value ?? '', cite: 'passages', why: 'given', passages, fit };
  notes.copy = { path: article.path, text };
  return edited(brief, [edit]);
}

/** Fields from a byline that belong to the article, and not to its summary. */
const OF_ARTICLE = ['authors', 'publisher', 'published', 'url'] as const;

/** Returns the brief with the article as its source; the same brief if its front matter can't take one. */
export function withArticle(brief: Brief, title: string, article: Article | null, { hasByline }: Notes): Brief {
  const { frontMatter } = brief;
  if (frontMatter && (!frontMatter.closed || frontMatter.errors.length > 0)) return brief;
  const said = hasByline && frontMatter ? frontMatter : null;
  const textOf = (field: Field | null | undefined) => field?.value;
  const given = article?.source;
  const authors = said?.authors.map(({ value }) => value) ?? given?.authors ?? [];
  const fields = {
    id: 'article',
    ...(title === '' ? {} : { title }),
    ...(authors.length > 0 ? { authors } : {}),
    ...present('publisher', textOf(said?.publisher) ?? given?.publisher),
    ...present('published', textOf(said?.published) ?? given?.published),
    ...present('url', textOf(said?.url) ?? given?.url),
    ...present('text', article?.path),
    cite: 'passages',
  };
  const written = stringify({ sources: [fields] }, { lineWidth: 0, blockQuote: false });
  if (!frontMatter)
    return edited(brief, [{ span: { start: 0, end: 0 }, newText: inLineBreaksOf(brief, `---\n${written}---\n\n`) }]);
  const gone: readonly string[] = said ? OF_ARTICLE : [];
  const removals = frontMatterLayout(brief.text, frontMatter)
    .keys.filter(({ name }) => name !== null && gone.includes(name))
    .map(({ whole }): TextEdit => ({ span: whole, newText: '' }));
  const { end } = frontMatter.yaml;
  return edited(brief, [...removals, { span: { start: end, end }, newText: inLineBreaksOf(brief, written) }]);
}

function present(key: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined || value === '' ? {} : { [key]: value };
}

function inLineBreaksOf({ text }: Brief, written: string): string {
  return text.includes('\r\n') ? written.replaceAll('\n', '\r\n') : written;
}
