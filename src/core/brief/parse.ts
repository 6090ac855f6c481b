/** The first stage: a text is cut into its front matter and its top-level blocks. What these mean is told by `link`. */

import type { Runs } from '../base/runs';
import { differenceBetween, indexLines, type LineIndex, type TextEdit } from '../base/text';
import { parseFrontMatter } from '../document/frontMatter';
import { guessLanguageOfBlocks } from '../document/language';
import { type BodyBlocks, blocksAfter, type ChangedLines, readBlocks } from './blocks/bodyBlocks';
import { movedSpan } from './blocks/move';
import type { ParsedBlock } from './blocks/parsedBlock';
import { endOfLine, type ParserText, parserText, startOfLine } from './blocks/parserText';
import { endOfRead, type Reading, type Step, stepsBetween } from './blocks/readTo';
import type { FrontMatter } from './types';

/** A text, parsed. Nothing in it depends on files or on a configuration. */
export interface Document extends Reading {
  /**
   * All versions of a text have the same one. What is derived of it, and of more than blocks, is compared with what the last
   * version had.
   */
  readonly lineage: object;
  readonly frontMatter: FrontMatter | null;
  /** What is read of the text, and what of that the Markdown parser is given. */
  readonly plain: ParserText;
  /** Where the body starts. */
  readonly base: number;
  readonly blocks: Runs<ParsedBlock>;
  /** Where each block starts, from the start of the body. */
  readonly starts: Int32Array;
  /** BCP 47, from the front matter, else guessed from the body. */
  readonly language: string;
}

/** The one edit between two versions, and the lines of the second, where they are known. */
export interface Change {
  readonly edit: TextEdit;
  readonly lines: LineIndex;
}

/**
 * Parses a text. Never throws: what is wrong is in what it gives, beside all that could be read.
 *
 * @param text the whole document; all offsets are in UTF-16 units
 * @param previous an earlier version of the same text: what an edit left alone is not read again. The result is the same
 * @param change the one edit since then
 */
export function parse(text: string, previous?: Document, change?: Change): Document {
  const edit = previous && (change?.edit ?? differenceBetween(previous.text, text));
  const lines = change?.lines ?? indexLines(text, previous && edit && { lines: previous.lines, edit });
  const now = { text, lines, end: endOfRead(text, lines) };
  if (!edit) return readTo(now);
  return stepsBetween(previous, now, edit).reduce(stepFrom, previous);
}

function readTo({ text, lines, end }: Reading): Document {
  const read = text.slice(0, end);
  const frontMatter = parseFrontMatter(read);
  const base = frontMatter?.span.end ?? 0;
  const plain = parserText(read);
  const body = readBlocks(bodyTexts(plain, base));
  return {
    text,
    lines,
    end,
    lineage: {},
    frontMatter,
    plain,
    base,
    ...body,
    language: languageIn(frontMatter, body),
  };
}

function stepFrom(previous: Document, { text, lines, end, edit }: Step): Document {
  const read = text.slice(0, end);
  const readBefore = previous.plain.written;
  const frontMatter = sameFrontMatter(previous, read)
    ? previous.frontMatter
    : parseFrontMatter(read, previous.frontMatter ? { frontMatter: previous.frontMatter, edit } : undefined);
  const base = frontMatter?.span.end ?? 0;
  const plain = parserText(read, { ...previous.plain, edit });
  const isInBody = frontMatter === previous.frontMatter && edit.span.start >= base;
  const editOfBody = isInBody
    ? { span: movedSpan(edit.span, -base), newText: edit.newText }
    : differenceBetween(readBefore.slice(previous.base), read.slice(base));
  // What the first line of a body becomes depends on the fence before it.
  const isComparable = (base === 0) === (previous.base === 0);
  const texts = bodyTexts(plain, base);
  const body = isComparable
    ? blocksAfter(texts, previous, changedLines(read.slice(base), editOfBody))
    : readBlocks(texts);
  return {
    text,
    lines,
    end,
    lineage: previous.lineage,
    frontMatter,
    plain,
    base,
    ...body,
    language: languageIn(frontMatter, body),
  };
}

function bodyTexts({ plain, written }: ParserText, base: number) {
  return { body: base === 0 ? plain : plain.slice(base), written, isPlain: plain === written, base };
}

function languageIn(frontMatter: FrontMatter | null, { blocks, starts }: BodyBlocks): string {
  return frontMatter?.language?.value || guessLanguageOfBlocks(blocks.items, starts);
}

/**
 * The lines of a body that an edit changed, and the one after: what the parser is given for a line depends on the line
 * before it. None for an edit that changes nothing, as where only files came to be read.
 */
function changedLines(body: string, { span, newText }: TextEdit): ChangedLines {
  if (span.start === span.end && newText === '') return { start: 0, end: 0, endBefore: 0 };
  const by = newText.length - (span.end - span.start);
  const start = startOfLine(body, span.start - 1);
  const end = endOfLine(body, endOfLine(body, span.end + by));
  return { start, end, endBefore: end - by };
}

/** Whether a text starts with the very front matter of an earlier version, and goes on after its closing fence. */
function sameFrontMatter({ text, frontMatter }: Document, next: string): boolean {
  if (!frontMatter?.closed) return false;
  const { end } = frontMatter.span;
  return next.startsWith(text.slice(0, end)) && /^(?:\r|\n|$)/.test(next.slice(end, end + 1));
}
