/** The first stage: cuts a text into its front matter and its top-level blocks. `link` tells what these mean. */

import { type Content, differenceBetween } from '../base/content';
import { changesNothing, type InText, indexLines, type LineIndex, type TextEdit } from '../base/text';
import { parseFrontMatter } from '../document/frontMatter';
import { mayHaveFrontMatter } from '../document/frontMatter/fences';
import { guessLanguageOfBlocks } from '../document/language';
import { spanFrom } from '../document/moved';
import { type BodyBlocks, blocksAfter, readBlocks } from './blocks/bodyBlocks';
import { endOfRead, type Reading } from './blocks/readTo';
import type { FrontMatter } from './types';

/** A text, parsed. Nothing in it depends on files or on a configuration. */
export interface Document extends Reading, BodyBlocks {
  /**
   * The same object for all versions of a text. Values that depend on more than blocks are derived from it, so that they
   * can be compared with the values of the last version.
   */
  readonly lineage: object;
  readonly frontMatter: FrontMatter | null;
  /** The offset of the body's start. */
  readonly base: number;
  /** BCP 47, from the front matter, else guessed from the body. */
  readonly language: string;
}

/**
 * Parses a text. Never throws: errors are in the result, beside all that could be read.
 *
 * @param content the whole document; all offsets are in UTF-16 units
 * @param previous an earlier version of the same text, whose unchanged parts aren't read again. The result is the same
 * @param change the change since then, if it is known
 */
export function parse(content: Content, previous?: Document, change?: Change): Document {
  if (!previous) {
    const lines = indexLines(content);
    return readTo({ content, lines, end: endOfRead(content, lines) });
  }
  const edit = change?.edit ?? differenceBetween(previous.content, content);
  const lines = change?.lines ?? previous.lines.edited(edit, content);
  const now = { content, lines, end: endOfRead(content, lines) };
  return stepsBetween(previous, now, edit).reduce(stepFrom, previous);
}

/** The one edit that turns a text into another, and the lines of the result. */
export interface Change {
  readonly edit: TextEdit;
  readonly lines?: LineIndex;
}

/** A reading, and the one edit that turns the text of the reading before it into its own. */
interface Step extends Reading {
  readonly edit: TextEdit;
}

/**
 * Returns the readings that lead step by step from `before` to `now`, which is the last. An edit in a text that is too long
 * also moves text past the limit or back. That is an edit of its own, at the end: one edit for both would cover all the
 * text between them. No reading is longer than the longer one of `before` and `now`.
 *
 * @param edit the one edit that turns the content of `before` into that of `now`
 * @returns an empty list for an edit that changes nothing
 */
export function stepsBetween(before: Reading, now: Reading, edit: TextEdit): Step[] {
  const { span, newText } = edit;
  const by = newText.length - (span.end - span.start);
  if (before.end === before.content.length && now.end === now.content.length)
    return changesNothing(edit) ? [] : [{ ...now, edit }];
  /** The end of the text behind the edit that both readings have, in offsets of `before`. */
  const end = Math.min(before.end, now.end - by);
  const replacing = (start: number, endBefore: number, endNow: number): TextEdit => ({
    span: { start, end: endBefore },
    newText: now.content.slice(start, endNow),
  });
  if (span.end > end)
    return [{ ...now, edit: replacing(Math.min(span.start, before.end, now.end), before.end, now.end) }];
  return [
    { ...before, end, edit: replacing(end, before.end, end) },
    { ...now, end: end + by, edit },
    { ...now, edit: replacing(end + by, end + by, now.end) },
  ].filter((step) => !changesNothing(step.edit));
}

function readTo(reading: Reading): Document {
  const frontMatter = parseFrontMatter(reading.content.slice(0, reading.end));
  const base = frontMatter?.span.end ?? 0;
  return documentOf(reading, {}, frontMatter, readBlocks({ ...reading, base }));
}

function stepFrom(previous: Document, { edit, ...reading }: Step): Document {
  const frontMatter = frontMatterAfter(previous, reading, edit);
  const base = frontMatter?.span.end ?? 0;
  const editOfBody: InText<TextEdit> =
    frontMatter === previous.frontMatter && edit.span.start >= base
      ? { span: spanFrom(edit.span, { start: base }), newText: edit.newText }
      : differenceBetween(writtenBody(previous), writtenBody({ ...reading, base }));
  const blocks = blocksAfter({ ...reading, base }, previous, editOfBody);
  return documentOf(reading, previous.lineage, frontMatter, blocks);
}

function documentOf(
  { content, lines, end }: Reading,
  lineage: object,
  frontMatter: FrontMatter | null,
  { blocks, starts }: BodyBlocks,
): Document {
  const base = frontMatter?.span.end ?? 0;
  const language = frontMatter?.language?.value || guessLanguageOfBlocks(blocks.items, starts);
  return { content, lines, end, lineage, frontMatter, base, blocks, starts, language };
}

function writtenBody({ content, base, end }: Pick<Document, 'content' | 'base' | 'end'>): string {
  return content.slice(base, end);
}

function frontMatterAfter({ content, frontMatter }: Document, now: Reading, edit: TextEdit): FrontMatter | null {
  if (frontMatter === null && !mayHaveFrontMatter(now.content)) return null;
  if (frontMatter?.closed && startsWithSame(content, now.content, frontMatter.span.end, edit)) return frontMatter;
  return parseFrontMatter(now.content.slice(0, now.end), frontMatter);
}

/** True if a content has the same front matter as an earlier one, with a line break or nothing behind its `end`. */
function startsWithSame(before: Content, now: Content, end: number, edit: TextEdit): boolean {
  if (edit.span.start > end) return true;
  return now.slice(0, end) === before.slice(0, end) && /^(?:\r|\n|$)/.test(now.slice(end, end + 1));
}
