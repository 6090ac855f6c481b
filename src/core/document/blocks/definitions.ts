/** Definitions of links, `[label]: address "title"`, over few lines. Lezer reads a long one again with each of its lines. */
import type { BlockContext, LeafBlock, LeafBlockParser, Line, MarkdownConfig } from '@lezer/markdown';
import { addressEnd, LONGEST_LABEL, labelEnd, skipSpace, titleEnd } from '../inline/links';
import type { Leaf } from '../inline/tokens';

/** Most lines of a definition, and its greatest length in UTF-16 units. A longer one is text. */
const MOST_DEFINITION_LINES = 20;
const LONGEST = 20_000;

export const definitions: MarkdownConfig = {
  parseBlock: [{ name: 'LinkReference', leaf: (_cx, leaf) => (leaf.content.startsWith('[') ? createReader() : null) }],
};

interface Definition {
  readonly parts: readonly Leaf[];
  /** The offset of its end, without the line break; null if something else follows on its line. */
  readonly end: number | null;
}

function createReader(): LeafBlockParser {
  let lines = 1;
  let isNone = false;

  const complete = (cx: BlockContext, leaf: LeafBlock, { parts }: Definition, end: number) => {
    const children = parts.map(({ name, from, to }) => cx.elt(name, leaf.start + from, leaf.start + to));
    cx.addLeafElement(leaf, cx.elt('LinkReference', leaf.start, leaf.start + end, children));
    return true;
  };
  /** Adds the definition, if it takes all of the text that was read. */
  const finish = (cx: BlockContext, leaf: LeafBlock) => {
    const found = isNone ? null : readDefinition(leaf.content);
    isNone ||= found === null;
    return found && found !== 'open' && found.end === leaf.content.length
      ? complete(cx, leaf, found, leaf.content.length)
      : false;
  };
  return {
    nextLine(cx, line, leaf) {
      if (isNone) return false;
      if (++lines > MOST_DEFINITION_LINES || leaf.content.length > LONGEST) {
        const isFinished = finish(cx, leaf);
        isNone = true;
        return isFinished;
      }
      const content = `${leaf.content}\n${textOf(line)}`;
      const found = readDefinition(content);
      if (found === null) isNone = true;
      else if (found !== 'open' && found.end !== null && found.end < content.length)
        return complete(cx, leaf, found, found.end);
      return false;
    },
    finish,
  };
}

/** A line in which spaces replace the marks of its containers. */
function textOf({ text, baseIndent, basePos }: Line): string {
  return baseIndent === 0 ? text : ' '.repeat(basePos) + text.slice(basePos);
}

/** Chinese and Japanese have no spaces that would end an address: a note `[4]: 这是说明，不是地址。` is none. */
const SENTENCE = /^(?!<|https?:|www\.|[./#])(?=\P{Script=Latin}*$).*[，。；！？、]/su;

/** @returns `open` if the next lines may complete it, null if they can't */
function readDefinition(content: string): Definition | 'open' | null {
  const label = labelEnd(content, 0);
  if (label < 0) return mayBeLabel(content) ? 'open' : null;
  if (content.slice(1, label - 1).trim() === '' || content[label] !== ':') return null;
  const from = skipSpace(content, label + 1);
  if (from >= content.length) return 'open';
  const to = addressEnd(content, from);
  if (to <= from || SENTENCE.test(content.slice(from, to))) return null;
  const parts: Leaf[] = [
    { name: 'LinkLabel', from: 0, to: label },
    { name: 'LinkMark', from: label, to: label + 1 },
    { name: 'URL', from, to },
  ];
  const titleFrom = skipSpace(content, to);
  const titleTo = titleFrom > to ? titleEnd(content, titleFrom) : -1;
  const end = titleTo < 0 ? -1 : endOfLine(content, titleTo);
  if (end >= 0) return { parts: [...parts, { name: 'LinkTitle', from: titleFrom, to: titleTo }], end };
  const endOfAddress = endOfLine(content, to);
  // A title that starts on the line of the address may end on a later line.
  return endOfAddress >= 0 ? { parts, end: endOfAddress } : titleTo < 0 ? { parts, end: null } : null;
}

/** True if a label without an end may still get one. */
function mayBeLabel(content: string): boolean {
  return content.length <= LONGEST_LABEL && !/\[/.test(content.slice(1).replace(/\\./gs, ''));
}

/** Returns the end of the line, if nothing but white space is left of it; else -1. */
function endOfLine(text: string, from: number): number {
  const rest = /[^ \t\r]/g;
  rest.lastIndex = from;
  const next = rest.exec(text);
  return next === null ? text.length : next[0] === '\n' ? next.index : -1;
}
