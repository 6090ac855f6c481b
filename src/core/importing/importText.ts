import { say } from '../base/say';
import { parseBrief, parseChanged } from '../brief/parseBrief';
import type { Brief } from '../brief/types';
import type { Article, ArticleCopy } from './article/article';
import { citesEmptySources } from './article/citePassages';
import { withGivenText } from './article/readNumbers';
import { complete, withStubs } from './complete';
import type { Piece } from './draft';
import { hasSources, isBrief } from './recognise';
import { createNotes, type ImportReport, type ImportShape, type Notes } from './report';
import { removeLeftovers } from './report/leftovers';
import { makeReport } from './report/makeReport';
import { wordingOf } from './text/byline';
import { shelterComments } from './text/comments';
import { readHeader } from './text/header';
import { htmlToMarkdown } from './text/html';
import { readPieces } from './text/lines';
import { isOutline } from './text/outline';
import { readSections } from './text/sections';
import { writeBrief } from './write';

export { addArticleText } from './article/addText';
export { type Article, type ArticleCopy, articlePath } from './article/article';
export { citePassages } from './article/citePassages';
export { citeSources } from './article/citeSources';
export type { ImportReport, ImportShape } from './report';
export { reportDocument, reportLines, reportSummary } from './report/reportText';
export { storiesIn } from './text/stories';

const MAX_ROUNDS = 5;
/** Longer texts are refused: they are a limit of briefs, too. */
export const MOST_IMPORTED_LINES = 100_000;
export const MOST_IMPORTED_UNITS = 10 * 1024 * 1024;

/** A file that was turned into Markdown before it is imported. */
export interface Origin {
  readonly shape: 'web-page' | 'word-document';
  /** Addresses in parts of the file that aren't text of the report. */
  readonly leftOut: readonly string[];
}

export interface Imported {
  readonly text: string;
  readonly report: ImportReport;
  /** The text of the article that it sums up, to be kept beside it; null: none was given, or it sums up no article. */
  readonly copy: ArticleCopy | null;
}

/**
 * Turns a pasted text into a brief. Its title, publisher, date and category go to the front matter. Headings and bullets that
 * run on in one paragraph become sections and lists. Each link becomes a citation of a source. Marks that chat assistants
 * leave are taken out. Each cited source that nothing declares gets a stub. A text that is a brief already (with sources or
 * figures in its front matter) gets the stubs only. An outline keeps its lines.
 *
 * Nothing is dropped but marks, buttons and notices that the report of `importWithReport` names. If a text has no Markdown
 * headings, every other character is in the result, and the characters of the body stay in order. Exceptions are white space,
 * list markers, the dashes between run-on bullets, the bold marks and the colon of a heading, and HTML tags. In the lines above
 * the body, labels, separators and the wording of dates are exceptions, too. Importing a result again changes nothing.
 */
export function importText(text: string): string {
  return importWithReport(text).text;
}

/**
 * Imports a text like `importText`, and reports what was done.
 *
 * @param origin what the text was before it was turned into Markdown, if it was something else
 * @param article what the text may sum up, as the user says
 */
export function importWithReport(text: string, origin?: Origin, article: Article | null = null): Imported {
  const sheltered = shelterComments(text);
  if (!sheltered) return importSheltered(text, origin, article);
  const imported = importSheltered(sheltered.text, origin, article);
  return { ...imported, text: sheltered.restore(imported.text) };
}

/** @param text without the parts that must stay to the letter */
function importSheltered(text: string, origin: Origin | undefined, article: Article | null): Imported {
  const notes = createNotes();
  let before = text.trim() === '' ? '' : text;
  let brief: Brief | null = null;
  // A stub may turn other text into a citation, or the lines below it into a list.
  for (let round = 0; round < MAX_ROUNDS && before !== ''; round++) {
    brief = importOnce(before, brief, notes, article);
    if (brief.text === before) break;
    before = brief.text;
  }
  return {
    text: before,
    report: makeReport(text, brief ?? parseBrief(''), notes, origin?.shape ?? shapeOf(text), origin?.leftOut),
    copy: notes.copy,
  };
}

/** The title of an imported text on one line; empty if it has none. */
export function titleOf(text: string): string {
  return (parseBrief(text).title?.value ?? '').replace(/\s+/g, ' ').trim();
}

/** True if the numbers of an imported text cite empty sources. They may as well cite passages of one article. */
export function mayCitePassages(text: string): boolean {
  return citesEmptySources(parseBrief(text));
}

/** Returns why a text is too long to be imported, as a clause: `it has 120,000 lines; …`. Null if it isn't too long. */
export function whyTooLong(text: string): string | null {
  const most = MOST_IMPORTED_LINES.toLocaleString('en');
  if (text.length > MOST_IMPORTED_UNITS) return say('it is longer than 10 MB; import it in parts');
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines > MOST_IMPORTED_LINES
    ? say('it has {0} lines, and at most {1} are read; import it in parts', lines.toLocaleString('en'), most)
    : null;
}

function shapeOf(text: string): ImportShape {
  if (hasSources(text)) return 'brief';
  if (isBrief(text)) return 'markdown';
  return htmlToMarkdown(text) === text ? 'text' : 'web-page';
}

/** @param last the result of the round before, from which most is known */
function importOnce(text: string, last: Brief | null, notes: Notes, article: Article | null): Brief {
  const parse = (brief: string) => (last?.text === brief ? last : last ? parseChanged(last, brief) : parseBrief(brief));
  if (hasSources(text)) return withGivenText(withStubs(parse(text), notes), article, notes);
  const tidy = removeLeftovers(text, notes);
  if (isBrief(tidy)) return complete(parse(tidy), notes, last === null, article);
  const markdown = htmlToMarkdown(tidy.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  return complete(parse(isBrief(markdown) ? markdown : settle(markdown, notes)), notes, last === null, article);
}

/**
 * Once its blocks are parted, a text can show a title or a heading that it hid before. It is read again until it is a
 * brief or stays as it is; that takes two rounds, and a few more only for texts that are made to.
 */
function settle(text: string, notes: Notes): string {
  let before = text;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const after = structure(before, notes);
    if (after === before || isBrief(after)) return after;
    before = after;
  }
  return before;
}

function structure(text: string, notes: Notes): string {
  const lines = text.split('\n');
  const { header, left, next } = readHeader(lines);
  if (header.published ?? header.updated ?? header.publisher ?? header.authors[0])
    notes.said.push(...wordingOf(lines.slice(0, next)));
  notes.hasByline ||= header.publisher !== undefined && header.published !== undefined;
  const above = left.map((line): Piece => ({ kind: 'paragraph', text: line }));
  const below = lines.slice(next);
  if (isOutline(below.join('\n'))) return writeBrief(header, [...above, { kind: 'verbatim', lines: trimmed(below) }]);
  return writeBrief(header, [...above, ...readSections(readPieces(below))]);
}

/** The lines without the blank ones at both ends. */
function trimmed(lines: readonly string[]): readonly string[] {
  const isText = (line: string) => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}

export type ReportKind = 'word-document' | 'web-page' | 'text';

/**
 * Tells the kind of a file by how it starts, and by its name.
 *
 * @param start its first bytes; a few hundred are enough
 * @returns for a known kind that isn't read: why it can't be imported, as a clause
 */
export function kindOfReport(name: string, start: Uint8Array): ReportKind | { readonly error: string } {
  const first = String.fromCharCode(...start.subarray(0, 300));
  const extension = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (first.startsWith('PK\u0003\u0004')) return 'word-document';
  if (first.startsWith('%PDF-')) return { error: say('it is a PDF; open it, copy its text, and import that') };
  if (first.startsWith('\u00D0\u00CF\u0011\u00E0'))
    return { error: say('it is an old Word document (.doc); save it as .docx') };
  if (first.startsWith('{\\rtf')) return { error: say('it is rich text (.rtf); save it as .docx') };
  if (extension === 'docx') return { error: say('it is not a Word document (.docx)') };
  const isPage =
    /^(?:html?|xhtml)$/.test(extension) || /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype html|html)\b/i.test(first);
  return isPage ? 'web-page' : 'text';
}
