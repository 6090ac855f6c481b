/** Moves sources between the front matter and the sources section, without losing a word of theirs. */

import { derive } from '../../base/derive';
import { contains, lineBreakOf, type TextEdit } from '../../base/text';
import type { Brief, Source, SourceDeclaration } from '../../brief/types';
import { declareInSection, labelOf } from '../../rules/fixes/declareSource';
import { type Entry, entryRuns } from '../../rules/fixes/sources/entries';
import { removeEntries } from '../../rules/fixes/sources/removeEntries';
import { addEntries, yamlValue } from '../editing/frontMatterLists';
import { keepingMeaning } from './sameModel';

export type SourcePlace = 'front matter' | 'section';

/** A source that can be moved, with its entry. */
export interface Movable {
  readonly source: Source;
  readonly declaration: SourceDeclaration;
  readonly entry: Entry;
  readonly run: readonly Entry[];
}

/**
 * The sources that can be moved to a place. An entry of a section must have only a title, an address and a DOI. An entry of the
 * front matter must not have fields that a section can't hold: quotations, a local copy, a type, a language.
 */
export function movableTo(brief: Brief, place: SourcePlace): readonly Movable[] {
  return place === 'section' ? movableToSection(brief) : movableToFrontMatter(brief);
}

/**
 * The edits that move all movable sources to a place, in their present order.
 *
 * @returns null if nothing can be moved, or the text would mean something else
 */
export function moveSources(brief: Brief, place: SourcePlace): readonly TextEdit[] | null {
  const moved = movableTo(brief, place);
  const added = place === 'section' ? addToSection(brief, moved) : addToFrontMatter(brief, moved);
  if (moved.length === 0 || !added) return null;
  const removed = removeEntries(
    brief,
    moved.map(({ entry }) => entry),
  );
  return keepingMeaning(brief, [added, ...removed], (id) => id, { places: true });
}

const movableToFrontMatter = derive((brief: Brief): readonly Movable[] => {
  const movable = movableFrom(brief, 'section').filter(
    (one) => saysNoMore(brief, one.declaration) && commentsOf(brief, one) !== null,
  );
  const entries = new Set(movable.map(({ entry }) => entry));
  // A list that viewers number can only be moved as a whole.
  return movable.filter(({ entry, run }) => !/\d/.test(entry.lead) || run.every((other) => entries.has(other)));
});

const movableToSection = derive((brief: Brief): readonly Movable[] => {
  const { frontMatter } = brief;
  const wrong = [...(frontMatter?.errors ?? []), ...(frontMatter?.unknownKeys ?? [])];
  return movableFrom(brief, 'front-matter').filter((one) => {
    const { broken, quotes, textPath, cite, copy, type, language, span } = one.declaration;
    return (
      !broken &&
      quotes.length === 0 &&
      !textPath &&
      !cite &&
      !copy &&
      !type &&
      !language &&
      !wrong.some((error) => contains(span, error.span)) &&
      commentsOf(brief, one) !== null
    );
  });
});

/** The sources that are declared in this place and nowhere else, on lines of their own. */
function movableFrom(brief: Brief, declaredIn: SourceDeclaration['declaredIn']): Movable[] {
  const entries = new Map(
    entryRuns(brief).flatMap((run) => run.map((entry) => [entry.idSpan, { entry, run }] as const)),
  );
  return brief.sources.flatMap((source): Movable[] => {
    const [declaration, second] = source.declarations;
    const found = declaration && entries.get(declaration.idSpan);
    if (!declaration || second || declaration.declaredIn !== declaredIn || !found || found.entry.lead === '') return [];
    return [{ source, declaration, ...found }];
  });
}

/** True if all words of an entry are in the fields that were read from it. */
function saysNoMore({ text }: Brief, { idSpan, span, title, url, doi }: SourceDeclaration): boolean {
  let words = text.slice(idSpan.end, span.end);
  for (const field of [url, doi]) words = words.replace(field?.value ?? '', ' ');
  return !/<!--/.test(words) && wordsIn(words.replace(/\bdoi:(?=\s)/i, '')) === wordsIn(title?.value ?? '');
}

/** Returns the letters and digits of a text. */
export function wordsIn(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

/** The words of the comments above an entry; null if they, or comments within it, can't be written elsewhere. */
function commentsOf({ text }: Brief, { declaration, entry }: Pick<Movable, 'declaration' | 'entry'>): string[] | null {
  const { span, idSpan } = entry;
  if (declaration.declaredIn === 'front-matter' && /[\s]#/.test(text.slice(idSpan.end, span.end))) return null;
  const above = text
    .slice(span.start, declaration.span.start)
    .split(/\r?\n|\r/)
    .slice(0, -1);
  const words = above.map((line) => line.replace(/^[ \t>]*(?:<!--|#)|-->[ \t]*$/g, '').trim());
  return words.some((line) => /--|>/.test(line)) ? null : words.filter((line) => line !== '');
}

function addToFrontMatter(brief: Brief, moved: readonly Movable[]): TextEdit | null {
  const lines = moved.flatMap((one) => {
    const { id, title, url, doi } = one.source;
    return [
      ...(commentsOf(brief, one) ?? []).map((words) => `# ${words}`),
      `- id: ${yamlValue(id)}`,
      ...(title ? [`  title: ${yamlValue(title.value)}`] : []),
      ...(url ? [`  url: ${yamlValue(url.value)}`] : []),
      ...(doi ? [`  doi: ${yamlValue(doi.value)}`] : []),
    ];
  });
  return addEntries(brief, 'sources', brief.frontMatter?.sources ?? [], lines);
}

/** Adds the sources after the last entry, or in a new section; each as `[n] …`, with the list marker of the first. */
function addToSection(brief: Brief, moved: readonly Movable[]): TextEdit | null {
  const [first] = moved;
  const edit = first && declareInSection(brief, { id: first.source.id, title: PLACEHOLDER });
  if (!edit) return null;
  const newLine = lineBreakOf(brief.text);
  const written = new RegExp(`([ \\t>]*)([^\\r\\n[]*)(?:\\[[^\\r\\n]*\\])?[ \\t]*${PLACEHOLDER}`).exec(edit.newText);
  if (!written) return null;
  const margin = written[1] ?? '';
  const mark = /^[-*+][ \t]+$/.exec(written[2] ?? '')?.[0] ?? (written[2] ? '- ' : '');
  const lines = moved.flatMap((one) => [
    ...(commentsOf(brief, one) ?? []).map((words) => `${margin}<!-- ${words} -->`),
    `${margin}${mark}${labelOf(one.source)} ${referenceOf(one.source)}`.trimEnd(),
  ]);
  const { index } = written;
  const end = index + written[0].length;
  return { ...edit, newText: edit.newText.slice(0, index) + lines.join(newLine) + edit.newText.slice(end) };
}

const PLACEHOLDER = 'BRIEF-TITLE';

/** `Ada Sample. Title. Publisher, 2024-06-10 (accessed 2025-08-04). https://…` */
function referenceOf({ authors, title, publisher, published, accessed, url, doi }: Source): string {
  const issue = [publisher?.value, published?.value].filter((part) => part).join(', ');
  const seen = accessed ? `(accessed ${accessed.value})` : '';
  const parts = [
    authors.map(({ value }) => value).join(', '),
    title?.value ?? '',
    [issue, seen].filter((part) => part !== '').join(' '),
    doi ? `doi:${doi.value}` : '',
  ];
  const sentences = parts.filter((part) => part !== '').map((part) => part.replace(/\s+/g, ' ').trim());
  const stopped = sentences.map((part) => (/[.。!?！？]$/.test(part) ? part : `${part}.`));
  return [...stopped, url?.value ?? ''].filter((part) => part !== '').join(' ');
}
