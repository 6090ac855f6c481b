/** The first stage: a text is cut into its front matter and its top-level blocks. What these mean is told by `link`. */

import { differenceBetween, indexLines, type LineIndex, type TextEdit } from '../base/text';
import { parseFrontMatter } from '../document/frontMatter';
import { guessLanguageOfBlocks } from '../document/language';
import { type BodyBlocks, blocksAfter, readBlocks } from './blocks/bodyBlocks';
import { movedSpan } from './blocks/move';
import { endOfRead, type Reading, type Step, stepsBetween } from './blocks/readTo';
import type { FrontMatter } from './types';

/** A text, parsed. Nothing in it depends on files or on a configuration. */
export interface Document extends Reading, BodyBlocks {
  /**
   * All versions of a text have the same one. What is derived of it, and of more than blocks, is compared with what the last
   * version had.
   */
  readonly lineage: object;
  readonly frontMatter: FrontMatter | null;
  /** Where the body starts. */
  readonly base: number;
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

function readTo(reading: Reading): Document {
  const read = reading.text.slice(0, reading.end);
  const frontMatter = parseFrontMatter(read);
  const base = frontMatter?.span.end ?? 0;
  return documentOf(reading, {}, frontMatter, readBlocks({ body: read.slice(base), base, lines: reading.lines }));
}

function stepFrom(previous: Document, { edit, ...reading }: Step): Document {
  const read = reading.text.slice(0, reading.end);
  const frontMatter = sameFrontMatter(previous, read)
    ? previous.frontMatter
    : parseFrontMatter(read, previous.frontMatter ? { frontMatter: previous.frontMatter, edit } : undefined);
  const base = frontMatter?.span.end ?? 0;
  const body = read.slice(base);
  const editOfBody =
    frontMatter === previous.frontMatter && edit.span.start >= base
      ? { span: movedSpan(edit.span, -base), newText: edit.newText }
      : differenceBetween(previous.text.slice(previous.base, previous.end), body);
  const blocks = blocksAfter({ body, base, lines: reading.lines }, previous, editOfBody);
  return documentOf(reading, previous.lineage, frontMatter, blocks);
}

function documentOf(
  { text, lines, end }: Reading,
  lineage: object,
  frontMatter: FrontMatter | null,
  { blocks, starts }: BodyBlocks,
): Document {
  const base = frontMatter?.span.end ?? 0;
  const language = frontMatter?.language?.value || guessLanguageOfBlocks(blocks.items, starts);
  return { text, lines, end, lineage, frontMatter, base, blocks, starts, language };
}

/** Whether a text starts with the very front matter of an earlier version, and goes on after its closing fence. */
function sameFrontMatter({ text, frontMatter }: Document, next: string): boolean {
  if (!frontMatter?.closed) return false;
  const { end } = frontMatter.span;
  return next.startsWith(text.slice(0, end)) && /^(?:\r|\n|$)/.test(next.slice(end, end + 1));
}
